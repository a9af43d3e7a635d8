import type { Posting } from '../postings/posting.ts';

/** Products of one wished package; `sku` is what Ozon calls `product_id` there. */
export interface PackageWish {
  readonly items: readonly { readonly sku: number; readonly quantity: number }[];
}

/** Ozon's word for what is wrong with the packages of a ship request; null when they hold exactly the posting. */
export function packagesFault(posting: Posting, packages: readonly PackageWish[]): string | null {
  const wished = new Map<number, number>();
  for (const { sku, quantity } of packages.flatMap(({ items }) => items)) {
    if (!posting.lines.some((line) => line.sku === sku)) return 'UNKNOWN_PRODUCT_DEFINED';
    wished.set(sku, (wished.get(sku) ?? 0) + quantity);
  }
  const exact = posting.lines.every((line) => wished.get(line.sku) === line.quantity);
  return exact ? null : 'HAS_INCORRECT_PRODUCT_QUANTITY';
}
