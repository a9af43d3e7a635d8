import { z } from 'zod';
import { int64, repeated, text } from '../http/proto-fields.ts';
import type { World } from '../world/world.ts';
import { cardOf } from './card-state.ts';
import type { Product } from './product.ts';

/** The filter of every list of products. */
export const cardFilter = z
  .object({
    offer_id: repeated(z.string()),
    product_id: repeated(int64),
    skus: repeated(int64),
    sku: repeated(int64),
    visibility: text,
  })
  .nullish();

/** The warehouse that a row is about. */
export type Asked = { readonly warehouse_id: number };

/** The products that a filter leaves, by SKU. `byIds`: products asked for by id come whatever their visibility. */
export function keptProducts(
  world: World,
  filter: z.output<typeof cardFilter>,
  byIds: 'whatever' | 'as-filtered' = 'as-filtered',
): readonly Product[] {
  const skus = new Set([...(filter?.skus ?? []), ...(filter?.sku ?? [])]);
  const ids = new Set(filter?.product_id ?? []);
  const offers = new Set(filter?.offer_id ?? []);
  const isAsked = skus.size + ids.size + offers.size > 0;
  const wantsArchived = filter?.visibility === 'ARCHIVED';
  return [...world.products.values()].filter((product) => {
    if (skus.size > 0 && !skus.has(product.sku)) return false;
    if (ids.size > 0 && !ids.has(product.productId)) return false;
    if (offers.size > 0 && !offers.has(product.offerId)) return false;
    if (isAsked && byIds === 'whatever') return true;
    return cardOf(world.cards, product).archived === wantsArchived;
  });
}
