import writeExcelFile, { type CellObject } from 'write-excel-file/node';
import { toPrintableLines } from '#domain/labels/printable-text.ts';
import type { DocumentTexts } from './document-texts.ts';
import { localTimeIn } from './local-time.ts';
import { MANIFEST_COLUMNS, type ManifestCell } from './manifest-columns.ts';
import { type ManifestHeading, type ManifestRow, manifestTotals, shopNamer } from './manifest-row.ts';

/** A cell of a worksheet holds at most 32,767 characters (ECMA-376, limits of SpreadsheetML applications). */
const CELL_CHARACTERS_MAX = 32_000;
const HEADER_GROUND = '#E8ECF1';
const LINE_WIDTHS = [22, 9, 16, 20, 60, 10];

type Cell = CellObject | null;
type Row = Cell[];

/**
 * The manifest as an Excel workbook: one sheet with a row per package and a row of totals, one with a row per line.
 * Texts are text cells, so nothing a name says becomes a formula; numbers and times are real numbers and times.
 */
export async function manifestXlsx(
  rows: readonly ManifestRow[],
  heading: ManifestHeading,
  texts: DocumentTexts,
): Promise<Uint8Array> {
  const book = writeExcelFile([
    {
      sheet: texts.manifest.sheetPackages,
      data: packagesSheet(rows, heading, texts),
      columns: MANIFEST_COLUMNS.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      orientation: 'landscape',
    },
    {
      sheet: texts.manifest.sheetLines,
      data: linesSheet(rows, texts),
      columns: LINE_WIDTHS.map((width) => ({ width })),
      stickyRowsCount: 1,
    },
  ]);
  return new Uint8Array(await book.toBuffer());
}

function packagesSheet(rows: readonly ManifestRow[], heading: ManifestHeading, texts: DocumentTexts): Row[] {
  const wallClock = wallClockIn(heading.timeZone);
  const header = MANIFEST_COLUMNS.map((column) => headerCell(texts.columns[column.key]));
  const shopName = shopNamer(heading);
  const body = rows.map((row) =>
    MANIFEST_COLUMNS.map((column) => sheetCell(column.cell(row, shopName), wallClock)),
  );
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

function linesSheet(rows: readonly ManifestRow[], texts: DocumentTexts): Row[] {
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

function sheetCell(cell: ManifestCell, wallClock: (at: number) => Date): Cell {
  switch (cell.kind) {
    case 'text':
      return textCell(cell.text);
    case 'number':
      return cell.value === null ? null : numberCell(cell.value);
    case 'time':
      return cell.at === null
        ? null
        : { value: wallClock(cell.at), type: Date, format: 'yyyy\\-mm\\-dd hh:mm' };
  }
}

function textCell(text: string): Cell {
  const clean = literal(toPrintableLines(text).slice(0, CELL_CHARACTERS_MAX).toWellFormed());
  return clean === '' ? null : { value: clean, type: String };
}

/** `_x0041_` in a cell is read as the character of that number, unless its underline is written as one (ECMA-376 part 1, 22.9.2.19). */
function literal(text: string): string {
  return text.replace(/_(x[0-9A-Fa-f]{4}_)/g, '_x005F_$1');
}

function numberCell(value: number): Cell {
  return { value, type: Number };
}

function boldNumber(value: number): Cell {
  return { value, type: Number, fontWeight: 'bold' };
}

function headerCell(text: string): Cell {
  return { value: text, type: String, fontWeight: 'bold', backgroundColor: HEADER_GROUND };
}

/** A worksheet knows no time zones: the moment is written as the wall clock of the zone showed it. */
function wallClockIn(timeZone: string): (at: number) => Date {
  const localTime = localTimeIn(timeZone);
  return (at) => new Date(`${localTime(at).replace(' ', 'T')}Z`);
}
