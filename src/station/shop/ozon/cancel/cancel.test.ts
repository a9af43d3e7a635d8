import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PostingNumber, Sku } from '#domain/ids.ts';
import { METHOD } from '../methods.ts';
import { accountAt, json, type ScriptedShop, startScriptedShop, status } from '../scripted-shop.ts';

const number = PostingNumber.parse('70000001-0003-1');
const mug = Sku.parse('1500000001');
const cause = { reasonId: '352', message: '' };
const posting = (change: object = {}, quantity = 3) =>
  json({
    result: {
      posting_number: number,
      status: 'awaiting_packaging',
      products: [{ sku: 1500000001, quantity }],
      ...change,
    },
  });

let shop: ScriptedShop;
beforeAll(async () => {
  shop = await startScriptedShop();
});
afterAll(() => shop.close());
beforeEach(() => shop.answer(METHOD.posting, posting()));

const cancelling = () => accountAt(shop).cancelling;

describe('the reasons for a cancellation', () => {
  it('are those that the shop offers a seller, in its words', async () => {
    shop.answer(
      METHOD.cancelReasons,
      json({
        result: [
          {
            posting_number: number,
            reasons: [
              { id: 352, title: 'Out of stock', type_id: 'seller' },
              { id: 402, title: 'Other', type_id: 'seller' },
              { id: 665, title: 'Not collected', type_id: 'buyer' },
            ],
          },
        ],
      }),
    );
    expect(await cancelling().reasonsFor(number)).toEqual({
      ok: true,
      value: [
        { id: '352', title: 'Out of stock', needsMessage: false },
        { id: '402', title: 'Other', needsMessage: true },
      ],
    });
  });
});

describe('a posting', () => {
  it('is cancelled with its reason', async () => {
    shop.answer(METHOD.cancel, json({ result: true }));
    expect(await cancelling().cancel(number, { reasonId: '402', message: 'broken' })).toMatchObject({
      ok: true,
    });
    expect(shop.bodies(METHOD.cancel).at(-1)).toEqual({
      ...{ posting_number: number, cancel_reason_id: 402, cancel_reason_message: 'broken' },
    });
  });

  it.each([
    ['is cancelled where the answer was lost and the posting says so', 'cancelled', { ok: true }],
    [
      'may be asked again where the posting stands as before',
      'awaiting_packaging',
      { error: { code: 'retry' } },
    ],
  ])('%s', async (_, now, outcome) => {
    shop.answer(METHOD.cancel, status(500, { code: 13, message: 'Internal error' }));
    shop.answer(METHOD.posting, posting({ status: now }));
    expect(await cancelling().cancel(number, cause)).toMatchObject(outcome);
  });

  it('that somebody else has cancelled counts as cancelled', async () => {
    shop.answer(METHOD.cancel, status(400, { code: 3, message: 'POSTING_ALREADY_CANCELLED' }));
    shop.answer(METHOD.posting, posting({ status: 'cancelled' }));
    expect(await cancelling().cancel(number, cause)).toMatchObject({ ok: true });
  });

  it('stays where the shop says no, in its words', async () => {
    shop.answer(METHOD.cancel, status(400, { code: 3, message: 'HAS_INCORRECT_CANCEL_REASON' }));
    expect(await cancelling().cancel(number, cause)).toMatchObject({
      error: { code: 'refused', shopCode: 'HAS_INCORRECT_CANCEL_REASON' },
    });
  });

  it('of which nobody can tell is unknown', async () => {
    shop.answer(METHOD.cancel, status(500, { code: 13, message: 'Internal error' }));
    shop.answer(METHOD.posting, status(500, { code: 13, message: 'Internal error' }));
    expect(await cancelling().cancel(number, cause)).toMatchObject({ error: { code: 'unknown' } });
  });
});

describe('units of a posting', () => {
  const units = [{ sku: mug, quantity: 2 }];

  it('are taken off it', async () => {
    shop.answer(METHOD.cancelUnits, json({ result: number }));
    expect(await cancelling().cancelUnits(number, units, cause)).toMatchObject({ ok: true });
    expect(shop.bodies(METHOD.cancelUnits).at(-1)).toMatchObject({
      items: [{ sku: 1500000001, quantity: 2 }],
    });
  });

  it.each([
    ['are off where the posting lacks just them', posting({}, 1), { ok: true }],
    ['are unknown where it was cancelled with more in it', posting({ status: 'cancelled' }, 3), 'retry'],
    ['may be asked for again where the posting stands as before', posting({}, 3), 'retry'],
    ['are unknown where the posting is yet another', posting({}, 2), 'unknown'],
  ])('whose answer was lost %s', async (_, now, outcome) => {
    const before = shop.bodies(METHOD.cancelUnits).length;
    shop.answer(METHOD.posting, posting({}, 3), now);
    shop.answer(METHOD.cancelUnits, status(500, { code: 13, message: 'Internal error' }));
    expect(await cancelling().cancelUnits(number, units, cause)).toMatchObject(
      typeof outcome === 'string' ? { error: { code: outcome } } : outcome,
    );
    // Asked once, whatever came of it: a second time would take off more.
    expect(shop.bodies(METHOD.cancelUnits)).toHaveLength(before + 1);
  });

  it('that were all there was are off where the posting is cancelled', async () => {
    shop.answer(METHOD.posting, posting({}, 2), posting({ status: 'cancelled' }, 2));
    shop.answer(METHOD.cancelUnits, status(500, { code: 13, message: 'Internal error' }));
    expect(await cancelling().cancelUnits(number, units, cause)).toMatchObject({ ok: true });
  });
});
