import { Sku } from '#domain/ids.ts';
import type { Contents } from '#domain/posting/divide.ts';
import { wireId } from '../mapping/wire-id.ts';
import type { WirePosting } from '../wire/posting.ts';

/** What a posting holds, by product. */
export function contentsOf({ products }: WirePosting): Contents {
  return products.map(({ sku, quantity }) => ({ sku: Sku.parse(sku), quantity }));
}

/** Goods as Ozon's requests name them: in those about postings `product_id` is the SKU. */
export function partBody(contents: Contents): object {
  return { products: contents.map(({ sku, quantity }) => ({ product_id: wireId(sku), quantity })) };
}
