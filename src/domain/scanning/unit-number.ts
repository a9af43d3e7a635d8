import { z } from 'zod';

/** A number that one unit alone carries, besides a marking code. */
export const UnitNumberKind = z.enum(['imei', 'jewelry-uin']);
export type UnitNumberKind = z.infer<typeof UnitNumberKind>;

export const UnitNumber = z.object({ kind: UnitNumberKind, value: z.string() });
export type UnitNumber = z.infer<typeof UnitNumber>;

/**
 * The number in what was scanned or typed, digits alone; null for what is none. An IMEI has 15 digits, the last of them a check
 * digit (3GPP TS 23.003, annex B); the UIN of a piece of jewellery has 16.
 */
export function parseUnitNumber(kind: UnitNumberKind, text: string): UnitNumber | null {
  const value = text
    .trim()
    .replace(/^(imei|uin|уин)[\s:№#]*\d?[\s:]+/iu, '')
    .replace(/[\s/-]/g, '');
  const isOne = kind === 'imei' ? /^\d{15}$/.test(value) && hasLuhnDigit(value) : /^\d{16}$/.test(value);
  return isOne ? { kind, value } : null;
}

/** What a number is kept by, so that no two units have the same. */
export function unitNumberKey({ kind, value }: UnitNumber): string {
  return `${kind}:${value}`;
}

/** ISO/IEC 7812-1 annex B: every second digit from the right doubled, the sum of all digits a multiple of ten. */
function hasLuhnDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, fromRight) => {
    const value = Number(digit) * (fromRight % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
