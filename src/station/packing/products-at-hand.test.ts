import { expect, it } from 'vitest';
import { type ShopId, ShopId as ShopIds, Sku } from '#domain/ids.ts';
import { products } from '#domain/packing/testing/sample-bench.ts';
import type { Product } from '#domain/posting/product.ts';
import { upsertProducts } from '../database/products.ts';
import { shopPosting, takeOver } from '../database/testing/shop-postings.ts';
import { openBench } from '../database/testing/temporary-bench.ts';
import { transaction } from '../database/transaction.ts';
import { productsAtHand } from './products-at-hand.ts';

const [one, two] = [ShopIds.parse('ozon-1'), ShopIds.parse('ozon-2')];
const code = '04600000000015';
const [first, second, third] = ['100', '200', '300'].map((sku) => Sku.parse(sku)) as [Sku, Sku, Sku];
const [sample] = [...products.values()] as [Product];

/** A bench whose shops sell goods under one barcode. */
function openWith(...sold: readonly (readonly [ShopId, Sku])[]) {
  const db = openBench();
  for (const [shop, sku] of sold)
    transaction(db, () => upsertProducts(db, shop, [{ product: { ...sample, sku }, codes: [code] }], 0));
  const wants = (shop: ShopId, sku: Sku) =>
    takeOver(db, shopPosting(`${sku}-1-1`, { shop, lines: [{ sku, quantity: 1, requires: [] }] }));
  return { db, wants, meant: (at: ShopId | null) => productsAtHand(db, code, at) };
}

it('a barcode that two shops have is the product of the shop whose posting is open', () => {
  const { meant } = openWith([one, first], [two, second]);
  expect([meant(one), meant(two)]).toEqual([[first], [second]]);
});

it('with nothing open it is the product that a posting needs, and a question where both shops need it', () => {
  const { wants, meant } = openWith([one, first], [two, second]);
  expect(meant(null)).toEqual([first, second]);
  wants(two, second);
  expect(meant(null)).toEqual([second]);
  wants(one, first);
  expect(meant(null)).toEqual([first, second]);
});

it('what one shop sells twice under one barcode stays a question, and so does what nobody here has a posting of', () => {
  const { wants, meant } = openWith([one, first], [one, second], [two, third]);
  wants(one, first);
  expect(meant(one)).toEqual([first, second]);
  expect(meant(ShopIds.parse('ozon-3'))).toEqual([first, second, third]);
  const own = openWith([one, first], [one, second]);
  own.wants(one, first);
  expect(own.meant(null)).toEqual([first, second]);
});
