import { stringify } from 'csv-stringify/sync';
import type { DocumentTexts } from './document-texts.ts';
import { localTimeIn } from './local-time.ts';
import { MANIFEST_COLUMNS, type ManifestCell } from './manifest-columns.ts';
import { type ManifestHeading, type ManifestRow, shopNamer } from './manifest-row.ts';

/**
 * The manifest as CSV (RFC 4180: commas, quotes doubled, CRLF) in UTF-8 with a byte order mark, because Excel takes
 * it for the system's code page otherwise. Texts lose control characters and direction marks; a text that a
 * spreadsheet would take for a formula (first character `=` `+` `-` `@` or its full-width form) gets an apostrophe in
 * front. Times are `YYYY-MM-DD HH:MM` in the heading's zone. One header line, one line per package, no totals.
 */
export function manifestCsv(
  rows: readonly ManifestRow[],
  heading: ManifestHeading,
  texts: DocumentTexts,
): Uint8Array {
  const localTime = localTimeIn(heading.timeZone);
  const header = MANIFEST_COLUMNS.map((column) => texts.columns[column.key]);
  const shopName = shopNamer(heading);
  const records = rows.map((row) =>
    MANIFEST_COLUMNS.map((column) => plain(column.cell(row, shopName), localTime)),
  );
  const csv = stringify([header, ...records], {
    bom: true,
    escape_formulas: true,
    quoted_string: true,
    record_delimiter: 'windows',
  });
  return new TextEncoder().encode(csv);
}

function plain(cell: ManifestCell, localTime: (at: number) => string): string | number | null {
  switch (cell.kind) {
    case 'text':
      return cell.text;
    case 'number':
      return cell.value;
    case 'time':
      return cell.at === null ? null : localTime(cell.at);
  }
}
