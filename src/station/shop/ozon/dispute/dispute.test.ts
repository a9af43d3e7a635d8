import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PostingNumber } from '#domain/ids.ts';
import { METHOD } from '../methods.ts';
import { accountAt, json, type ScriptedShop, startScriptedShop, status } from '../scripted-shop.ts';

const number = PostingNumber.parse('70000001-0003-1');
const posting = (state: string, ...available_actions: string[]) =>
  json({
    result: {
      ...{ posting_number: number, status: state, available_actions },
      products: [{ sku: 1, quantity: 1 }],
    },
  });
const lost = status(500, { code: 13, message: 'Internal error' });
const no = status(400, { code: 3, message: 'TRANSITION_IS_NOT_POSSIBLE' });

let shop: ScriptedShop;
beforeAll(async () => {
  shop = await startScriptedShop();
});
afterAll(() => shop.close());

const disputes = () => accountAt(shop).disputes;

describe('a parcel that was not accepted', () => {
  it('offers what the shop takes now', async () => {
    shop.answer(METHOD.posting, posting('not_accepted', 'awaiting_delivery', 'arbitration', 'cancel'));
    expect(await disputes().getHandedIn(number)).toEqual({
      ok: true,
      value: { state: 'missing', shopStatus: 'not_accepted', moves: ['dispute', 'back-to-shipping'] },
    });
  });

  it.each([
    ['counts at once', json({ result: true }), posting('arbitration'), { ok: true }],
    ['counts where the answer was lost and it is there', lost, posting('arbitration'), { ok: true }],
    [
      'may be asked again where it still stands',
      lost,
      posting('not_accepted', 'arbitration'),
      { error: { code: 'retry' } },
    ],
    ['is unknown where it is neither', lost, posting('delivering'), { error: { code: 'unknown' } }],
    ['is refused in the shop’s words', no, posting('delivering'), { error: { code: 'refused' } }],
    [
      'is refused without a word',
      json({ result: false }),
      posting('delivering'),
      { error: { code: 'refused' } },
    ],
  ])('%s, and is asked for once', async (_what, answer, after, outcome) => {
    shop.answer(METHOD.arbitration, answer);
    shop.answer(METHOD.posting, after);
    const before = shop.bodies(METHOD.arbitration).length;
    expect(await disputes().move(number, 'dispute')).toMatchObject(outcome);
    expect(shop.bodies(METHOD.arbitration).slice(before)).toEqual([{ posting_number: [number] }]);
  });

  it('goes back to shipping', async () => {
    shop.answer(METHOD.awaitingDelivery, lost);
    shop.answer(METHOD.posting, posting('awaiting_deliver'));
    expect(await disputes().move(number, 'back-to-shipping')).toMatchObject({ ok: true });
    expect(shop.bodies(METHOD.awaitingDelivery)).toEqual([{ posting_number: [number] }]);
  });
});
