// biome-ignore lint/style/noRestrictedImports: values for tests, no rule depends on it.
import fc from 'fast-check';
import { checkDigit } from './check-digit.ts';
import type { Gs1Element } from './gs1.ts';

const set82 = [
  '!"%&\'()*+,-./0123456789:;<=>?',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz',
].join('');

/** A value of the 82 characters that GS1 allows. */
export function anyValue(minLength: number, maxLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...set82), minLength, maxLength });
}

/** Digits, of one length or of a range of lengths. */
export function anyDigits(minLength: number, maxLength = minLength): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...'0123456789'), minLength, maxLength });
}

/** Digits with a right check digit at the end. */
export function anyChecked(length: number): fc.Arbitrary<string> {
  return anyDigits(length - 1)
    .filter((body) => !/^0*$/.test(body))
    .map((body) => body + checkDigit(body));
}

const values: Readonly<Record<string, fc.Arbitrary<string>>> = {
  '00': anyChecked(18),
  '01': anyChecked(14),
  '02': anyChecked(14),
  10: anyValue(1, 20),
  11: anyDigits(6),
  15: anyDigits(6),
  17: anyDigits(6),
  20: anyDigits(2),
  21: anyValue(1, 20),
  240: anyValue(1, 30),
  30: anyDigits(1, 8),
  37: anyDigits(1, 8),
  3103: anyDigits(6),
  3352: anyDigits(6),
  410: anyChecked(13),
  8005: anyDigits(6),
  91: anyValue(1, 90),
  92: anyValue(1, 90),
  93: anyValue(1, 90),
  99: anyValue(1, 90),
};

/** Any list of different elements in any order. */
export const anyElements: fc.Arbitrary<readonly Gs1Element[]> = fc
  .uniqueArray(fc.constantFrom(...Object.keys(values)), { minLength: 1, maxLength: 6 })
  .chain((ais) =>
    fc.tuple(...ais.map((ai) => (values[ai] ?? fc.constant('')).map((value) => ({ ai, value })))),
  );
