import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing/open-sandbox.ts';

let shop: OpenSandbox;
beforeAll(async () => {
  shop = await openSandbox();
});
afterAll(() => shop.close());

const MUG = 1_500_000_001;
const list = (filters: object) => shop.call('/v2/conditional-cancellation/list', { filters, limit: 500 });
async function ask(): Promise<{ number: string; id: unknown }> {
  const number = await shop.add({ lines: [{ sku: MUG, quantity: 1 }] });
  const { json } = await shop.admin('POST', `/admin/postings/${number}/cancellation-request`);
  return { number, id: Reflect.get(Object(json), 'id') };
}

describe("buyers' cancellation requests", () => {
  it('wait, are answered once, and cancel the posting only where agreed to', async () => {
    const [kept, gone] = [await ask(), await ask()];
    expect((await list({ state: 'ON_APPROVAL' })).json).toMatchObject({
      result: [{ posting_number: kept.number }, { posting_number: gone.number }],
    });
    const answer = (verb: string, id: unknown) =>
      shop.call(`/v2/conditional-cancellation/${verb}`, { cancellation_id: id, comment: '' });
    expect((await answer('reject', kept.id)).status).toBe(200);
    expect((await answer('approve', gone.id)).status).toBe(200);
    expect((await answer('approve', gone.id)).status).toBe(400);
    expect((await answer('approve', 1)).status).toBe(404);
    expect(await shop.posting(kept.number)).toMatchObject({ status: 'awaiting_packaging' });
    expect(await shop.posting(gone.number)).toMatchObject({ status: 'cancelled' });
  });

  it('are agreed to by the shop in time', async () => {
    const { number } = await ask();
    shop.pass(4 * 86_400_000);
    expect((await list({ state: 'ALL', posting_number: [number] })).json).toMatchObject({
      result: [{ state: { state: 'APPROVED' } }],
    });
    expect(await shop.posting(number)).toMatchObject({ status: 'cancelled' });
  });
});

describe('returns', () => {
  it('are found by posting, barcode and time', async () => {
    const number = await shop.add({ lines: [{ sku: MUG, quantity: 1 }] });
    const { json } = await shop.admin('POST', `/admin/postings/${number}/return`);
    const found = async (filter: object) => (await shop.call('/v1/returns/list', { filter, limit: 1 })).json;
    const one = { returns: [{ posting_number: number, product: { sku: String(MUG) } }], has_next: false };
    expect(await found({ posting_numbers: [number] })).toMatchObject(one);
    expect(await found({ barcode: Reflect.get(Object(json), 'barcode') })).toMatchObject(one);
    const time_from = new Date(shop.now() + 1).toISOString();
    const time_to = new Date(shop.now() + 2).toISOString();
    expect(await found({ visual_status_change_moment: { time_from, time_to } })).toMatchObject({
      returns: [],
    });
  });
});

describe("buyers' returns to the seller", () => {
  it('offer what their state allows, and want a reason for a rejection', async () => {
    const number = await shop.add({ lines: [{ sku: MUG, quantity: 1 }] });
    const { json } = await shop.admin('POST', `/admin/postings/${number}/return-request`);
    const return_id = Reflect.get(Object(json), 'id');
    const act = (body: object) => shop.call('/v1/returns/rfbs/action/set', { return_id, ...body });
    const waiting = async () =>
      (await shop.call('/v2/returns/rfbs/list', { filter: { group_state: ['New'] }, limit: 10 })).json;
    expect(await waiting()).toMatchObject({ returns: [{ posting_number: number }] });
    expect((await act({ id: 1030 })).status).toBe(400);
    expect((await act({ id: -1 })).status).toBe(400);
    expect((await act({ id: 1020 })).status).toBe(400);
    expect((await act({ id: -1, comment: 'worn', rejection_reason_id: 1 })).status).toBe(200);
    expect((await act({ id: -1, comment: 'worn', rejection_reason_id: 1 })).status).toBe(400);
    expect((await shop.call('/v2/returns/rfbs/get', { return_id })).json).toMatchObject({
      returns: { state: { state: 'REJECTED' }, available_actions: [], rejection_comment: 'worn' },
    });
    expect(await waiting()).toEqual({ returns: [] });
  });
});
