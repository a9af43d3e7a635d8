import { afterAll, beforeAll, expect, it } from 'vitest';
import { PostingNumber, Sku } from '#domain/ids.ts';
import { METHOD } from '../methods.ts';
import { accountAt, json, type ScriptedShop, startScriptedShop, status } from '../scripted-shop.ts';

const number = PostingNumber.parse('70000001-0003-1');
const made = '70000001-0003-2';
const mug = Sku.parse('1500000001');
const part = [{ sku: mug, quantity: 2 }];
const posting = (change: object = {}, quantity = 3) =>
  json({
    result: {
      posting_number: number,
      status: 'awaiting_packaging',
      available_actions: ['cancel', 'ship', 'ship_async'],
      products: [{ sku: 1500000001, quantity }],
      ...change,
    },
  });
const related = { related_postings: { related_posting_numbers: [made] } };
const child = (quantity: number, parent: string = number) =>
  posting({ posting_number: made, parent_posting_number: parent }, quantity);
const lost = status(500, { code: 13, message: 'Internal error' });

let shop: ScriptedShop;
beforeAll(async () => {
  shop = await startScriptedShop();
});
afterAll(() => shop.close());

const ship = (units = part, doubted: PostingNumber[] | null = null) =>
  accountAt(shop).splitting.shipPart(number, units, doubted);
const asked = () => shop.bodies(METHOD.shipPart).length;

it('the part alone is sent, and the new number comes back, as text or as a list of one', async () => {
  for (const result of [made, [made]]) {
    shop.answer(METHOD.posting, posting());
    shop.answer(METHOD.shipPart, json({ result }));
    expect(await ship()).toEqual({ ok: true, value: made });
  }
  expect(shop.bodies(METHOD.shipPart).at(-1)).toEqual({
    ...{ posting_number: number, products: [{ product_id: 1500000001, quantity: 2 }] },
  });
});

it.each([
  ['all of it, or more than there is', posting({}, 2), 'NOT_A_PART'],
  ['what first wants codes', posting({ available_actions: ['ship_with_additional_info'] }), 'NOT_OFFERED'],
  ['what is being shipped', posting({ available_actions: ['ship_async_in_process'] }), 'NOT_OFFERED'],
])('%s is not sent', async (_what, before, shopCode) => {
  shop.answer(METHOD.posting, before);
  const sent = asked();
  expect(await ship()).toMatchObject({ error: { code: 'refused', shopCode } });
  expect(asked()).toBe(sent);
});

it.each([
  ['the new posting that holds just the part', child(2), { value: made }],
  ['none where the new one holds something else', child(1), { error: { code: 'unknown' } }],
  ['none where the new one came of another', child(2, '70000001-0003-9'), { error: { code: 'unknown' } }],
])('after a lost answer it is %s, and it is sent once', async (_what, fresh, outcome) => {
  shop.answer(METHOD.posting, posting(), posting(related, 1), fresh);
  shop.answer(METHOD.shipPart, lost);
  const sent = asked();
  expect(await ship()).toMatchObject(outcome);
  expect(asked()).toBe(sent + 1);
});

it('a posting that stands as before says nothing of a request that may be on its way', async () => {
  shop.answer(METHOD.posting, posting());
  shop.answer(METHOD.shipPart, lost);
  expect(await ship()).toMatchObject({ error: { code: 'unknown' } });
});

it('asked again while nobody knows, it is looked for first, and sent only where it is not there', async () => {
  shop.answer(METHOD.posting, posting(related, 1), child(2));
  const sent = asked();
  expect(await ship(part, [])).toEqual({ ok: true, value: made });
  expect(asked()).toBe(sent);
  const other = PostingNumber.parse('70000001-0003-3');
  shop.answer(METHOD.posting, posting(related), posting(related));
  shop.answer(METHOD.shipPart, json({ result: other }));
  expect(await ship(part, [PostingNumber.parse(made)])).toEqual({ ok: true, value: other });
  expect(asked()).toBe(sent + 1);
});
