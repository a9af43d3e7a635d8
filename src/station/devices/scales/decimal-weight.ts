import { err, ok, type Result } from '#domain/result.ts';

/** By how many decimal places a unit is moved to become tenths of a gram. */
const PLACES: ReadonlyMap<string, number> = new Map([
  ['mg', -2],
  ['g', 1],
  ['kg', 4],
]);

/**
 * A decimal number and its unit (mg, g, kg) as integer tenths of a gram, rounded half away from zero, without a
 * floating-point step before the rounding. `number`: not a plain decimal number with a point, or above 99 t.
 * `unit`: not a unit a parcel is weighed in here; pounds are not guessed into grams.
 */
export function tenthsFromDecimal(text: string, unit: string): Result<number, 'number' | 'unit'> {
  const places = PLACES.get(unit.toLowerCase());
  if (places === undefined) return err('unit');
  const found = /^([+-]?)(\d{1,8})(?:\.(\d{1,6}))?$/.exec(text);
  if (found === null) return err('number');
  const [, sign = '', whole = '', fraction = ''] = found;
  const digits = Number(whole + fraction);
  const move = places - fraction.length;
  const tenthsG = move >= 0 ? digits * 10 ** move : Math.round(digits / 10 ** -move);
  if (!Number.isSafeInteger(tenthsG)) return err('number');
  return ok(sign === '-' && tenthsG !== 0 ? -tenthsG : tenthsG);
}
