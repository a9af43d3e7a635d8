import type { Carrier } from './aim.ts';
import { hasValidCheckDigit } from './check-digit.ts';
import type { GtinForm, SingleReading } from './code-reading.ts';
import { expandUpcE, toGtin14 } from './gtin.ts';

/**
 * Everything a code of nothing but digits can be, given what the scanner said about its symbol; at least one reading.
 * Without a symbology identifier, lengths that parcel barcodes share (14, 16, 18, 20 digits) are text as well.
 */
export function readDigits(digits: string, carrier: Carrier): readonly SingleReading[] {
  switch (carrier) {
    case 'ean':
      return verified(
        digits.length === 8 ? upcE(digits) : gtin(digits, digits.length === 12 ? 'upca' : 'ean13'),
        digits,
      );
    case 'ean-with-addon':
      return readDigits(/^\d{15}$|^\d{18}$/.test(digits) ? digits.slice(0, 13) : digits, 'ean');
    case 'ean8':
      return verified(gtin(digits, 'ean8'), digits);
    case 'itf':
      return digits.length === 14 ? orText(gtin(digits, 'itf14'), digits) : [{ kind: 'text', text: digits }];
    default:
      return readUnknownDigits(digits);
  }
}

function readUnknownDigits(digits: string): readonly SingleReading[] {
  const text: SingleReading = { kind: 'text', text: digits };
  switch (digits.length) {
    case 8:
      return readEight(digits);
    case 12:
      return orText(gtin(digits, 'upca'), digits, 'bad-check-digit');
    case 13:
      return orText(gtin(digits, 'ean13'), digits, 'bad-check-digit');
    case 14:
      return [...gtin(digits, 'itf14'), text];
    case 16:
      return [...(digits.startsWith('01') ? gtin(digits.slice(2), 'gs1') : []), text];
    case 18:
      return [...sscc(digits), text];
    case 20:
      return [...(digits.startsWith('00') ? sscc(digits.slice(2)) : []), text];
    default:
      return [text];
  }
}

/** Eight digits may be EAN-8, UPC-E or both; only UPC-E is so weak a sign that the digits may be text as well. */
function readEight(digits: string): readonly SingleReading[] {
  const ean8 = gtin(digits, 'ean8');
  const short = upcE(digits);
  if (ean8.length > 0) return [...ean8, ...short];
  if (short.length > 0) return [...short, { kind: 'text', text: digits }];
  return [{ kind: 'text', text: digits, doubt: 'bad-check-digit' }];
}

function gtin(digits: string, form: GtinForm): readonly SingleReading[] {
  const gtin14 = toGtin14(digits);
  return gtin14 === null ? [] : [{ kind: 'gtin', gtin14, raw: digits, form }];
}

function upcE(digits: string): readonly SingleReading[] {
  const upcA = expandUpcE(digits);
  const gtin14 = upcA === null ? null : toGtin14(upcA);
  return gtin14 === null ? [] : [{ kind: 'gtin', gtin14, raw: digits, form: 'upce' }];
}

function sscc(digits: string): readonly SingleReading[] {
  return hasValidCheckDigit(digits) ? [{ kind: 'sscc', sscc: digits }] : [];
}

/** For symbols that carry nothing but trade item numbers: a wrong check digit is a misread, never a text. */
function verified(readings: readonly SingleReading[], digits: string): readonly SingleReading[] {
  return readings.length > 0 ? readings : [{ kind: 'unreadable', problem: 'bad-check-digit', raw: digits }];
}

function orText(
  readings: readonly SingleReading[],
  digits: string,
  doubt?: 'bad-check-digit',
): readonly SingleReading[] {
  if (readings.length > 0) return readings;
  return [doubt === undefined ? { kind: 'text', text: digits } : { kind: 'text', text: digits, doubt }];
}
