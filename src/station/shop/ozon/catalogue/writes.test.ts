import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CardId } from '#domain/catalogue/listed-card.ts';
import { Sku } from '#domain/ids.ts';
import { METHOD } from '../methods.ts';
import { accountAt, hangUp, json, type ScriptedShop, startScriptedShop } from '../scripted-shop.ts';

let shop: ScriptedShop;
beforeAll(async () => {
  shop = await startScriptedShop();
});
afterAll(() => shop.close());
const catalogue = () => accountAt(shop).catalogue;
const [one, two, big] = [CardId.parse('11'), CardId.parse('12'), CardId.parse('9007199254740993')];
const warehouse = '1020000000001000';

describe('writing to products', () => {
  it('tells which barcode of several was refused and why', async () => {
    shop.answer(METHOD.barcodeAdd, json({ errors: [{ code: 'E', error: 'used', barcode: 'B', sku: 7 }] }));
    const pairs = ['A', 'B'].map((barcode) => ({ sku: Sku.parse('7'), barcode }));
    expect(await catalogue().addBarcodes(pairs)).toEqual({
      ok: true,
      value: [null, { code: 'E', words: 'used', isForNow: false }],
    });
    expect(shop.bodies(METHOD.barcodeAdd)[0]).toEqual({
      barcodes: [
        { sku: 7, barcode: 'A' },
        { sku: 7, barcode: 'B' },
      ],
    });
    shop.answer(METHOD.barcodeMake, json({ errors: [] }));
    expect(await catalogue().makeBarcodes([big])).toEqual({ ok: true, value: [null] });
    expect(shop.bodies(METHOD.barcodeMake)[0]).toEqual({ product_ids: ['9007199254740993'] });
  });

  it('tells what passes by itself from what does not, pair by pair, and takes silence for no yes', async () => {
    const row = (product_id: number, updated: boolean, errors: object[] = []) => ({
      ...{ product_id, warehouse_id: warehouse, updated, errors },
    });
    shop.answer(
      METHOD.stockSet,
      json({ result: [row(12, false, [{ code: 'TOO_MANY_REQUESTS', message: 'wait' }]), row(11, true)] }),
    );
    const wishes = [one, two, big].map((card) => ({ card, warehouse, free: 5 }));
    expect(await catalogue().writeStocks(wishes)).toEqual({
      ok: true,
      value: [
        null,
        { code: 'TOO_MANY_REQUESTS', words: 'wait', isForNow: true },
        expect.objectContaining({ code: 'NOT_ANSWERED', isForNow: true }),
      ],
    });
    shop.answer(METHOD.stockSet, hangUp);
    expect(await catalogue().writeStocks(wishes)).toMatchObject({ error: { code: 'unknown' } });
  });

  it('sends money as text and reads it without inventing digits', async () => {
    shop.answer(METHOD.priceSet, json({ result: [{ product_id: 11, updated: true, errors: [] }] }));
    const wish = { card: one, price: '1590.50', oldPrice: '0', minPrice: null, currency: 'RUB' };
    expect(await catalogue().writePrices([wish])).toEqual({ ok: true, value: [null] });
    expect(shop.bodies(METHOD.priceSet)[0]).toEqual({
      prices: [{ product_id: 11, price: '1590.50', old_price: '0', currency_code: 'RUB' }],
    });
    const price = { price: 1590.1, old_price: 0, min_price: null, currency_code: 'RUB' };
    shop.answer(METHOD.prices, json({ items: [{ product_id: 11, price }, {}], cursor: '', total_items: 1 }));
    expect(await catalogue().readPrices([one])).toEqual({
      ok: true,
      value: [{ card: '11', price: '1590.10', oldPrice: null, minPrice: null, currency: 'RUB' }],
    });
  });

  it('reads stocks page by page and does not follow a shop that names the same page for ever', async () => {
    const row = {
      product_id: 11,
      warehouse_id: warehouse,
      warehouse_name: 'Main',
      free_stock: 0,
      reserved: 2,
    };
    shop.answer(METHOD.stocks, json({ products: [row], has_next: true, cursor: 'x' }));
    expect(await catalogue().readStocks([Sku.parse('7')])).toMatchObject({
      value: [{ card: '11', free: 0, reserved: 2 }, {}],
    });
  });
});
