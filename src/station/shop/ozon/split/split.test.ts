import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PostingNumber, Sku } from '#domain/ids.ts';
import { METHOD } from '../methods.ts';
import { accountAt, json, type ScriptedShop, startScriptedShop, status } from '../scripted-shop.ts';

const number = PostingNumber.parse('70000001-0003-1');
const mug = Sku.parse('1500000001');
const away = [{ sku: mug, quantity: 1 }];
const posting = (change: object = {}, quantity = 3) =>
  json({
    result: {
      posting_number: number,
      status: 'awaiting_packaging',
      products: [{ sku: 1500000001, quantity }],
      ...change,
    },
  });
const lost = status(500, { code: 13, message: 'Internal error' });

let shop: ScriptedShop;
beforeAll(async () => {
  shop = await startScriptedShop();
});
afterAll(() => shop.close());

const split = (units = away) => accountAt(shop).splitting.split(number, units);
const asked = () => shop.bodies(METHOD.split).length;

describe('a posting that is divided', () => {
  it('is sent as a whole, in its two parts, and answers their numbers', async () => {
    shop.answer(METHOD.posting, posting());
    shop.answer(
      METHOD.split,
      json({ parent_posting: {}, postings: [{ posting_number: '7-1-2' }, { posting_number: '7-1-3' }] }),
    );
    expect(await split()).toEqual({ ok: true, value: ['7-1-2', '7-1-3'] });
    expect(shop.bodies(METHOD.split).at(-1)).toEqual({
      posting_number: number,
      postings: [
        { products: [{ product_id: 1500000001, quantity: 2 }] },
        { products: [{ product_id: 1500000001, quantity: 1 }] },
      ],
    });
  });

  it('must have the part, and something left: nothing is sent else', async () => {
    shop.answer(METHOD.posting, posting({}, 1));
    const before = asked();
    expect(await split()).toMatchObject({ error: { code: 'refused', shopCode: 'NOT_A_PART' } });
    expect(asked()).toBe(before);
  });

  const related = { related_postings: { related_posting_numbers: ['7-1-2', '7-1-3'] } };
  it.each([
    [
      'is looked up where the answer was lost',
      { status: 'cancelled_from_split_pending', ...related },
      { value: ['7-1-2', '7-1-3'] },
    ],
    ['may be asked again where it stands as before', {}, { error: { code: 'retry' } }],
    ['is unknown where it is neither', { status: 'awaiting_deliver' }, { error: { code: 'unknown' } }],
  ])('%s, and asked for once', async (_what, after, outcome) => {
    shop.answer(METHOD.posting, posting(), posting(after));
    shop.answer(METHOD.split, lost);
    const before = asked();
    expect(await split()).toMatchObject(outcome);
    expect(asked()).toBe(before + 1);
  });
});
