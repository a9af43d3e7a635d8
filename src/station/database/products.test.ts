import { describe, expect, it } from 'vitest';
import { ShopId, Sku } from '#domain/ids.ts';
import type { Product } from '#domain/posting/product.ts';
import { findSkusByBarcode, getProducts, unknownProducts, upsertProducts } from './products.ts';
import { openBench } from './testing/temporary-bench.ts';
import { transaction } from './transaction.ts';

const shop = ShopId.parse('ozon-1');

describe('products', () => {
  const product: Product = {
    sku: Sku.parse('100'),
    offerId: 'MUG-1',
    name: 'Кружка',
    barcodes: ['4601234567893', 'OZN100'],
    sizeMm: [100, 90.5, 120],
    weightG: 350.5,
    pictureUrl: null,
    upright: 'keep',
    fragile: true,
  };
  const codes = ['04601234567893', 'OZN100'];

  it('come back as they were given and are found by any of their codes', () => {
    const db = openBench();
    const other = { ...product, sku: Sku.parse('200'), sizeMm: null, weightG: null };
    const take = (...entries: { product: Product; codes: string[] }[]) =>
      transaction(db, () => upsertProducts(db, shop, entries, 1));
    expect(take({ product, codes }, { product: other, codes: ['OZN100'] })).toEqual(['100', '200']);
    expect(take({ product, codes })).toEqual([]);
    expect(getProducts(db, [product.sku, other.sku, Sku.parse('300')])).toEqual(
      new Map([
        [product.sku, product],
        [other.sku, other],
      ]),
    );
    expect(unknownProducts(db, [product.sku, Sku.parse('300'), Sku.parse('300')])).toEqual(['300']);
    expect(findSkusByBarcode(db, 'OZN100')).toEqual(['100', '200']);
    expect(take({ product, codes: ['04601234567893'] })).toEqual(['100']);
    expect(findSkusByBarcode(db, 'OZN100')).toEqual(['200']);
  });
});
