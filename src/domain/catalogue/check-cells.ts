import { hasValidCheckDigit } from '../scanning/check-digit.ts';
import type { FindingCode, ImportFinding } from './import-finding.ts';
import { shown } from './import-finding.ts';
import { decimalsOf, readNumber } from './number-cell.ts';
import { type Currency, currencies, type VatShare } from './product-card.ts';

/** What a cell says, or what is wrong with it. */
export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: FindingCode; readonly facts: ImportFinding['facts'] };

/** The longest side and the greatest weight that make sense: 5 m, and a tonne (the shop's own bound). */
export const longestSideMm = 5_000;
export const greatestWeightG = 1_000_000;
const highestPrice = 100_000_000;
export const picturesMost = 30;
const addressMost = 2_000;

/** A cell that is wrong. */
export function wrong(code: FindingCode, facts: ImportFinding['facts'] = {}): Read<never> {
  return { ok: false, code, facts };
}

/** A price above 0 with at most two decimals, as the shop wants it: "1290.50". */
export function readPrice(text: string): Read<string> {
  const value = readNumber(text);
  if (value === null) return wrong('no-number', { value: shown(text) });
  if (value <= 0) return wrong('not-above-zero', { value: shown(text) });
  if (decimalsOf(text) > 2) return wrong('too-many-decimals', { value: shown(text), most: 2 });
  if (value > highestPrice) return wrong('too-large', { value: shown(text), most: highestPrice, unit: '' });
  return { ok: true, value: value.toFixed(2) };
}

/** A side or a weight in a whole number of a small unit (`perUnit` of them in the sheet's unit), rounded up to 1 at least. */
export function readMeasure(text: string, perUnit: number, most: number, unit: string): Read<number> {
  const value = readNumber(text);
  if (value === null) return wrong('no-number', { value: shown(text) });
  if (value <= 0) return wrong('not-above-zero', { value: shown(text) });
  const measure = Math.max(Math.round(value * perUnit), 1);
  if (measure > most) return wrong('too-large', { value: shown(text), most, unit });
  return { ok: true, value: measure };
}

const VAT_WORDS: Readonly<Record<string, VatShare>> = {
  ...{ '0': '0', 'без ндс': '0', 'no vat': '0', none: '0', 免税: '0', 无增值税: '0' },
  ...{ '5': '0.05', '0.05': '0.05', '7': '0.07', '0.07': '0.07', '10': '0.1', '0.1': '0.1', '0.10': '0.1' },
  ...{ '20': '0.2', '0.2': '0.2', '0.20': '0.2', '22': '0.22', '0.22': '0.22' },
};

/** A tax rate: a share ("0.22"), percents ("22", "22 %"), or "no VAT" in one of the three languages. */
export function readVat(text: string): Read<VatShare> {
  const plain = text.trim().toLowerCase().replace(',', '.').replace(/\s*%$/, '').replace(/\s+/g, ' ');
  const share = Object.hasOwn(VAT_WORDS, plain) ? VAT_WORDS[plain] : undefined;
  return share === undefined ? wrong('unknown-vat', { value: shown(text) }) : { ok: true, value: share };
}

/** A currency's code. */
export function readCurrency(text: string): Read<Currency> {
  const wanted = text.trim().toUpperCase();
  const found = currencies.find((code) => code === wanted);
  return found === undefined ? wrong('unknown-currency', { value: shown(text) }) : { ok: true, value: found };
}

/**
 * A barcode: digits alone are a GTIN of 8, 12, 13 or 14 with its check digit (GS1 General Specifications 7.9); letters and
 * digits together are a code of the seller's or the shop's own, up to 100.
 */
export function readBarcode(text: string): Read<string> {
  const code = text.trim();
  // What a spreadsheet leaves of a long number: 4.60123E+12. Its digits are lost.
  if (/^\d[.,]?\d*e\+\d+$/i.test(code)) return wrong('barcode-rounded', { value: code });
  if (!/^[A-Za-z0-9_-]+$/.test(code)) return wrong('barcode-characters', { value: shown(code) });
  if (code.length > 100) return wrong('too-long', { length: code.length, most: 100 });
  if (!/^\d+$/.test(code)) return { ok: true, value: code };
  if (![8, 12, 13, 14].includes(code.length))
    return wrong('barcode-length', { value: shown(code), length: code.length });
  return hasValidCheckDigit(code) ? { ok: true, value: code } : wrong('barcode-check-digit', { value: code });
}

/** One address of a page or a picture that the shop can fetch. */
export function isAddress(text: string): boolean {
  return (
    text.length <= addressMost &&
    /^https?:\/\/[^\s/?#@:]+\.[^\s/?#@:.]{2,}(:\d{1,5})?([/?#]\S*)?$/i.test(text)
  );
}

/** Addresses of pictures, apart by spaces, line breaks or semicolons. */
export function readPictures(text: string): Read<readonly string[]> {
  const addresses = text.split(/[\s;]+|,(?=https?:)/i).filter((one) => one !== '');
  const bad = addresses.find((one) => !isAddress(one));
  if (bad !== undefined) return wrong('no-address', { value: shown(bad) });
  if (addresses.length > picturesMost)
    return wrong('too-many-values', { count: addresses.length, most: picturesMost });
  return { ok: true, value: addresses };
}
