import type { ShopId, Sku } from '#domain/ids.ts';
import { toGtin14 } from '#domain/scanning/gtin.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { findSkusByBarcode, unknownProducts, upsertProducts } from '../database/products.ts';
import { transaction } from '../database/transaction.ts';
import type { SellerAccount, SetAside, ShopFailure } from './seller-account.ts';
import type { ShopLink } from './shop-link.ts';

export type ProductReaderOptions = {
  /** Whose products these are. */
  readonly shop: ShopId;
  readonly db: BenchDatabase;
  readonly account: SellerAccount;
  readonly link: ShopLink;
  readonly keepUnreadable: (entry: SetAside) => void;
  /** Told of products that are new or say something new, after they are on disk. */
  readonly onProducts: (skus: readonly Sku[]) => void;
  readonly signal: AbortSignal;
  /** Epoch ms. */
  readonly now: () => number;
};

/** Brings in what the shop says of products, and what it says otherwise later: sizes, weights, barcodes, pictures. */
export type ProductReader = {
  /** Those that the bench knows nothing of yet. */
  readUnknown(skus: readonly Sku[]): Promise<void>;
  /** Of these, what was read long ago or never by this process; what is too much for once comes with the next call. */
  readStale(skus: readonly Sku[]): Promise<void>;
  /** These, however fresh they are; 500 at most. False where it must be tried again. */
  readAgain(skus: readonly Sku[]): Promise<boolean>;
};

const atOnce = 500;
/** A seller corrects a barcode or a weight because of what the bench said: it must come in within the shift, ms. */
const freshForMs = 1_800_000;
/** Products that lost a barcode to another, which may have lost one to a third. */
const followedMax = 3;

export function createProductReader(options: ProductReaderOptions): ProductReader {
  const { shop, db, account, link, now, signal } = options;
  const readAt = new Map<Sku, number>();
  /** Here for good, as no product is ever removed: a long list names the same ones again and again. */
  const known = new Set<Sku>();
  /** Why the last reading came to nothing. */
  let failure: ShopFailure | null = null;

  /** Null when the shop did not answer; else other products that carry a barcode of those that have changed. */
  async function read(skus: readonly Sku[]): Promise<readonly Sku[] | null> {
    const answer = await link.call(() => account.getProducts(skus, signal));
    failure = answer.ok ? null : answer.error;
    if (!answer.ok || signal.aborted) return null;
    const products = answer.value.products.map((product) => ({
      product,
      codes: product.barcodes.map((barcode) => toGtin14(barcode) ?? barcode),
    }));
    const changed = transaction(db, () => {
      for (const entry of answer.value.setAside) options.keepUnreadable(entry);
      return upsertProducts(db, shop, products, now());
    });
    for (const sku of skus) readAt.set(sku, now());
    if (changed.length > 0) options.onProducts(changed);
    const codes = products.filter(({ product }) => changed.includes(product.sku)).flatMap((one) => one.codes);
    return codes.flatMap((code) => findSkusByBarcode(db, code)).filter((sku) => !skus.includes(sku));
  }

  /** A barcode that has moved to another product is gone from its first one: that one is read, too, listed or not. */
  async function readWithOthers(skus: readonly Sku[]): Promise<boolean> {
    let wanted = skus;
    for (let followed = 0; followed < followedMax && wanted.length > 0; followed += 1) {
      const others = await read(wanted);
      if (others === null) return false;
      wanted = [...new Set(others)].slice(0, atOnce);
    }
    return true;
  }

  return {
    async readUnknown(skus) {
      const wanted = unknownProducts(
        db,
        skus.filter((sku) => !known.has(sku)),
      );
      for (let i = 0; i < wanted.length; i += atOnce)
        if (!(await readWithOthers(wanted.slice(i, i + atOnce)))) return;
      const stillUnknown = new Set(unknownProducts(db, wanted));
      for (const sku of skus) if (!stillUnknown.has(sku)) known.add(sku);
    },
    async readAgain(skus) {
      if (await readWithOthers(skus.slice(0, atOnce))) return true;
      // What the shop refuses, or does not let this key read, it does not say the next time either.
      return failure !== null && failure.code !== 'retry' && failure.code !== 'unknown';
    },
    async readStale(skus) {
      for (const [sku, at] of readAt) if (now() - at >= freshForMs) readAt.delete(sku);
      const stale = [...new Set(skus)].filter((sku) => !readAt.has(sku));
      if (stale.length > 0) await readWithOthers(stale.slice(0, atOnce));
    },
  };
}
