import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Sku } from '#domain/ids.ts';
import { sizeInMm, weightInG } from './mapping/units.ts';
import { METHOD } from './methods.ts';
import { accountAt, json, raw, type ScriptedShop, startScriptedShop } from './scripted-shop.ts';

let shop: ScriptedShop;
beforeEach(async () => {
  shop = await startScriptedShop();
});
afterEach(() => shop.close());

const MUG = {
  id: 9,
  sku: 1500000001,
  offer_id: 'MUG',
  name: 'Кружка',
  barcodes: ['4600000000017', 'OZN1500000001'],
  primary_image: ['https://ir.ozone.ru/mug.jpg'],
  images: [],
  sources: [{ sku: 1500000001 }, { sku: 1500000009 }],
};
const MUG_SIZES = {
  id: 9,
  sku: '1500000001',
  barcode: '4600000000024',
  barcodes: ['4600000000017'],
  depth: 12,
  width: 9,
  height: 10,
  dimension_unit: 'cm',
  weight: 1,
  weight_unit: 'lb',
  images: null,
  primary_image: '',
};

describe('sizes and weights', () => {
  it.each([
    [[150, 100, 50] as const, 'mm', [150, 100, 50]],
    [[15, 10, 5] as const, ' CM ', [150, 100, 50]],
    [[1, 2, 10] as const, 'in', [25.4, 50.8, 254]],
    [[15, 10, null] as const, 'cm', null],
    [[15, 10, 5] as const, '', null],
    [[15, 10, 5] as const, 'parsec', null],
    [[15, 10, 500_000] as const, 'cm', null],
  ])('%j %s is %j mm', (edges, unit, expected) => {
    expect(sizeInMm(edges, unit)).toEqual(expected);
  });

  it.each([
    [350, 'g', 350],
    [0.35, 'kg', 350],
    [1, 'lb', 453.59],
    [1, 'pood', null],
    [null, 'g', null],
  ])('%j %s is %j g', (weight, unit, expected) => {
    expect(weightInG(weight, unit)).toBe(expected);
  });
});

describe('products', () => {
  it('come with all barcodes, their size in mm and a picture', async () => {
    shop.answer(METHOD.products, json({ items: [MUG] }));
    shop.answer(METHOD.sizes, json({ result: [MUG_SIZES], last_id: '', total: '1' }));
    const answer = await accountAt(shop).getProducts([Sku.parse('1500000001')]);
    expect(answer).toEqual({
      ok: true,
      value: {
        products: [
          {
            sku: '1500000001',
            offerId: 'MUG',
            name: 'Кружка',
            barcodes: ['4600000000017', 'OZN1500000001', '4600000000024'],
            sizeMm: [120, 90, 100],
            weightG: 453.59,
            pictureUrl: 'https://ir.ozone.ru/mug.jpg',
            upright: 'any',
            fragile: false,
          },
        ],
        setAside: [],
      },
    });
    expect(shop.bodies(METHOD.products)).toEqual([{ sku: ['1500000001'] }]);
    expect(shop.bodies(METHOD.sizes)).toMatchObject([
      { filter: { sku: ['1500000001'], visibility: 'ALL' }, limit: 1000 },
    ]);
  });

  it('are found by the other SKU of the same card, and sizes of archived ones too', async () => {
    shop.answer(METHOD.products, json({ result: { items: [MUG] } }));
    shop.answer(METHOD.sizes, json({ result: [], last_id: '' }), json({ result: [MUG_SIZES] }));
    const answer = await accountAt(shop).getProducts([Sku.parse('1500000009')]);
    expect(answer).toMatchObject({ value: { products: [{ sku: '1500000009', sizeMm: [120, 90, 100] }] } });
    expect(shop.bodies(METHOD.sizes)).toMatchObject([{}, { filter: { visibility: 'ARCHIVED' } }]);
  });

  it('that are unknown are left out, and one that cannot be read is set aside', async () => {
    shop.answer(METHOD.products, json({ items: [{ ...MUG, barcodes: 'none' }] }));
    shop.answer(METHOD.sizes, json({ result: [] }));
    const answer = await accountAt(shop).getProducts(
      ['1500000001', '7', 'no number'].map((sku) => Sku.parse(sku)),
    );
    expect(answer).toMatchObject({ value: { products: [], setAside: [{ subject: '1500000001' }] } });
    expect(shop.bodies(METHOD.products)).toEqual([{ sku: ['1500000001', '7'] }]);
  });
});

describe('a picture', () => {
  const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2]);

  it('is fetched without the key, over a redirect too', async () => {
    shop.answer('/a.png', raw(302, '', { location: '/b.png' }));
    shop.answer('/b.png', raw(200, PNG, { 'content-type': 'image/png' }));
    expect(await accountAt(shop).getPicture(`${shop.url}/a.png`)).toEqual({ ok: true, value: PNG });
    for (const request of shop.seen) {
      expect(request.headers).not.toHaveProperty('api-key');
      expect(request.headers).not.toHaveProperty('client-id');
    }
  });

  it.each([
    ['a web page', raw(200, '<html>', { 'content-type': 'image/png' }), 'malformed'],
    ['more than 5 MB', raw(200, Buffer.alloc(5 * 1024 * 1024 + 1, 0xff)), 'malformed'],
    ['nothing', raw(404, ''), 'refused'],
    ['an error', raw(503, ''), 'retry'],
    ['an endless redirect', raw(302, '', { location: '/a.png' }), 'malformed'],
  ])('is not taken from %s', async (_, reply, code) => {
    shop.answer('/a.png', reply);
    expect(await accountAt(shop).getPicture(`${shop.url}/a.png`)).toMatchObject({
      ok: false,
      error: { code },
    });
  });

  it.each([
    'file:///etc/passwd',
    'data:image/png;base64,AA',
    'not an address',
    'http://user:pass@127.0.0.1/',
  ])('is not fetched from %s', async (url) => {
    expect(await accountAt(shop).getPicture(url)).toMatchObject({ ok: false, error: { code: 'refused' } });
  });
});
