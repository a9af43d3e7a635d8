import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PostingNumber } from '#domain/ids.ts';
import { METHOD } from '../methods.ts';
import { accountAt, json, type ScriptedShop, startScriptedShop, status } from '../scripted-shop.ts';

const number = PostingNumber.parse('70000001-0003-1');
const posting = (state: string, ...available_actions: string[]) =>
  json({
    result: {
      ...{ posting_number: number, status: state, available_actions, tracking_number: 'RA1' },
      products: [{ sku: 1, quantity: 1 }],
    },
  });
const told = (result: boolean, error: unknown) =>
  json({ result: [{ posting_number: number, result, error }] });
const lost = status(500, { code: 13, message: 'Internal error' });

let shop: ScriptedShop;
beforeAll(async () => {
  shop = await startScriptedShop();
});
afterAll(() => shop.close());

const delivery = () => accountAt(shop).delivery;

describe('a parcel that the seller delivers', () => {
  it('offers what the shop takes now, in its order', async () => {
    shop.answer(METHOD.posting, posting('delivering', 'non_int_delivered', 'non_int_last_mile', 'cancel'));
    expect(await delivery().getDelivery(number)).toMatchObject({
      value: { steps: ['last-mile', 'delivered'], takesTrackingNumber: false, trackingNumber: 'RA1' },
    });
  });

  it('gets its number, or the shop says why not', async () => {
    shop.answer(METHOD.trackingNumber, told(true, []), told(false, 'TRANSITION_IS_NOT_POSSIBLE'));
    expect(await delivery().setTrackingNumber(number, 'RA1')).toMatchObject({ ok: true });
    expect(shop.bodies(METHOD.trackingNumber)).toEqual([
      { tracking_numbers: [{ posting_number: number, tracking_number: 'RA1' }] },
    ]);
    expect(await delivery().setTrackingNumber(number, 'RA1')).toMatchObject({
      error: { code: 'refused', shopCode: 'TRANSITION_IS_NOT_POSSIBLE' },
    });
  });

  it.each([
    ['counts at once', told(true, ''), posting('delivering'), { ok: true }],
    ['counts where the answer was lost and it is there', lost, posting('delivering'), { ok: true }],
    ['counts where it is further already', told(false, 'X'), posting('driver_pickup'), { ok: true }],
    [
      'may be told again where it still stands',
      lost,
      posting('awaiting_deliver', 'non_int_delivering'),
      { error: { code: 'retry' } },
    ],
    ['is unknown where it is neither', lost, posting('awaiting_deliver'), { error: { code: 'unknown' } }],
    [
      'is refused in the shop’s words',
      told(false, 'X'),
      posting('awaiting_deliver'),
      { error: { code: 'refused', shopCode: 'X' } },
    ],
  ])('%s, and is told once', async (_what, answer, after, outcome) => {
    shop.answer(METHOD.delivering, answer);
    shop.answer(METHOD.posting, after);
    const before = shop.bodies(METHOD.delivering).length;
    expect(await delivery().tell(number, 'delivering')).toMatchObject(outcome);
    expect(shop.bodies(METHOD.delivering)).toHaveLength(before + 1);
  });
});
