import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PostingNumber } from '#domain/ids.ts';
import { METHOD } from '../methods.ts';
import { accountAt, json, type ScriptedShop, startScriptedShop, status } from '../scripted-shop.ts';

const posting = PostingNumber.parse('70000001-0003-1');
const request = { id: '90066344', posting };
const row = (state: string) => ({
  cancellation_id: 90066344,
  posting_number: posting,
  cancellation_reason: { id: 507, name: 'Changed their mind' },
  cancellation_reason_message: 'sorry',
  cancelled_at: '2026-11-23T06:00:00Z',
  auto_approve_date: '2026-11-26T06:00:00Z',
  state: { id: 1, name: 'x', state },
});
const rows = (...result: unknown[]) => json({ result, last_id: 0, counter: 0 });

let shop: ScriptedShop;
beforeAll(async () => {
  shop = await startScriptedShop();
});
afterAll(() => shop.close());

const afterSale = () => accountAt(shop).afterSale;

describe("a buyer's cancellation request", () => {
  it('is listed while it waits, and one that cannot be read is counted', async () => {
    shop.answer(METHOD.cancellations, rows(row('ON_APPROVAL'), { cancellation_id: 'x' }));
    expect(await afterSale().listCancellationRequests()).toEqual({
      ok: true,
      value: {
        rows: [
          {
            ...{ ...request, reason: 'Changed their mind', message: 'sorry' },
            askedAt: Date.parse('2026-11-23T06:00:00Z'),
            agreesAt: Date.parse('2026-11-26T06:00:00Z'),
          },
        ],
        ...{ unread: 1, isAll: true },
      },
    });
    expect(shop.bodies(METHOD.cancellations).at(-1)).toEqual({
      filters: { state: 'ON_APPROVAL' },
      limit: 500,
    });
  });

  const lost = status(500, { code: 13, message: 'Internal error' });
  const refused = status(400, { code: 3, message: 'NOT_ON_APPROVAL', details: [] });
  it.each([
    ['counts where it stands as wanted', lost, rows(row('APPROVED')), { ok: true }],
    ['counts where it was agreed to before', refused, rows(row('APPROVED')), { ok: true }],
    [
      'may be answered again where it still waits',
      lost,
      rows(row('ON_APPROVAL')),
      { error: { code: 'retry' } },
    ],
    [
      'was decided otherwise',
      lost,
      rows(row('REJECTED')),
      { error: { code: 'refused', shopCode: 'REJECTED' } },
    ],
    ['is refused in the shop’s words', refused, rows(row('REJECTED')), { error: { code: 'refused' } }],
    ['is unknown where it is not listed', lost, rows(), { error: { code: 'unknown' } }],
  ])('%s, and is answered once', async (_what, answer, after, outcome) => {
    shop.answer(METHOD.cancellationApprove, answer);
    shop.answer(METHOD.cancellations, after);
    const before = shop.bodies(METHOD.cancellationApprove).length;
    expect(await afterSale().decideCancellation(request, { isAgreed: true, comment: 'ok' })).toMatchObject(
      outcome,
    );
    const bodies = shop.bodies(METHOD.cancellationApprove);
    expect(bodies).toHaveLength(before + 1);
    expect(bodies.at(-1)).toEqual({ cancellation_id: 90066344, comment: 'ok' });
  });
});

describe('returns', () => {
  const wire = (id: string) => ({
    ...{ id, posting_number: posting, return_reason_name: 'too small' },
    product: { sku: '1', offer_id: 'MUG-1', name: 'Mug', quantity: 2 },
    place: { id: 1, name: 'PVZ', address: 'Street 7' },
    logistic: { barcode: 'ii1' },
    visual: { status: { display_name: 'Waits' }, change_moment: '2026-11-23T06:00:00Z' },
  });

  it('are read page by page, ids beyond 2^53 kept', async () => {
    shop.answer(
      METHOD.returns,
      json({ returns: [wire('9007199254740993')], has_next: true }),
      json({ returns: [wire('9007199254740995'), {}], has_next: false }),
    );
    expect(await afterSale().listReturns(0)).toMatchObject({
      value: {
        rows: [{ id: '9007199254740993', place: 'PVZ, Street 7', quantity: 2 }, { id: '9007199254740995' }],
        ...{ unread: 1, isAll: true },
      },
    });
    expect(shop.bodies(METHOD.returns).at(-1)).toMatchObject({ last_id: '9007199254740993' });
  });

  it('do not follow a shop that names the same page for ever', async () => {
    shop.answer(METHOD.returns, json({ returns: [wire('5')], has_next: true }));
    expect(await afterSale().listReturns(0)).toMatchObject({ value: { isAll: false } });
  });
});
