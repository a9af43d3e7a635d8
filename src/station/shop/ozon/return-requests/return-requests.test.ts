import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { METHOD } from '../methods.ts';
import { accountAt, json, type ScriptedShop, startScriptedShop, status } from '../scripted-shop.ts';

const id = '8000123456';
const row = {
  ...{ return_id: Number(id), return_number: 'RET-1', posting_number: '70000001-0003-1' },
  created_at: '2026-11-23T06:00:00Z',
  product: { name: 'Mug', offer_id: 'MUG-1', price: 450, currency_code: 'RUB' },
};
/** As it is read by itself: its state, what is offered, and why it was turned down. */
const one = (state: string, actions: readonly object[], rejection_comment = '') =>
  json({
    returns: {
      ...row,
      state: { state, state_name: `«${state}»` },
      ...{ available_actions: actions, rejection_comment, client_photo: ['a', 'b'], comment: 'too small' },
      rejection_reason: [{ id: 7, name: 'Worn', hint: 'Say how', is_comment_required: true }],
      return_reason: { id: 1, name: 'Size', is_defect: true },
    },
  });
const approve = { id: 1000, name: 'Approve' };
const reject = { id: -1, name: 'Reject' };
const pay = { id: 1020, name: 'Compensate' };
const lost = status(500, { code: 13, message: 'Internal error' });
const refused = status(400, { code: 3, message: 'ACTION_IS_NOT_AVAILABLE', details: [] });

let shop: ScriptedShop;
beforeAll(async () => {
  shop = await startScriptedShop();
});
afterAll(() => shop.close());

const requests = () => accountAt(shop).returnRequests;
const decision = (action: string) => ({ action, reasonId: '7', comment: 'worn', amount: 99.5 });

describe('a return that the buyer agrees with the seller about', () => {
  it.each([
    ['as the document has it', row],
    ['as its example has it', [row]],
  ])('is listed %s, and what waits is asked for', async (_, returns) => {
    shop.answer(METHOD.returnRequests, json({ returns }));
    expect(await requests().list('waiting')).toMatchObject({
      value: { rows: [{ id, number: 'RET-1', price: '450 RUB' }], ...{ unread: 0, isAll: true } },
    });
    expect(shop.bodies(METHOD.returnRequests).at(-1)).toEqual({
      ...{ filter: { group_state: ['New', 'Checkout'] }, limit: 500 },
    });
  });

  it('that a key may not read is no wrong key in the background', async () => {
    shop.answer(METHOD.returnRequests, status(403, { code: 7, message: 'no role' }));
    expect(await requests().list('waiting', undefined, 'background')).toMatchObject({
      error: { code: 'refused', shopCode: 'NO_RIGHT' },
    });
    expect(await requests().list('waiting')).toMatchObject({ error: { code: 'unauthorized' } });
  });

  it('says what and why, and offers what the shop offers, with what each wants to know', async () => {
    shop.answer(METHOD.returnRequest, one('NEW', [{ action: approve }, reject, pay]));
    expect(await requests().get(id)).toMatchObject({
      value: {
        ...{ reason: 'Size', isDefect: true, message: 'too small', pictures: 2, state: '«NEW»' },
        actions: [
          { id: '1000', needs: 'nothing' },
          { id: '-1', needs: 'reason' },
          { id: '1020', needs: 'amount' },
        ],
        rejectionReasons: [{ id: '7', name: 'Worn', hint: 'Say how' }],
      },
    });
  });

  it.each([
    ['1000', approve, { return_id: 8000123456, id: 1000 }],
    ['-1', reject, { return_id: 8000123456, id: -1, comment: 'worn', rejection_reason_id: 7 }],
    ['1020', pay, { return_id: 8000123456, id: 1020, compensation_amount: 99.5 }],
  ])('is sent action %s with what it wants, and no more', async (action, offered, body) => {
    shop.answer(METHOD.returnRequest, one('NEW', [offered]));
    shop.answer(METHOD.returnRequestAction, json({}));
    expect(await requests().act(id, decision(action))).toMatchObject({ ok: true });
    expect(shop.bodies(METHOD.returnRequestAction).at(-1)).toEqual(body);
  });

  it('is not asked for what the shop does not offer', async () => {
    shop.answer(METHOD.returnRequest, one('NEW', [approve]));
    const before = shop.bodies(METHOD.returnRequestAction).length;
    expect(await requests().act(id, decision('-1'))).toMatchObject({
      error: { code: 'refused', shopCode: 'NOT_OFFERED' },
    });
    expect(shop.bodies(METHOD.returnRequestAction)).toHaveLength(before);
  });

  it.each([
    ['counts where it went on', lost, one('DONE', []), { ok: true }],
    ['counts with our words', lost, one('NO', [], 'worn'), { ok: true }],
    ['was turned down by another', lost, one('NO', [], 'late'), { error: { shopCode: 'DECIDED_OTHERWISE' } }],
    ['may be tried again where it stands', lost, one('NEW', [reject]), { error: { code: 'retry' } }],
    ['is unknown where it cannot be told', lost, one('NEW', []), { error: { code: 'unknown' } }],
    ['is unknown where it cannot be read', lost, lost, { error: { code: 'unknown' } }],
    ['is refused in the shop’s words', refused, one('DONE', []), { error: { code: 'refused' } }],
  ])('%s, and is answered once', async (_what, answer, after, outcome) => {
    shop.answer(METHOD.returnRequest, one('NEW', [reject]), after);
    shop.answer(METHOD.returnRequestAction, answer);
    const before = shop.bodies(METHOD.returnRequestAction).length;
    expect(await requests().act(id, decision('-1'))).toMatchObject(outcome);
    expect(shop.bodies(METHOD.returnRequestAction)).toHaveLength(before + 1);
  });
});
