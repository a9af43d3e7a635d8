import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProductCard } from '#domain/catalogue/product-card.ts';
import { METHOD } from '../methods.ts';
import { accountAt, hangUp, json, type ScriptedShop, startScriptedShop, status } from '../scripted-shop.ts';

const type = { categoryId: '17028902', typeId: '92501' };
const card: ProductCard = {
  ...{ article: 'MUG-1', name: 'Mug', price: '450.00', oldPrice: null, currency: 'RUB', vat: '0.22' },
  ...{
    lengthMm: 130,
    widthMm: 110,
    heightMm: 100,
    weightG: 380,
    barcode: '',
    pictures: ['https://pics.example/1.jpg'],
  },
  attributes: [{ id: '85', values: [{ id: '971000000', text: 'No brand' }] }],
};

let shop: ScriptedShop;
beforeAll(async () => {
  shop = await startScriptedShop();
});
afterAll(() => shop.close());
const imports = () => accountAt(shop).productImport;

describe('what cards can be made of', () => {
  it('is every type that is not switched off, with where it lies', async () => {
    const leaf = (type_id: number, disabled = false) => ({ type_id, type_name: `T${type_id}`, disabled });
    shop.answer(
      METHOD.categoryTree,
      json({
        result: [
          {
            ...{ description_category_id: 1, category_name: 'Home', disabled: false },
            children: [
              { description_category_id: 2, category_name: 'Cups', children: [leaf(5), leaf(6, true)] },
              { description_category_id: 3, category_name: 'Off', disabled: true, children: [leaf(7)] },
            ],
          },
        ],
      }),
    );
    expect(await imports().listTypes('zh-CN')).toMatchObject({
      value: [{ categoryId: '2', typeId: '5', name: 'T5', path: ['Home', 'Cups'] }],
    });
    expect(shop.bodies(METHOD.categoryTree)).toEqual([{ language: 'ZH_HANS' }]);
  });

  it('has characteristics, required ones first, without parts of others and what the card says itself', async () => {
    const one = (id: number, more: object = {}) => ({ id, name: `N${id}`, type: 'String', ...more });
    shop.answer(
      METHOD.attributes,
      json({
        result: [
          one(8229, { is_required: true }),
          one(9, { type: 'Integer', attribute_complex_id: 0 }),
          one(10, { attribute_complex_id: 77 }),
          one(11, { is_required: true, dictionary_id: 5, is_collection: true, max_value_count: 3 }),
          one(12, { type: 'richContent', is_collection: true, max_value_count: 0 }),
        ],
      }),
    );
    expect(await imports().listAttributes(type, 'en')).toMatchObject({
      value: [
        { id: '11', isRequired: true, hasList: true, valuesMax: 3 },
        { id: '9', kind: 'integer', valuesMax: 1 },
        { id: '12', kind: 'other', valuesMax: null },
      ],
    });
  });

  it('has lists of values that are read page by page, up to a bound', async () => {
    const page = (id: number, has_next: boolean) => json({ result: [{ id, value: `V${id}` }], has_next });
    shop.answer(METHOD.attributeValues, page(1, true), page(2, false), page(1, true), page(2, true));
    const of = { ...type, attributeId: '85' };
    expect(await imports().listValues(of, 'ru')).toMatchObject({
      value: { values: [{ id: '1' }, { id: '2', text: 'V2' }], isAll: true },
    });
    expect(shop.bodies(METHOD.attributeValues)).toMatchObject([{ last_value_id: 0 }, { last_value_id: 1 }]);
    expect(await imports().listValues(of, 'ru')).toMatchObject({ value: { isAll: false } });
  });
});

describe('making cards', () => {
  it('sends a card in whole millimetres and grams, once', async () => {
    shop.answer(METHOD.importProducts, json({ result: { task_id: 42 } }));
    expect(await imports().importCards(type, [card])).toEqual({ ok: true, value: { task: '42' } });
    expect(shop.bodies(METHOD.importProducts)).toMatchObject([
      {
        items: [
          {
            offer_id: 'MUG-1',
            depth: 130,
            dimension_unit: 'mm',
            weight: 380,
            weight_unit: 'g',
            type_id: 92501,
          },
        ],
      },
    ]);
  });

  it('is unknown where the answer is lost', async () => {
    shop.answer(METHOD.importProducts, hangUp);
    expect(await imports().importCards(type, [card])).toMatchObject({ error: { code: 'unknown' } });
  });

  it('waits as long as a used-up limit says, and nothing else waits for it', async () => {
    const account = accountAt(shop);
    const limit = { code: 8, message: 'item_limit_exceeded' };
    shop.answer(METHOD.importProducts, status(429, limit, { 'item-retry-after': '90' }));
    shop.answer(
      METHOD.importLimit,
      json({ daily_create: { limit: 10, usage: 12 }, total: { limit: -1, usage: 5 } }),
    );
    expect(await account.productImport.importCards(type, [card])).toMatchObject({
      error: { code: 'retry', afterMs: 90 * 60_000 },
    });
    expect(await account.productImport.getQuota()).toMatchObject({
      value: { leftToday: 0, leftAtAll: null, perMinute: null },
    });
  });

  it('tells of each card what came of it, with the column of each error', async () => {
    const error = { code: 'E1', message: 'm', description: 'Too dear', field: 'price', level: 'error' };
    const ofBrand = {
      code: 'E2',
      message: 'Wrong',
      field: 'attributes',
      attribute_id: 85,
      attribute_name: 'Brand',
    };
    shop.answer(
      METHOD.importInfo,
      json({
        result: {
          items: [
            { offer_id: 'A', product_id: 7, status: 'imported', errors: [] },
            { offer_id: 'B', product_id: 0, status: 'failed', errors: [error, ofBrand] },
            { offer_id: 'C', product_id: 0, status: 'pending' },
          ],
        },
      }),
    );
    expect(await imports().getImport('42')).toMatchObject({
      value: [
        { article: 'A', productId: '7', state: 'imported' },
        {
          ...{ article: 'B', productId: null, state: 'failed' },
          complaints: [
            { about: 'price', words: 'Too dear', isError: true },
            { about: 'a:85', words: 'Brand: Wrong' },
          ],
        },
        { article: 'C', state: 'pending' },
      ],
    });
  });

  it.each([
    ['approved', { moderate_status: 'approved', status: 'price_sent', validation_status: 'success' }],
    ['declined', { moderate_status: 'declined', status_description: 'Forbidden' }],
    ['waiting', { moderate_status: 'in-moderating', validation_status: 'success' }],
    ['waiting', {}],
  ])('says whether a card is %s', async (moderation, statuses) => {
    shop.answer(METHOD.products, json({ items: [{ id: 7, offer_id: 'A', statuses, errors: [] }] }));
    expect(await imports().findCards(['A'])).toMatchObject({
      value: [{ article: 'A', productId: '7', moderation }],
    });
  });

  it('never takes a card that cannot be read for one that is not there', async () => {
    shop.answer(METHOD.products, json({ items: [{ id: 'x', offer_id: 'A' }] }));
    expect(await imports().findCards(['A'])).toMatchObject({ error: { code: 'malformed' } });
  });
});
