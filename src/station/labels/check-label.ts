import type { ReadCode } from './decode-bitmap.ts';

/** What a scanner may read off the label of one posting: its number, and what else the shop printed for it. */
export type ExpectedCodes = { readonly number: string; readonly labelBarcodes: readonly string[] };

/** Why a drawn label is not the label of this posting. */
export type LabelMismatch =
  /** Nothing on it can be read: it would not scan at the courier's either. */
  | { readonly code: 'label-unreadable' }
  /** It can be read, but nothing on it belongs to this posting. */
  | { readonly code: 'label-of-another'; readonly read: readonly string[] }
  /** It has a code of this posting and one of another. */
  | { readonly code: 'label-contradicts'; readonly read: readonly string[]; readonly foreign: string };

// Ozon's posting numbers (`12345678-0001-1`) and the upper barcode of its labels (`%101%806044518`).
const POSTING_NUMBER = /^\d{5,12}-\d{4}-\d{1,4}$/;
const UPPER_BARCODE = /^%\d+%\d+$/;

/**
 * Compares what was read off a drawn label with what the posting expects. At least one expected code must be there,
 * and no other code that looks like a posting's: then null, otherwise the reason for refusing it. Where nothing is known
 * to expect, anything readable will do.
 */
export function checkLabel(codes: readonly ReadCode[], expected: ExpectedCodes | null): LabelMismatch | null {
  const read = codes.map((code) => code.text);
  if (read.length === 0) return { code: 'label-unreadable' };
  if (expected === null) return null;
  const wanted = new Set([expected.number, ...expected.labelBarcodes].filter((code) => code !== ''));
  if (!read.some((text) => wanted.has(text))) return { code: 'label-of-another', read };
  const hasUpperBarcode = expected.labelBarcodes.some((code) => UPPER_BARCODE.test(code));
  const foreign = read.find(
    (text) =>
      !wanted.has(text) && (POSTING_NUMBER.test(text) || (hasUpperBarcode && UPPER_BARCODE.test(text))),
  );
  return foreign === undefined ? null : { code: 'label-contradicts', read, foreign };
}
