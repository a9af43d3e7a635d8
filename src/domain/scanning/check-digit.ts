/**
 * The check digit that belongs behind `body` (digits only), modulo 10 with weights 3, 1, 3, 1 … counted from the right
 * (GS1 General Specifications 7.9). One routine for GTIN-8/12/13/14, SSCC-18 and GLN.
 */
export function checkDigit(body: string): number {
  let sum = 0;
  for (let fromRight = 0; fromRight < body.length; fromRight += 1) {
    const digit = body.charCodeAt(body.length - 1 - fromRight) - 48;
    sum += fromRight % 2 === 0 ? 3 * digit : digit;
  }
  return (10 - (sum % 10)) % 10;
}

/** True if `digits` consists of at least two digits and its last one is the check digit of the others. */
export function hasValidCheckDigit(digits: string): boolean {
  return /^\d{2,}$/.test(digits) && checkDigit(digits.slice(0, -1)) === Number(digits.at(-1));
}
