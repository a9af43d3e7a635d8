/** GS1 check digit (GS1 General Specifications 7.9) of the digits before it, for GTIN of any length. */
export function checkDigit(digits: string): string {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const weight = (digits.length - index) % 2 === 1 ? 3 : 1;
    sum += Number(digits.charAt(index)) * weight;
  }
  return String((10 - (sum % 10)) % 10);
}

/** The digits with their check digit appended. */
export function withCheckDigit(digits: string): string {
  return digits + checkDigit(digits);
}

/** True for 8, 12, 13 or 14 digits that end with their check digit. */
export function isGtin(text: string): boolean {
  return /^(\d{8}|\d{12,14})$/.test(text) && checkDigit(text.slice(0, -1)) === text.slice(-1);
}

/** The 14-digit form of a GTIN of 8, 12 or 13 digits. */
export function gtin14(barcode: string): string {
  return barcode.padStart(14, '0');
}
