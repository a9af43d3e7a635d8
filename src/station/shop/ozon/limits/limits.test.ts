import { afterAll, beforeAll, expect, it } from 'vitest';
import { PostingNumber } from '#domain/ids.ts';
import { METHOD } from '../methods.ts';
import { accountAt, json, type ScriptedShop, startScriptedShop, status } from '../scripted-shop.ts';

const number = PostingNumber.parse('70000001-0003-1');

let shop: ScriptedShop;
beforeAll(async () => {
  shop = await startScriptedShop();
});
afterAll(() => shop.close());

const ask = () => accountAt(shop).getAcceptanceLimits(number);

it('limits come in g and mm, the longest edge first, and nothing stands for no bound', async () => {
  const result = { max_posting_weight: 25000, min_posting_weight: 0, width: 80, length: 120, height: 0 };
  shop.answer(METHOD.restrictions, json({ result: { ...result, max_posting_price: 1 } }));
  expect(await ask()).toEqual({
    ok: true,
    value: { minWeightG: null, maxWeightG: 25_000, edgesMm: [null, 1200, 800] },
  });
  shop.answer(METHOD.restrictions, json({ result: {} }));
  expect(await ask()).toEqual({
    ok: true,
    value: { minWeightG: null, maxWeightG: null, edgesMm: [null, null, null] },
  });
});

it('a key that may not read them is no wrong key', async () => {
  shop.answer(METHOD.restrictions, status(403, { code: 7, message: 'Api-key missing required role' }));
  expect(await ask()).toMatchObject({ ok: false, error: { code: 'refused', shopCode: 'NO_RIGHT' } });
});
