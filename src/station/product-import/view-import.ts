import type { ImportCounts, ImportLineView, ImportView } from '#contract/product-import-procedures.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { countLines, type ImportLine, type ImportRow } from '../database/product-imports.ts';
import { type ImportRowState, importRowStates } from '../database/schema.ts';
import { storedColumns, storedComplaints, storedFindings } from './stored-line.ts';

/** States of lines that a person should look at. */
export const troubleStates: readonly ImportRowState[] = ['faulty', 'refused', 'declined', 'unknown'];

/** One file as a window sees it. `who` is the name of the person who gave it. */
export function viewImport(db: BenchDatabase, file: ImportRow, who: string): ImportView {
  const counted = countLines(db, file.id);
  const of = (...states: readonly ImportRowState[]) =>
    states.reduce((sum, state) => sum + (counted.get(state) ?? 0), 0);
  const counts: ImportCounts = {
    ...{ faulty: of('faulty'), ready: of('ready'), underWay: of('sending', 'taken') },
    ...{ refused: of('refused'), moderating: of('moderating'), approved: of('approved') },
    ...{ declined: of('declined'), unknown: of('unknown'), left: of('left') },
  };
  const { id, fileName, typeName, createdAt, state, startedAt, endedAt, waitUntil, waitsFor } = file;
  return {
    ...{ id, fileName, typeName, createdAt, state, startedAt, endedAt, waitUntil, waitsFor, counts },
    ...{ actor: who, ignored: ignoredOf(file), total: of(...importRowStates) },
  };
}

/** The lines of a file as a window sees them. */
export function viewLines(file: ImportRow, lines: readonly ImportLine[]): ImportLineView[] {
  const names = new Map<string, string>(
    storedColumns(file.columns).map(({ column, name }) => [column, name]),
  );
  const nameOf = (column: string) => names.get(column) ?? '';
  return lines.map(({ row, article, name, state, findings, complaints }) => ({
    ...{ row, article, name, state },
    findings: storedFindings(findings).map(({ column, code, facts }) => ({
      ...{ column: nameOf(column), code, facts: { ...facts } },
    })),
    complaints: storedComplaints(complaints).map(({ about, words, isError }) => ({
      ...{ column: nameOf(about), words, isError },
    })),
  }));
}

function ignoredOf({ ignored }: ImportRow): string[] {
  const titles: unknown = JSON.parse(ignored);
  return Array.isArray(titles) ? titles.map(String) : [];
}
