import { z } from 'zod';

/** int64 as proto-JSON takes it: a number or a string of digits. */
export const int64 = z.union([
  z.int(),
  z
    .string()
    .regex(/^-?\d{1,15}$/)
    .transform(Number),
]);

/** google.protobuf.Timestamp as text; epoch ms after parsing. */
export const timestamp = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

/** A repeated field: missing and null mean none. */
export function repeated<Item extends z.ZodType>(item: Item) {
  return z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);
}

/** A bool field: missing and null mean false. */
export const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);

/** A string field: missing and null mean "". */
export const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

/** RFC 3339 in UTC without needless fraction, as Ozon prints times; `at` in epoch ms. */
export function timeText(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

/** `YYYY-MM-DD` in UTC; `at` in epoch ms. */
export function dayText(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
