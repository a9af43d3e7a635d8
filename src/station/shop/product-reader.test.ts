import { describe, expect, it } from 'vitest';
import { ShopId, type Sku } from '#domain/ids.ts';
import { mug, products, towel } from '#domain/packing/testing/sample-bench.ts';
import type { Product } from '#domain/posting/product.ts';
import { err, ok } from '#domain/result.ts';
import { findSkusByBarcode, getProducts } from '../database/products.ts';
import { openBench } from '../database/testing/temporary-bench.ts';
import { createProductReader } from './product-reader.ts';
import type { SellerAccount } from './seller-account.ts';
import { createShopLink } from './shop-link.ts';
import { silentAccount } from './testing/silent-account.ts';

const halfAnHourMs = 1_800_000;

/** A shop that knows these products, and a reader of them. */
function openReader() {
  const db = openBench();
  const clock = { at: 1_764_000_000_000 };
  const now = () => clock.at;
  const known = new Map<Sku, Product>();
  const world = { known, asked: [] as Sku[][], told: [] as Sku[], isAway: false };
  const account: SellerAccount = {
    ...silentAccount,
    async getProducts(skus) {
      world.asked.push([...skus]);
      if (world.isAway) return err({ code: 'retry', afterMs: null, detail: 'away' });
      return ok({ products: skus.flatMap((sku) => known.get(sku) ?? []), setAside: [] });
    },
  };
  const reader = createProductReader({
    ...{ shop: ShopId.parse('ozon-1'), db, account, now, signal: new AbortController().signal },
    link: createShopLink({ now, onChange: () => undefined }),
    keepUnreadable: () => undefined,
    onProducts: (skus) => world.told.push(...skus),
  });
  const shopSays = (sku: Sku, change: Partial<Product>) => {
    const sample = products.get(sku);
    if (sample === undefined) throw new Error('no such sample');
    known.set(sku, { ...(known.get(sku) ?? sample), ...change });
  };
  shopSays(mug, { barcodes: ['4600000000015'] });
  shopSays(towel, { barcodes: ['4600000000022'] });
  return { db, clock, world, reader, shopSays };
}

describe('products from the shop', () => {
  it('are read when they are unknown, and again half an hour later', async () => {
    const { db, clock, world, reader, shopSays } = openReader();
    await reader.readUnknown([mug, towel, mug]);
    await reader.readUnknown([mug, towel]);
    await reader.readStale([mug, towel]);
    expect([world.asked, world.told]).toEqual([[[mug, towel]], [mug, towel]]);
    shopSays(mug, { weightG: 400 });
    clock.at += halfAnHourMs;
    await reader.readStale([mug, towel]);
    expect(getProducts(db, [mug]).get(mug)?.weightG).toBe(400);
    expect([world.asked.length, world.told]).toEqual([2, [mug, towel, mug]]);
    await reader.readStale([mug, towel]);
    expect(world.asked).toHaveLength(2);
  });

  it('are read again by a station that has just started, though they are known', async () => {
    const { world, reader, clock } = openReader();
    await reader.readUnknown([mug]);
    clock.at += halfAnHourMs;
    await reader.readUnknown([mug]);
    expect(world.asked).toHaveLength(1);
    world.isAway = true;
    await reader.readStale([mug]);
    world.isAway = false;
    await reader.readStale([mug]);
    expect(world.asked).toHaveLength(3);
  });

  it('give a barcode up to the product that it has moved to, though nobody ordered the first one', async () => {
    const { db, clock, world, reader, shopSays } = openReader();
    await reader.readUnknown([mug, towel]);
    shopSays(mug, { barcodes: [] });
    shopSays(towel, { barcodes: ['4600000000022', '4600000000015'] });
    clock.at += halfAnHourMs;
    await reader.readStale([towel]);
    expect(findSkusByBarcode(db, '04600000000015')).toEqual([towel]);
    expect(world.asked.slice(1)).toEqual([[towel], [mug]]);
  });
});
