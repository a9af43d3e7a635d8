import { stringify } from 'csv-stringify/sync';
import type { ReturnCheckRow } from '../database/return-checks.ts';
import { localTimeIn } from './local-time.ts';

const columns = [
  'at',
  'return',
  'barcode',
  'posting',
  'goods',
  'quantity',
  'found',
  'note',
  'person',
] as const;

/**
 * What was found of returns, as CSV in the manifest's manner: RFC 4180 in UTF-8 with a byte order mark, no text a formula.
 * The header is the same in every language, so that one reading of the file serves all benches.
 */
export function returnCheckCsv(
  rows: readonly ReturnCheckRow[],
  { timeZone, nameOf }: { readonly timeZone: string; readonly nameOf: (actor: string) => string },
): Uint8Array {
  const localTime = localTimeIn(timeZone);
  const records = rows.map((row) => [
    ...[localTime(row.at), row.returnId, row.barcode, row.posting, row.goods, row.quantity],
    ...[row.found, row.note, nameOf(row.actor)],
  ]);
  const csv = stringify([[...columns], ...records], {
    ...{ bom: true, escape_formulas: true, quoted_string: true, record_delimiter: 'windows' },
  });
  return new TextEncoder().encode(csv);
}
