import type { Language } from '#contract/language.ts';
import { findingSentence, importTexts } from '#contract/texts/product-import/import-sentences.ts';
import type { ImportLine, ImportRow } from '../database/product-imports.ts';
import { storedCells, storedColumns, storedComplaints, storedFindings } from './stored-line.ts';
import type { WrittenSheet } from './write-sheet.ts';

/**
 * Lines that are in trouble as a sheet like the one that was given, with what is wrong in front of each. It can be mended and
 * given again: the first column means nothing to the check.
 */
export function faultsSheet(file: ImportRow, lines: readonly ImportLine[], language: Language): WrittenSheet {
  const columns = storedColumns(file.columns);
  const names = new Map<string, string>(columns.map(({ column, name }) => [column, name]));
  const { sheet } = importTexts[language];
  const said = (column: string, words: string) => {
    const name = names.get(column);
    return name === undefined ? words : `${name}: ${words}`;
  };
  const rows = lines.map((line) => {
    const findings = storedFindings(line.findings).map((one) =>
      said(one.column, findingSentence(language, one)),
    );
    const complaints = storedComplaints(line.complaints).map(({ about, words }) => said(about, words));
    const cells = storedCells(line.cells);
    return [[...findings, ...complaints].join('\n'), ...columns.map(({ column }) => cells.get(column) ?? '')];
  });
  return {
    name: sheet.products,
    rows: [[sheet.reason, ...columns.map(({ title }) => title)], ...rows],
    widths: [60, ...columns.map(({ title }) => Math.min(Math.max(title.length + 2, 12), 40))],
  };
}
