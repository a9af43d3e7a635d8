import { toPrintableLines } from '#domain/labels/printable-text.ts';
import type { DocumentTexts } from './document-texts.ts';
import { localTimeIn } from './local-time.ts';
import { MANIFEST_COLUMNS, type ManifestCell } from './manifest-columns.ts';
import { type ManifestHeading, type ManifestRow, manifestTotals } from './manifest-row.ts';
import type { Cell } from './workbook/cell.ts';
import { workbook } from './workbook/workbook.ts';

/** A cell of a worksheet holds at most 32,767 characters (ECMA-376, limits of SpreadsheetML applications). */
const CELL_CHARACTERS_MAX = 32_000;

type Row = readonly (Cell | null)[];

/**
 * The manifest as an Excel workbook: one sheet with a row per package and a row of totals, one with a row per line.
 * Texts are text cells, so nothing a name says becomes a formula; numbers and times are real numbers and times.
 */
export function manifestXlsx(
  rows: readonly ManifestRow[],
  heading: ManifestHeading,
  texts: DocumentTexts,
): Uint8Array {
  return workbook([
    {
      name: texts.manifest.sheetPackages,
      rows: packagesSheet(rows, heading, texts),
      widths: MANIFEST_COLUMNS.map(({ width }) => width),
      isLandscape: true,
    },
    {
      name: texts.manifest.sheetLines,
      rows: linesSheet(rows, texts),
      widths: [22, 9, 16, 20, 60, 10],
    },
  ]);
}

function packagesSheet(
  rows: readonly ManifestRow[],
  heading: ManifestHeading,
  texts: DocumentTexts,
): readonly Row[] {
  const wallClockMs = wallClockIn(heading.timeZone);
  const header = MANIFEST_COLUMNS.map((column) => headerCell(texts.columns[column.key]));
  const body = rows.map((row) => MANIFEST_COLUMNS.map((column) => sheetCell(column.cell(row), wallClockMs)));
  return [header, ...body, totalsRow(rows, texts)];
}

function totalsRow(rows: readonly ManifestRow[], texts: DocumentTexts): Row {
  const totals = manifestTotals(rows);
  return MANIFEST_COLUMNS.map(({ key }) => {
    switch (key) {
      case 'posting':
        return headerCell(texts.manifest.total);
      case 'package':
        return boldNumber(totals.packages);
      case 'units':
        return boldNumber(totals.units);
      case 'weightG':
        return boldNumber(totals.weightG);
      default:
        return null;
    }
  });
}

function linesSheet(rows: readonly ManifestRow[], texts: DocumentTexts): readonly Row[] {
  const keys = ['posting', 'package', 'sku', 'offerId', 'name', 'quantity'] as const;
  const header = keys.map((key) => headerCell(texts.columns[key]));
  const body = rows.flatMap((row) =>
    row.lines.map((line) => [
      textCell(row.posting),
      numberCell(row.package),
      textCell(line.sku),
      textCell(line.offerId),
      textCell(line.name),
      numberCell(line.quantity),
    ]),
  );
  return [header, ...body];
}

function sheetCell(cell: ManifestCell, wallClockMs: (at: number) => number): Cell | null {
  switch (cell.kind) {
    case 'text':
      return textCell(cell.text);
    case 'number':
      return cell.value === null ? null : numberCell(cell.value);
    case 'time':
      return cell.at === null ? null : { kind: 'time', wallClockMs: wallClockMs(cell.at) };
  }
}

function textCell(text: string): Cell | null {
  const clean = toPrintableLines(text).slice(0, CELL_CHARACTERS_MAX).toWellFormed();
  return clean === '' ? null : { kind: 'text', text: clean };
}

function numberCell(value: number): Cell {
  return { kind: 'number', value };
}

function boldNumber(value: number): Cell {
  return { kind: 'number', value, look: 'bold' };
}

function headerCell(text: string): Cell {
  return { kind: 'text', text, look: 'header' };
}

/** A worksheet knows no time zones: the moment is written as the wall clock of the zone showed it. */
function wallClockIn(timeZone: string): (at: number) => number {
  const localTime = localTimeIn(timeZone);
  return (at) => Date.parse(`${localTime(at).replace(' ', 'T')}Z`);
}
