import { afterAll, beforeAll, expect, it } from 'vitest';
import { PostingNumber } from '#domain/ids.ts';
import { METHOD } from '../methods.ts';
import { accountAt, json, type ScriptedShop, startScriptedShop } from '../scripted-shop.ts';

const number = PostingNumber.parse('70000001-0003-1');

let shop: ScriptedShop;
beforeAll(async () => {
  shop = await startScriptedShop();
});
afterAll(() => shop.close());

it('the number of boxes is told to the shop, and counts only where it says so', async () => {
  shop.answer(METHOD.boxes, json({ result: { result: true } }));
  expect(await accountAt(shop).setBoxes(number, 3)).toEqual({ ok: true, value: undefined });
  expect(shop.bodies(METHOD.boxes)).toEqual([{ posting_number: number, multi_box_qty: 3 }]);
  shop.answer(METHOD.boxes, json({ result: { result: false } }));
  expect(await accountAt(shop).setBoxes(number, 3)).toMatchObject({
    ...{ ok: false, error: { code: 'refused', shopCode: 'NOT_DONE' } },
  });
});
