import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PostingNumber, Sku } from '#domain/ids.ts';
import { METHOD } from './methods.ts';
import { wirePosting } from './sample-answers.ts';
import { accountAt, hangUp, json, type ScriptedShop, startScriptedShop, status } from './scripted-shop.ts';

const NUMBER = PostingNumber.parse('70000001-0003-1');
const CHILD = '70000001-0003-2';
const PACKAGES = [
  [{ sku: Sku.parse('1500000001'), quantity: 2 }],
  [{ sku: Sku.parse('1500000002'), quantity: 1 }],
];

let shop: ScriptedShop;
beforeEach(async () => {
  shop = await startScriptedShop();
});
afterEach(() => shop.close());

/** The shop knows these postings. */
function know(...postings: readonly Record<string, unknown>[]): void {
  const byNumber = new Map(postings.map((posting) => [posting.posting_number, posting]));
  shop.answer(METHOD.posting, (response, request) => {
    const asked: { posting_number: string } = JSON.parse(request.body);
    const found = byNumber.get(asked.posting_number);
    const reply =
      found === undefined ? status(404, { code: 5, message: 'POSTING_NOT_FOUND' }) : json({ result: found });
    reply(response, request);
  });
}

const related = (...numbers: string[]) => ({ related_postings: { related_posting_numbers: numbers } });

describe('asking to ship', () => {
  it('names every package with its SKUs', async () => {
    shop.answer(METHOD.ship, json({ result: [NUMBER, CHILD], additional_data: [] }));
    expect(await accountAt(shop).ship(NUMBER, PACKAGES)).toEqual({ ok: true, value: 'taken' });
    expect(shop.bodies(METHOD.ship)).toEqual([
      {
        posting_number: NUMBER,
        packages: [
          { products: [{ product_id: 1500000001, quantity: 2 }] },
          { products: [{ product_id: 1500000002, quantity: 1 }] },
        ],
        with: { additional_data: false },
      },
    ]);
  });

  it('says that the posting was shipped before', async () => {
    shop.answer(METHOD.ship, status(400, { code: 3, message: 'POSTING_ALREADY_SHIPPED', details: [] }));
    expect(await accountAt(shop).ship(NUMBER, PACKAGES)).toEqual({ ok: true, value: 'was-shipped' });
  });

  it.each([
    ['awaiting_deliver', [], { ok: true, value: 'was-shipped' }],
    ['awaiting_packaging', ['ship_async_in_process'], { ok: true, value: 'was-shipped' }],
    ['delivering', [], { ok: true, value: 'was-shipped' }],
    ['awaiting_packaging', [], { ok: false, error: { code: 'unknown' } }],
    ['cancelled', [], { ok: false, error: { code: 'refused', shopCode: 'HAS_INCORRECT_STATUS' } }],
    ['awaiting_approve', [], { ok: false, error: { code: 'refused' } }],
  ])(
    'that is refused for its status looks at the posting: %s %j',
    async (shopStatus, available_actions, expected) => {
      shop.answer(METHOD.ship, status(400, { code: 3, message: 'HAS_INCORRECT_STATUS' }));
      know(wirePosting({ status: shopStatus, available_actions }));
      expect(await accountAt(shop).ship(NUMBER, PACKAGES)).toMatchObject(expected);
    },
  );

  it('stays unknown when the posting cannot be read either', async () => {
    shop.answer(METHOD.ship, status(400, { code: 3, message: 'HAS_INCORRECT_STATUS' }));
    shop.answer(METHOD.posting, hangUp);
    expect(await accountAt(shop).ship(NUMBER, PACKAGES)).toMatchObject({ error: { code: 'unknown' } });
  });
});

describe('what became of a ship', () => {
  it.each([
    [{ status: 'awaiting_packaging' }, { state: 'not-shipped' }],
    [{ status: 'awaiting_packaging', available_actions: ['ship_async_in_process'] }, { state: 'in-process' }],
    [
      {
        status: 'awaiting_packaging',
        substatus: 'ship_failed',
        available_actions: ['ship_async_in_process'],
      },
      { state: 'in-process' },
    ],
    [{ status: 'awaiting_packaging', substatus: 'ship_failed' }, { state: 'failed' }],
    [{ status: 'awaiting_packaging', available_actions: ['ship_async_retry'] }, { state: 'failed' }],
    [{ status: 'ship_in_process' }, { state: 'in-process' }],
    [{ status: 'awaiting_registration' }, { state: 'in-process' }],
    [{ status: 'awaiting_deliver' }, { state: 'shipped', postings: [{ number: NUMBER, status: 'packed' }] }],
    [{ status: 'cancelled' }, { state: 'cancelled' }],
    [{ status: 'delivering' }, { state: 'other', shopStatus: 'delivering' }],
    [{ status: 'teleporting' }, { state: 'other', shopStatus: 'teleporting' }],
    [{ status: 'awaiting_approve' }, { state: 'other' }],
  ])('%j', async (over, expected) => {
    know(wirePosting(over));
    expect(await accountAt(shop).getShipState(NUMBER)).toMatchObject({ ok: true, value: expected });
  });

  it('is refused for a posting that the shop does not know', async () => {
    know();
    expect(await accountAt(shop).getShipState(NUMBER)).toMatchObject({
      error: { code: 'refused', shopCode: 'NOT_FOUND' },
    });
  });

  const parent = wirePosting({ status: 'awaiting_deliver', ...related(CHILD, '70000001-0001-1') });
  const stranger = wirePosting({ posting_number: '70000001-0001-1', status: 'awaiting_packaging' });
  const child = (over: object) =>
    wirePosting({ posting_number: CHILD, parent_posting_number: NUMBER, ...over });

  it('in several packages is done with the last of them; other postings of the order do not count', async () => {
    know(parent, stranger, child({ status: 'awaiting_registration' }));
    const account = accountAt(shop);
    expect(await account.getShipState(NUMBER)).toMatchObject({ value: { state: 'in-process' } });
    know(parent, stranger, child({ substatus: 'ship_failed' }));
    expect(await account.getShipState(NUMBER)).toMatchObject({ value: { state: 'failed' } });
    know(parent, stranger, child({ status: 'awaiting_deliver' }));
    expect(await account.getShipState(NUMBER)).toMatchObject({
      value: { state: 'shipped', postings: [{ number: NUMBER }, { number: CHILD }] },
    });
  });

  it('waits for a package that was promised but does not show yet', async () => {
    shop.answer(METHOD.ship, json({ result: [NUMBER, CHILD] }));
    know(wirePosting({ status: 'awaiting_deliver' }));
    const account = accountAt(shop);
    await account.ship(NUMBER, PACKAGES);
    expect(await account.getShipState(NUMBER)).toMatchObject({ value: { state: 'in-process' } });
    know(wirePosting({ status: 'awaiting_deliver' }), child({ status: 'awaiting_deliver' }));
    expect(await account.getShipState(NUMBER)).toMatchObject({
      value: { state: 'shipped', postings: [{}, {}] },
    });
  });
});
