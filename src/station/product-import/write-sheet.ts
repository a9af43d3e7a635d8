import { stringify } from 'csv-stringify/sync';
import writeExcelFile from 'write-excel-file/node';
import { toPrintableLines } from '#domain/labels/printable-text.ts';

/** A sheet to be written: its name, a first line of titles, and lines of text. */
export type WrittenSheet = {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** In characters, by column; 20 for those that are not named. */
  readonly widths?: readonly number[];
};

const cellMost = 32_000;
const ground = '#E8ECF1';

/** Sheets as an Excel workbook; every cell is text, so that nothing becomes a formula and no barcode a rounded number. */
export async function writeXlsx(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  const book = writeExcelFile(
    sheets.map(({ name, rows, widths = [] }) => ({
      ...{ sheet: name, stickyRowsCount: 1 },
      columns: (rows[0] ?? []).map((_, index) => ({ width: widths[index] ?? 20 })),
      data: rows.map((row, index) => row.map((cell) => textCell(cell, index === 0))),
    })),
  );
  return new Uint8Array(await book.toBuffer());
}

/** The first sheet as CSV: UTF-8 with its mark and semicolons, as spreadsheets in Russia open it. */
export function writeCsv([sheet]: readonly WrittenSheet[]): Uint8Array {
  const rows = (sheet?.rows ?? []).map((row) => row.map(clean));
  const options = { bom: true, delimiter: ';', escape_formulas: true, record_delimiter: 'windows' } as const;
  return new TextEncoder().encode(stringify(rows, options));
}

function textCell(text: string, isTitle: boolean) {
  const value = clean(text).replace(/_(x[0-9A-Fa-f]{4}_)/g, '_x005F_$1');
  if (value === '') return null;
  const look = isTitle ? ({ fontWeight: 'bold', backgroundColor: ground, wrap: true } as const) : {};
  return { value, type: String, format: '@', ...look };
}

function clean(text: string): string {
  return toPrintableLines(text).slice(0, cellMost).toWellFormed();
}
