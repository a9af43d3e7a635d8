import { err, ok, type Result } from '#domain/result.ts';

/** The units that scales write behind a number, or are set to where the frame has none. */
export const weightUnits = ['mg', 'g', 'kg', 't', 'lb', 'oz'] as const;
export type WeightUnit = (typeof weightUnits)[number];

/** By how many decimal places a metric unit is moved to become milligrams. */
const PLACES = { mg: 0, g: 3, kg: 6, t: 9 } as const;
/** Milligrams in a unit of the imperial system: exact by the international agreement of 1959. */
const MG_IN = { lb: 453_592.37, oz: 28_349.523125 } as const;
/** A converted weight is no more exact than a hundredth of a gram, mg. */
const CONVERTED_TO_MG = 10;

/** The unit of that name in any case, with the blanks that scales pad it with; null for one no parcel is weighed in. */
export function toWeightUnit(text: string): WeightUnit | null {
  const name = text.trim().toLowerCase();
  return weightUnits.find((unit) => unit === name) ?? null;
}

/**
 * A decimal number in a unit as integer milligrams, rounded half away from zero; metric units without a floating-point
 * step before the rounding. Fails for what is no plain decimal number with a point, or is above 99 t.
 */
export function mgFromDecimal(text: string, unit: WeightUnit): Result<number, 'number'> {
  const found = /^([+-]?)(\d{1,8})(?:\.(\d{1,6}))?$/.exec(text);
  if (found === null) return err('number');
  const [, sign = '', whole = '', fraction = ''] = found;
  const digits = Number(whole + fraction);
  const mg = mgFromDigits(digits, -fraction.length, unit);
  if (mg === null) return err('number');
  return ok(sign === '-' && mg !== 0 ? -mg : mg);
}

/**
 * `digits` times ten to the `exponent` in a unit as integer milligrams; null beyond what counts exactly. `digits` is a
 * whole number from 0.
 */
export function mgFromDigits(digits: number, exponent: number, unit: WeightUnit): number | null {
  const mg =
    unit === 'lb' || unit === 'oz'
      ? Math.round((moved(digits, exponent) * MG_IN[unit]) / CONVERTED_TO_MG) * CONVERTED_TO_MG
      : Math.round(moved(digits, exponent + PLACES[unit]));
  return Number.isSafeInteger(mg) ? mg : null;
}

function moved(digits: number, places: number): number {
  return places >= 0 ? digits * 10 ** places : digits / 10 ** -places;
}

/** Milligrams as integer tenths of a gram, rounded half away from zero. */
export function tenthsFromMg(mg: number): number {
  const tenths = Math.round(Math.abs(mg) / 100);
  return mg < 0 && tenths !== 0 ? -tenths : tenths;
}
