import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing/open-sandbox.ts';

let shop: OpenSandbox;
beforeAll(async () => {
  shop = await openSandbox();
});
afterAll(() => shop.close());

const MUG = 1_500_000_001;
const THERMOS = MUG + 137 * 10;
const get = async (number: string) =>
  (await shop.call('/v3/posting/fbs/get', { posting_number: number, with: { related_postings: true } })).json;
const ship = async (number: string, ...packages: [sku: number, quantity: number][][]) =>
  shop.call('/v4/posting/fbs/ship', {
    posting_number: number,
    packages: packages.map((products) => ({
      products: products.map(([product_id, quantity]) => ({ product_id, quantity })),
    })),
  });
const mugs = (quantity: number) => shop.add({ lines: [{ sku: MUG, quantity }] });

describe('shipping a posting', () => {
  it('takes a moment: the answer comes before the posting is packed', async () => {
    const number = await mugs(2);
    expect((await ship(number, [[MUG, 2]])).json).toEqual({ result: [number], additional_data: [] });
    expect(await get(number)).toMatchObject({
      result: { status: 'awaiting_packaging', available_actions: ['ship_async_in_process'] },
    });
    shop.pass(300);
    expect(await get(number)).toMatchObject({
      result: { status: 'awaiting_deliver', scanit: expect.stringMatching(/^\d{16}$/) },
    });
  });

  it('has the parcel registered first where the carrier takes its time, and gives no label before', async () => {
    await shop.admin('POST', '/admin/timings', { registrationMs: 5_000 });
    const number = await mugs(1);
    await ship(number, [[MUG, 1]]);
    shop.pass(300);
    expect(await get(number)).toMatchObject({
      result: { status: 'awaiting_registration', substatus: 'posting_awaiting_registration' },
    });
    await shop.admin('POST', '/admin/timings', { registrationMs: 0 });
    const label = () => shop.call('/v3/posting/fbs/package-label/create', { posting_numbers: [number] });
    expect((await label()).json).toMatchObject({ message: "The next postings aren't ready" });
    shop.pass(5_500);
    expect(await get(number)).toMatchObject({ result: { status: 'awaiting_deliver' } });
    expect((await label()).status).toBe(200);
  });

  it('happens once: a second request is refused and counted', async () => {
    const number = await mugs(1);
    await ship(number, [[MUG, 1]]);
    expect((await ship(number, [[MUG, 1]])).json).toMatchObject({ code: 3, message: 'HAS_INCORRECT_STATUS' });
    shop.pass(300);
    const again = await ship(number, [[MUG, 1]]);
    expect([again.status, again.json]).toEqual([
      400,
      { code: 3, message: 'POSTING_ALREADY_SHIPPED', details: [] },
    ]);
    expect(await shop.posting(number)).toMatchObject({ shipRequests: 3, shipChanges: 1 });
  });

  it('needs exactly the products of the posting', async () => {
    const number = await mugs(2);
    for (const quantity of [1, 3]) {
      expect((await ship(number, [[MUG, quantity]])).json).toMatchObject({
        message: 'HAS_INCORRECT_PRODUCT_QUANTITY',
      });
    }
    expect((await ship(number, [[THERMOS, 2]])).json).toMatchObject({ message: 'UNKNOWN_PRODUCT_DEFINED' });
    expect((await ship(number)).status).toBe(400);
    expect((await ship('70000001-9999-1', [[MUG, 1]])).status).toBe(404);
    expect(await shop.posting(number)).toMatchObject({ status: 'awaiting_packaging', shipChanges: 0 });
  });

  it('in two packages makes a child with the next number and barcodes of its own', async () => {
    const number = await shop.add({
      lines: [
        { sku: MUG, quantity: 2 },
        { sku: THERMOS, quantity: 1 },
      ],
    });
    const child = number.replace(/-1$/, '-2');
    const answer = await ship(
      number,
      [
        [MUG, 1],
        [THERMOS, 1],
      ],
      [[MUG, 1]],
    );
    expect(answer.json).toMatchObject({ result: [number, child] });
    shop.pass(300);
    expect(await get(number)).toMatchObject({
      result: {
        status: 'awaiting_deliver',
        products: [{ quantity: 1 }, { quantity: 1 }],
        related_postings: { related_posting_numbers: [child] },
      },
    });
    expect(await get(child)).toMatchObject({
      result: {
        status: 'awaiting_deliver',
        parent_posting_number: number,
        products: [{ sku: MUG, quantity: 1 }],
      },
    });
    const [parent, part] = [await shop.posting(number), await shop.posting(child)];
    expect(part.scanit).not.toBe(parent.scanit);
  });

  it('of a part leaves the rest to be packed', async () => {
    const number = await mugs(3);
    const answer = await shop.call('/v4/posting/fbs/ship/package', {
      posting_number: number,
      products: [{ product_id: MUG, quantity: 1, exemplarsIds: [] }],
    });
    const child = number.replace(/-1$/, '-2');
    expect(answer.json).toEqual({ result: child });
    shop.pass(300);
    expect(await shop.posting(number)).toMatchObject({
      status: 'awaiting_packaging',
      lines: [{ quantity: 2 }],
    });
    expect(await shop.posting(child)).toMatchObject({ status: 'awaiting_deliver', lines: [{ quantity: 1 }] });
  });

  it('can fail after it was accepted, and may then be repeated', async () => {
    const number = await mugs(1);
    await shop.admin('POST', `/admin/postings/${number}/ship-fails`);
    await ship(number, [[MUG, 1]]);
    shop.pass(300);
    expect(await get(number)).toMatchObject({
      result: { substatus: 'ship_failed', available_actions: expect.arrayContaining(['ship_async_retry']) },
    });
    await ship(number, [[MUG, 1]]);
    shop.pass(300);
    expect(await shop.posting(number)).toMatchObject({ status: 'awaiting_deliver', shipChanges: 1 });
  });

  it('stops at a cancellation that comes first, and yields to one that comes in between', async () => {
    const [early, late] = [await mugs(1), await mugs(1)];
    await shop.admin('POST', `/admin/postings/${early}/cancel`);
    expect((await ship(early, [[MUG, 1]])).json).toMatchObject({ message: 'POSTING_ALREADY_CANCELLED' });
    await ship(late, [[MUG, 1]]);
    await shop.admin('POST', `/admin/postings/${late}/cancel`);
    shop.pass(300);
    expect(await get(late)).toMatchObject({
      result: {
        status: 'cancelled',
        cancellation: { cancellation_type: 'client', cancelled_after_ship: false },
      },
    });
  });
});
