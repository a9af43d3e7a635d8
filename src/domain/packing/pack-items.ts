import type { PackItem } from '../cartonization/cartonize.ts';
import type { Sku } from '../ids.ts';
import type { Product } from '../posting/product.ts';
import type { Contents } from './session-event.ts';

/** Goods as the carton engine takes them; null when a size or weight is unknown. */
export function toPackItems(contents: Contents, products: ReadonlyMap<Sku, Product>): PackItem[] | null {
  const items: PackItem[] = [];
  for (const entry of contents) {
    const product = products.get(entry.sku);
    if (product === undefined || product.sizeMm === null || product.weightG === null) return null;
    items.push({
      sku: entry.sku,
      quantity: entry.quantity,
      sizeMm: product.sizeMm,
      weightG: product.weightG,
      upright: product.upright,
      fragile: product.fragile,
    });
  }
  return items;
}
