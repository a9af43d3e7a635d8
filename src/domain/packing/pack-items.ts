import type { PackItem } from '../cartonization/cartonize.ts';
import type { Sku } from '../ids.ts';
import type { Product } from '../posting/product.ts';
import type { Contents } from './session-event.ts';

/** Units as the carton engine takes them, one item per unit; null when a size or weight is unknown. */
export function toPackItems(contents: Contents, products: ReadonlyMap<Sku, Product>): PackItem[] | null {
  const items: PackItem[] = [];
  for (const entry of contents) {
    const product = products.get(entry.sku);
    if (product === undefined || product.sizeMm === null || product.weightG === null) return null;
    const item: PackItem = {
      sku: entry.sku,
      sizeMm: product.sizeMm,
      weightG: product.weightG,
      upright: product.upright,
      fragile: product.fragile,
    };
    items.push(...Array.from({ length: entry.quantity }, () => item));
  }
  return items;
}
