import { z } from 'zod';

/** An int64 id as Ozon sends it: a number or a string of digits; text after parsing. Zero is no id. */
export const id = z
  .union([z.int().positive().transform(String), z.string().trim()])
  .pipe(z.string().regex(/^[1-9]\d{0,19}$/, 'is no id'));

/** An id that may be missing: null, "", 0 and nothing all give null. */
export const optionalId = z.preprocess(
  (value) => (isNothing(value) || value === 0 || value === '0' ? null : value),
  id.nullable(),
);

/** Text that may be missing; "" then. */
export const text = z
  .string()
  .nullish()
  .transform((value) => value?.trim() ?? '');

/** Text where Ozon sometimes sends the digits as a number. */
export const textOrNumber = z
  .union([z.string(), z.int().nonnegative().transform(String)])
  .nullish()
  .transform((value) => value?.trim() ?? '');

/** A bool that may be missing; false then. */
export const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);

/** A number, perhaps as text; null when missing, "" or 0, which stand for "not filled in". */
export const measure = z
  .preprocess((value) => (isNothing(value) ? null : value), numeric(z.number().nonnegative()).nullable())
  .transform((value) => (value === 0 ? null : value));

/** A count of at least one that must be there. */
export const quantity = numeric(z.int().min(1).max(100_000));

/** RFC 3339 in UTC, fraction of 0 to 9 digits; epoch ms after parsing, null when missing. */
export const moment = z.preprocess(
  (value) => (isNothing(value) ? null : value),
  z.iso
    .datetime({ offset: true })
    .transform((value) => Date.parse(value))
    .pipe(z.int())
    .nullable(),
);

/** A repeated field: missing, null and "" mean none. An entry that cannot be read makes the whole unreadable. */
export function list<Item extends z.ZodType>(item: Item) {
  return z.preprocess((value) => (isNothing(value) ? [] : value), z.array(item));
}

/** A sub-object that may be missing: null, "" and the empty list of old serializers mean `{}`. */
export function part<Shape extends z.ZodType>(shape: Shape) {
  return z.preprocess(
    (value) => (isNothing(value) || (Array.isArray(value) && value.length === 0) ? {} : value),
    shape,
  );
}

/** An answer that may or may not be wrapped in `result`. */
export function unwrapped<Shape extends z.ZodType>(shape: Shape) {
  return z.preprocess((value) => {
    if (!isRecord(value) || !isRecord(value.result)) return value;
    const { result, ...rest } = value;
    return { ...rest, ...result };
  }, shape);
}

/** An answer of which nothing but its coming matters. */
export const anything = z.unknown();

/** A JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function numeric(number: z.ZodNumber) {
  return z.union([
    number,
    z
      .string()
      .trim()
      .regex(/^\d+(\.\d+)?$/)
      .transform(Number)
      .pipe(number),
  ]);
}
