import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CardId } from '#domain/catalogue/listed-card.ts';
import { METHOD } from '../methods.ts';
import { accountAt, json, type ScriptedShop, startScriptedShop, status } from '../scripted-shop.ts';
import { amountOf } from './amount-of.ts';

let shop: ScriptedShop;
beforeAll(async () => {
  shop = await startScriptedShop();
});
afterAll(() => shop.close());
const catalogue = () => accountAt(shop).catalogue;

const info = (id: number | string, more: object = {}) => ({
  ...{ id, sku: 7, offer_id: 'MUG-1', name: 'Mug <b>red</b>', barcodes: ['4006381333931'] },
  ...{ primary_image: ['https://cdn.example/1.png'], images: [], sources: [], is_archived: false },
  ...{ price: '1590.0000', old_price: '', min_price: '1200.50', currency_code: 'RUB' },
  statuses: { status: 'price_sent', status_name: 'Продается', status_failed: '' },
  errors: [{ code: 'E1', level: 'ERROR_LEVEL_ERROR', texts: { message: 'Wrong photo', description: '' } }],
  ...more,
});
const sizes = (id: number | string) => ({
  ...{ id, sku: 7, depth: 12, width: 8, height: 6, dimension_unit: 'cm', weight: 0.5, weight_unit: 'kg' },
});
const id = CardId.parse('9007199254740993');

describe('the list of products', () => {
  it('is read with names, sizes in their declared units, prices and what is wrong, page by page', async () => {
    shop.answer(
      METHOD.productList,
      json({ result: { items: [{ product_id: String(id) }, {}], last_id: 'b', total_items: 3 } }),
      json({ result: { items: [], last_id: '', total_items: 3 } }),
    );
    shop.answer(METHOD.products, json({ items: [info(String(id))] }));
    shop.answer(METHOD.sizes, json({ result: [sizes(String(id))], last_id: '', total: 1 }));
    const first = await catalogue().listCards({ cursor: null, isArchived: false });
    expect(first).toEqual({
      ok: true,
      value: {
        ...{ unread: 1, total: 3, nextCursor: 'b' },
        cards: [
          {
            ...{ id, sku: '7', offer: 'MUG-1', name: 'Mug <b>red</b>', barcodes: ['4006381333931'] },
            ...{ sizeMm: [120, 80, 60], weightG: 500, declared: '12 × 8 × 6 cm, 0.5 kg' },
            ...{ pictureUrl: 'https://cdn.example/1.png', isArchived: false, status: 'price_sent' },
            ...{ statusText: 'Продается', price: '1590', oldPrice: null, minPrice: '1200.50' },
            ...{ currency: 'RUB', troubles: ['Wrong photo'] },
          },
        ],
      },
    });
    expect(shop.bodies(METHOD.products).at(-1)).toEqual({ product_id: [String(id)] });
    expect(await catalogue().listCards({ cursor: 'b', isArchived: true })).toMatchObject({
      value: { cards: [], nextCursor: null },
    });
    expect(shop.bodies(METHOD.productList).at(-1)).toEqual({
      ...{ filter: { visibility: 'ARCHIVED' }, last_id: 'b', limit: 200 },
    });
  });

  it('ends where the shop names the same place for ever', async () => {
    shop.answer(METHOD.productList, json({ result: { items: [{ product_id: 5 }], last_id: 'b' } }));
    shop.answer(METHOD.products, json({ items: [] }));
    shop.answer(METHOD.sizes, status(404, { code: 5, message: 'not found' }));
    expect(await catalogue().listCards({ cursor: 'b', isArchived: false })).toMatchObject({
      value: { nextCursor: null, total: null },
    });
  });

  it('asks for the sizes of an archived product among the archived', async () => {
    shop.answer(METHOD.products, json({ items: [info(5, { is_autoarchived: true })] }));
    shop.answer(METHOD.sizes, json({ result: [] }), json({ result: [sizes(5)] }));
    expect(await catalogue().readCards([CardId.parse('5')])).toMatchObject({
      value: [{ isArchived: true, sizeMm: [120, 80, 60] }],
    });
  });
});

describe('amounts of money', () => {
  it.each([
    ['1590.0000', '1590'],
    ['0.5', '0.50'],
    ['1590.05', '1590.05'],
    ['', null],
    ['0', null],
    ['0.00', null],
    ['1590.005', null],
    ['-5', null],
    ['1e3', null],
  ])('%j is %j, and never a float', (words, amount) => {
    expect(amountOf(words)).toBe(amount);
  });
});
