import { hasValidCheckDigit } from './check-digit.ts';

/** Whose parcel a number is by its form: the postal union's S10, or a domestic one of Russian Post. */
export type ParcelNumber = 'upu-s10' | 'russian-post';

const S10_WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7] as const;

/**
 * Says whether a text has the form and the check digit of a parcel number: two letters, eight digits, check digit and
 * country (UPU standard S10), or fourteen digits whose last is the check digit (Russian Post). Null for anything else.
 */
export function parcelNumberOf(text: string): ParcelNumber | null {
  const [, digits, check] = /^[A-Z]{2}(\d{8})(\d)[A-Z]{2}$/.exec(text) ?? [];
  if (digits !== undefined) return s10CheckDigit(digits) === Number(check) ? 'upu-s10' : null;
  return /^\d{14}$/.test(text) && hasValidCheckDigit(text) ? 'russian-post' : null;
}

/** The check digit of eight digits under UPU S10. */
export function s10CheckDigit(eightDigits: string): number {
  const sum = S10_WEIGHTS.reduce((total, weight, at) => total + weight * Number(eightDigits[at] ?? 0), 0);
  const rest = 11 - (sum % 11);
  if (rest === 10) return 0;
  return rest === 11 ? 5 : rest;
}
