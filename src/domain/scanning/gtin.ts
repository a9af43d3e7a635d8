import { checkDigit, hasValidCheckDigit } from './check-digit.ts';

/**
 * The 14-digit form under which EAN-8, UPC-A, EAN-13 and ITF-14 numbers are compared: padded with zeros on the left.
 * Null for anything that is not 8, 12, 13 or 14 digits with a valid check digit, and for all zeros, which is nobody's
 * number. UPC-E has to be expanded first, see {@link expandUpcE}.
 */
export function toGtin14(digits: string): string | null {
  if (!/^(\d{8}|\d{12,14})$/.test(digits) || /^0+$/.test(digits) || !hasValidCheckDigit(digits)) return null;
  return digits.padStart(14, '0');
}

/** True if both are valid trade item numbers and mean the same item: an EAN-13 equals its UPC-A. A case never equals its unit. */
export function sameGtin(a: string, b: string): boolean {
  const gtin14 = toGtin14(a);
  return gtin14 !== null && gtin14 === toGtin14(b);
}

/**
 * True for a GTIN-14 of a case (indicator 1 to 8): it stands for several units, so it must not be counted as one.
 * Indicator 9 is an item of variable measure, 0 the unit itself (GS1 General Specifications 2.1.6).
 */
export function isCaseGtin(gtin14: string): boolean {
  return /^[1-8]\d{13}$/.test(gtin14);
}

/**
 * The 12-digit UPC-A behind an 8-digit UPC-E (number system 0 or 1, six digits, check digit), or null if it is none
 * (GS1 General Specifications 5.2.2.4.2). The check digit belongs to the expanded number.
 */
export function expandUpcE(digits: string): string | null {
  const parts = /^([01])(\d{5})(\d)(\d)$/.exec(digits);
  if (!parts) return null;
  const [, system = '', five = '', last = '', check = ''] = parts;
  const body = system + expandSix(five, last);
  return checkDigit(body) === Number(check) ? body + check : null;
}

function expandSix(five: string, last: string): string {
  if (last <= '2') return `${five.slice(0, 2)}${last}0000${five.slice(2)}`;
  if (last === '3') return `${five.slice(0, 3)}00000${five.slice(3)}`;
  if (last === '4') return `${five.slice(0, 4)}00000${five.slice(4)}`;
  return `${five}0000${last}`;
}
