import { checkDigit } from './check-digit.ts';
import { isCaseGtin } from './gtin.ts';

/**
 * The trade item number of the unit that a case is made of: indicator 0 and a check digit of its own, where case and unit
 * were numbered together (GS1 General Specifications 2.1.6). Null for what is no case.
 */
export function unitOfCase(gtin14: string): string | null {
  if (!isCaseGtin(gtin14)) return null;
  const body = `0${gtin14.slice(1, 13)}`;
  return `${body}${checkDigit(body)}`;
}
