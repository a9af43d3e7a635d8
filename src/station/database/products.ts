import { hash } from 'node:crypto';
import { z } from 'zod';
import type { ShopId, Sku } from '#domain/ids.ts';
import { type Product, SizeMm } from '#domain/posting/product.ts';
import type { BenchDatabase, ReadableDatabase } from './bench-database.ts';
import { eq, sql } from './drizzle.ts';
import { prepareOnce } from './prepare-once.ts';
import { product, productBarcode } from './schema.ts';
import { requireTransaction } from './transaction.ts';

/** A product with its barcodes as a scan is compared with them: GTINs as 14 digits, anything else as it is read. */
export type ProductWithCodes = { readonly product: Product; readonly codes: readonly string[] };

const Barcodes = z.array(z.string());

const statements = prepareOnce((db: ReadableDatabase) => ({
  bySku: db.orm
    .select()
    .from(product)
    .where(eq(product.sku, sql.placeholder('sku')))
    .prepare(),
  byArticle: db.orm
    .select({ sku: product.sku })
    .from(product)
    .where(eq(product.offerId, sql.placeholder('offerId')))
    .prepare(),
  byBarcode: db.orm
    .select({ sku: productBarcode.sku })
    .from(productBarcode)
    .where(eq(productBarcode.barcode, sql.placeholder('barcode')))
    .orderBy(productBarcode.sku)
    .prepare(),
}));

const writes = prepareOnce((db: BenchDatabase) => ({
  digest: db.sqlite.prepare<[string], string>('SELECT digest FROM product WHERE sku = ?').pluck(),
  upsert: db.sqlite.prepare(
    `INSERT INTO product (sku, offer_id, name, barcodes, size_mm, weight_g, picture_url, upright, fragile, digest, changed_at, shop)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (sku) DO UPDATE SET offer_id = excluded.offer_id, name = excluded.name,
       barcodes = excluded.barcodes, size_mm = excluded.size_mm, weight_g = excluded.weight_g,
       picture_url = excluded.picture_url, upright = excluded.upright, fragile = excluded.fragile,
       digest = excluded.digest, changed_at = excluded.changed_at, shop = excluded.shop`,
  ),
  deleteBarcodes: db.sqlite.prepare('DELETE FROM product_barcode WHERE sku = ?'),
  insertBarcode: db.sqlite.prepare(
    'INSERT INTO product_barcode (barcode, sku) VALUES (?, ?) ON CONFLICT DO NOTHING',
  ),
}));

/**
 * Takes over what a shop says of its products; part of the caller's transaction. An unchanged product costs one read.
 * Returns the SKUs that were new or changed.
 */
export function upsertProducts(
  db: BenchDatabase,
  shop: ShopId,
  products: readonly ProductWithCodes[],
  at: number,
): readonly Sku[] {
  requireTransaction(db, 'taking over products');
  return products.filter((entry) => upsertProduct(db, shop, entry, at)).map((entry) => entry.product.sku);
}

/** The products known here, by SKU; unknown ones are absent. */
export function getProducts(db: ReadableDatabase, skus: Iterable<Sku>): ReadonlyMap<Sku, Product> {
  const found = new Map<Sku, Product>();
  for (const sku of skus) {
    const row = statements(db).bySku.get({ sku });
    if (row !== undefined) found.set(sku, productOf(row));
  }
  return found;
}

/** SKUs of a list that the shop must still be asked about. */
export function unknownProducts(db: ReadableDatabase, skus: Iterable<Sku>): readonly Sku[] {
  return [...new Set(skus)].filter((sku) => statements(db).bySku.get({ sku }) === undefined);
}

/** The bench's products of articles of the seller's. */
export function skusOfArticles(db: ReadableDatabase, articles: Iterable<string>): readonly Sku[] {
  return [...new Set(articles)].flatMap((offerId) =>
    statements(db)
      .byArticle.all({ offerId })
      .map(({ sku }) => sku),
  );
}

/** Products that carry a code, as normalised by the caller. More than one of a shop's is a question for the packer. */
export function findSkusByBarcode(db: ReadableDatabase, barcode: string): readonly Sku[] {
  return statements(db)
    .byBarcode.all({ barcode })
    .map(({ sku }) => sku);
}

/** Whose a product is; null where it is not known, or was not read since benches have several shops. */
export function shopOfProduct(db: ReadableDatabase, sku: Sku): ShopId | null {
  return statements(db).bySku.get({ sku })?.shop ?? null;
}

function upsertProduct(
  db: BenchDatabase,
  shop: ShopId,
  { product, codes }: ProductWithCodes,
  at: number,
): boolean {
  const { digest, upsert, deleteBarcodes, insertBarcode } = writes(db);
  const { sku, offerId, name, weightG, pictureUrl, upright, fragile } = product;
  const barcodes = JSON.stringify(product.barcodes);
  const sizeMm = product.sizeMm === null ? null : JSON.stringify(product.sizeMm);
  const said = [offerId, name, barcodes, sizeMm, weightG, pictureUrl, upright, fragile, codes, shop];
  const saidDigest = hash('sha256', JSON.stringify(said), 'base64url');
  if (digest.get(sku) === saidDigest) return false;
  const isFragile = fragile ? 1 : 0;
  const row = [sku, offerId, name, barcodes, sizeMm, weightG, pictureUrl, upright, isFragile];
  upsert.run(...row, saidDigest, at, shop);
  deleteBarcodes.run(sku);
  for (const code of codes) insertBarcode.run(code, sku);
  return true;
}

function productOf(row: typeof product.$inferSelect): Product {
  const { digest: _digest, changedAt: _changedAt, shop: _shop, barcodes, sizeMm, ...rest } = row;
  return {
    ...rest,
    barcodes: Barcodes.parse(JSON.parse(barcodes)),
    sizeMm: sizeMm === null ? null : SizeMm.parse(JSON.parse(sizeMm)),
  };
}
