import type { ReturnView } from '#contract/after-sale-procedures.ts';

/** The returns that hold what was typed or scanned, in their barcode, posting, product or article; all of them for nothing. */
export function foundReturns(rows: readonly ReturnView[], wanted: string): readonly ReturnView[] {
  const word = wanted.trim().toLowerCase();
  return rows.filter(({ barcode, posting, name, offer }) =>
    [barcode, posting, name, offer].some((text) => text.toLowerCase().includes(word)),
  );
}
