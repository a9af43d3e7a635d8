import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { MAIN_WAREHOUSE } from '../account/warehouses.ts';
import { type OpenSandbox, openSandbox } from '../testing/open-sandbox.ts';
import { makeCatalogue } from './make-catalogue.ts';

let shop: OpenSandbox;
beforeAll(async () => {
  shop = await openSandbox();
});
afterAll(() => shop.close());
beforeEach(() => shop.admin('POST', '/admin/seed', { seed: 1 }));

const [first, second] = [...makeCatalogue(1).values()];
if (first === undefined || second === undefined) throw new Error('no products');
const warehouse_id = MAIN_WAREHOUSE.warehouseId;

describe('barcodes', () => {
  const add = (sku: number, barcode: string) =>
    shop.call('/v1/barcode/add', { barcodes: [{ sku: String(sku), barcode }] });

  it('are added once, and one that another product has is refused by itself', async () => {
    expect((await add(first.sku, '4600000000017')).json).toEqual({ errors: [] });
    expect((await add(second.sku, '4600000000017')).json).toMatchObject({
      errors: [{ code: 'BARCODE_ALREADY_EXISTS', sku: second.sku, barcode: '4600000000017' }],
    });
    const info = await shop.call('/v3/product/info/list', { sku: [String(first.sku)] });
    expect(info.text).toContain('4600000000017');
  });

  it('are made for products without one, and show a moment later', async () => {
    await shop.admin('POST', `/admin/products/${first.sku}`, { barcodes: [] });
    expect((await shop.call('/v1/barcode/generate', { product_ids: [first.productId] })).json).toEqual({
      errors: [],
    });
    const read = async () => (await shop.call('/v3/product/info/list', { sku: [String(first.sku)] })).text;
    expect(await read()).not.toContain(`"OZN${first.sku}"`);
    shop.pass(1_000);
    expect(await read()).toContain(`"OZN${first.sku}"`);
  });
});

describe('stocks', () => {
  const Written = z.object({
    result: z.array(z.object({ updated: z.boolean(), errors: z.array(z.object({ code: z.string() })) })),
  });
  const write = async (product_id: number, stock: number) => {
    const { json } = await shop.call('/v2/products/stocks', {
      stocks: [{ product_id, stock, warehouse_id }],
    });
    const [row] = Written.parse(json).result;
    return row?.updated === true ? 'updated' : row?.errors[0]?.code;
  };

  it('are set once in half a minute for each pair, and read back', async () => {
    expect(await write(first.productId, 7)).toBe('updated');
    expect(await write(first.productId, 8)).toBe('TOO_MANY_REQUESTS');
    expect(await write(second.productId, 8)).toBe('updated');
    shop.pass(30_000);
    expect(await write(first.productId, 9)).toBe('updated');
    const rows = await shop.call('/v2/product/info/stocks-by-warehouse/fbs', {
      sku: [String(first.sku)],
      limit: 1,
    });
    expect(rows.json).toMatchObject({
      products: [{ warehouse_id, free_stock: 9 }],
      has_next: true,
    });
    const sums = await shop.call('/v4/product/info/stocks', {
      filter: { product_id: [String(first.productId)] },
      limit: 10,
    });
    expect(sums.json).toMatchObject({ total_items: 1, items: [{ offer_id: first.offerId }] });
  });

  it('of a product that is archived or unknown are refused by themselves', async () => {
    await shop.admin('POST', `/admin/products/${first.sku}`, { archived: true });
    expect(await write(first.productId, 1)).toBe('PRODUCT_IS_ARCHIVED');
    expect(await write(5, 1)).toBe('NOT_FOUND_ERROR');
  });
});

describe('prices', () => {
  const write = async (wish: object) =>
    (await shop.call('/v1/product/import/prices', { prices: [{ product_id: first.productId, ...wish }] }))
      .text;

  it('change ten times an hour and keep the gap to the price before discounts', async () => {
    expect(await write({ price: '100.00', old_price: '110.00' })).toContain('OLD_PRICE_TOO_LOW');
    for (let turn = 1; turn <= 10; turn += 1)
      expect(await write({ price: `10${turn}.50`, old_price: '0', currency_code: 'RUB' })).toContain(
        '"updated":true',
      );
    expect(await write({ price: '5.00' })).toContain('TOO_MANY_REQUESTS');
    const read = await shop.call('/v5/product/info/prices', {
      filter: { product_id: [String(first.productId)] },
      limit: 10,
    });
    expect(read.json).toMatchObject({
      total_items: 1,
      items: [{ price: { price: 1010.5, currency_code: 'RUB' } }],
    });
  });
});

describe('cards', () => {
  it('in the archive are listed only where they are asked for', async () => {
    await shop.admin('POST', `/admin/products/${first.sku}`, { archived: true });
    const list = async (visibility: string) =>
      (await shop.call('/v3/product/list', { filter: { visibility }, limit: 1000, last_id: '' })).json;
    expect(await list('ALL')).toMatchObject({ result: { total_items: 199 } });
    expect(await list('ARCHIVED')).toMatchObject({
      result: { total_items: 1, items: [{ sku: first.sku, archived: true }] },
    });
  });
});
