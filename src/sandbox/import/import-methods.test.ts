import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing/open-sandbox.ts';

let shop: OpenSandbox;
beforeAll(async () => {
  shop = await openSandbox();
});
afterAll(() => shop.close());

const mug = { description_category_id: 17_028_902, type_id: 92_501 };
const item = (offer_id: string, more: object = {}) => ({
  ...{ offer_id, name: 'Кружка', price: '450', old_price: '600', vat: '0.22', currency_code: 'RUB' },
  ...{ ...mug, depth: 130, width: 110, height: 100, dimension_unit: 'mm', weight: 380, weight_unit: 'g' },
  images: ['https://pics.example/1.jpg'],
  attributes: [
    { id: 85, values: [{ dictionary_value_id: 971_000_000, value: 'Нет бренда' }] },
    { id: 9048, values: [{ value: 'М-1' }] },
  ],
  ...more,
});
const send = async (...items: object[]) => shop.call('/v3/product/import', { items });
const info = async (task: unknown) => shop.call('/v1/product/import/info', { task_id: task });

describe('making cards', () => {
  it('takes a moment, and the card is in the catalogue then, moderated later', async () => {
    const { json } = await send(item('A-1'), item('A-2', { price: '0' }));
    const task = (json as { result: { task_id: number } }).result.task_id;
    expect((await info(task)).json).toMatchObject({
      result: { items: [{ offer_id: 'A-1', status: 'pending', product_id: 0 }, { status: 'pending' }] },
    });
    shop.pass(500);
    expect((await info(task)).json).toMatchObject({
      result: {
        items: [
          { offer_id: 'A-1', status: 'imported', errors: [] },
          { offer_id: 'A-2', status: 'failed', errors: [{ field: 'price' }] },
        ],
      },
    });
    const look = async () => (await shop.call('/v3/product/info/list', { offer_id: ['A-1', 'A-2'] })).json;
    expect(await look()).toMatchObject({
      items: [{ offer_id: 'A-1', statuses: { moderate_status: 'in-moderating' } }],
    });
    shop.pass(1000);
    expect(await look()).toMatchObject({
      items: [{ statuses: { moderate_status: 'approved' }, price: '450' }],
    });
  });

  it('fails or is declined on a test’s word', async () => {
    await shop.admin('POST', '/admin/cards/plan', {
      offer: 'B-1',
      fails: { code: 'X', message: 'No', field: 'name' },
    });
    await shop.admin('POST', '/admin/cards/plan', { offer: 'B-2', declines: 'Forbidden goods' });
    const { json } = await send(item('B-1'), item('B-2'));
    shop.pass(5000);
    expect((await info((json as { result: { task_id: number } }).result.task_id)).json).toMatchObject({
      result: { items: [{ status: 'failed', errors: [{ code: 'X' }] }, { status: 'imported' }] },
    });
    expect((await shop.call('/v3/product/info/list', { offer_id: ['B-2'] })).json).toMatchObject({
      items: [
        { statuses: { moderate_status: 'declined' }, errors: [{ texts: { message: 'Forbidden goods' } }] },
      ],
    });
  });

  it('is refused beyond the limits, with the minutes until there is room', async () => {
    await shop.admin('POST', '/admin/cards/quota', { perMinute: 1 });
    shop.pass(60_000);
    expect((await send(item('C-1'), item('C-2'))).headers.get('item-retry-after')).toBe('1');
    await shop.admin('POST', '/admin/cards/quota', { perMinute: 1000, dailyLimit: 0 });
    const refused = await send(item('C-1'));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('item-retry-after'))).toBeGreaterThan(60);
    expect((await shop.call('/v4/product/info/limit', {})).json).toMatchObject({
      daily_create: { limit: 0 },
    });
  });
});

describe('categories', () => {
  it('have a list of brands that is too long for one page, and can be searched', async () => {
    const of = { ...mug, attribute_id: 85 };
    const page = await shop.call('/v1/description-category/attribute/values', {
      ...of,
      limit: 2000,
      language: 'EN',
    });
    expect(page.json).toMatchObject({ has_next: true, result: { length: 2000, 0: { value: 'No brand' } } });
    const found = await shop.call('/v1/description-category/attribute/values/search', {
      ...of,
      limit: 5,
      value: 'zezuora',
    });
    expect(found.json).toMatchObject({ result: [{ value: 'Zezuora' }] });
  });
});
