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

describe('when a parcel leaves and arrives', () => {
  const limits = (remaining_changes_count: number) =>
    json({
      delivery_interval: { begin: '2026-11-24T06:00:00Z', end: '2026-11-30T06:00:00Z' },
      remaining_changes_count,
    });
  const slot = { from: Date.parse('2026-11-25T06:00:00Z'), to: Date.parse('2026-11-25T10:00:00Z') };

  it('is handed over earlier in the words of the shop, or it says why not', async () => {
    shop.answer(METHOD.cutoffSet, json({ result: true }), json({ result: false }));
    expect(await delivery().setCutoff(number, slot.from)).toMatchObject({ ok: true });
    expect(shop.bodies(METHOD.cutoffSet)).toEqual([
      { posting_number: number, new_cutoff_date: '2026-11-25T06:00:00.000Z' },
    ]);
    expect(await delivery().setCutoff(number, slot.from)).toMatchObject({ error: { code: 'refused' } });
  });

  it.each([
    ['counts at once', json({ result: true }), limits(1), { ok: true }],
    ['counts where a move is gone', lost, limits(1), { ok: true }],
    ['may be asked for again where none is', lost, limits(2), { error: { code: 'retry' } }],
    ['is unknown where that cannot be read', lost, lost, { error: { code: 'unknown' } }],
  ])('a move of the delivery %s, and is asked for once', async (_, answer, after, outcome) => {
    shop.answer(METHOD.timeslotLimits, limits(2), after);
    shop.answer(METHOD.timeslotSet, answer);
    const before = shop.bodies(METHOD.timeslotSet).length;
    expect(await delivery().setTimeslot(number, slot)).toMatchObject(outcome);
    expect(shop.bodies(METHOD.timeslotSet)).toHaveLength(before + 1);
  });

  it('a courier’s code is right or wrong', async () => {
    shop.answer(METHOD.pickupCode, json({ valid: true }), json({ valid: false }));
    expect(await delivery().verifyCode(number, '1')).toEqual({ ok: true, value: true });
    expect(await delivery().verifyCode(number, '1')).toEqual({ ok: true, value: false });
  });
});

it('several numbers are told of each by itself, also those that the shop says nothing of', async () => {
  const [other, third] = [PostingNumber.parse('70000002-0001-1'), PostingNumber.parse('70000003-0001-1')];
  shop.answer(
    METHOD.trackingNumber,
    json({
      result: [
        { posting_number: other, result: false, error: 'X' },
        { posting_number: number, result: true, error: [] },
      ],
    }),
  );
  const pairs = [number, other, third].map((posting) => ({ posting, tracking: 'T' }));
  expect(await delivery().setTrackingNumbers(pairs)).toEqual({
    ok: true,
    value: [
      { posting: number, refusal: null },
      { posting: other, refusal: 'X' },
      { posting: third, refusal: 'NOT_DONE' },
    ],
  });
});
