import type { ShopId, Sku } from '#domain/ids.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { mostUrgentNeeding } from '../database/find-postings.ts';
import { findSkusByBarcode, shopOfProduct } from '../database/products.ts';

/**
 * The products that a scanned barcode can mean. Two shops may sell the same goods: while a posting is open they are its shop's, and
 * otherwise those that some posting in the queue needs; where that leaves several, the packer is asked. What one shop alone sells under
 * one barcode is never told apart here. `shopAtHand`: whose posting is open; null while none is.
 */
export function productsAtHand(
  db: BenchDatabase,
  barcode: string,
  shopAtHand: ShopId | null,
): readonly Sku[] {
  const skus = findSkusByBarcode(db, barcode);
  if (skus.length < 2) return skus;
  const shops = new Set(skus.map((sku) => shopOfProduct(db, sku)));
  if (shops.size < 2) return skus;
  const isMeant = (sku: Sku) =>
    shopAtHand === null
      ? mostUrgentNeeding(db, sku) !== null
      : [shopAtHand, null].includes(shopOfProduct(db, sku));
  const meant = skus.filter(isMeant);
  return meant.length === 0 ? skus : meant;
}
