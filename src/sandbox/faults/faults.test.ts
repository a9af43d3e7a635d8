import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type OpenSandbox, openSandbox } from '../testing/open-sandbox.ts';

const MUG = 1_500_000_001;
let shop: OpenSandbox;
beforeAll(async () => {
  shop = await openSandbox();
});
afterEach(async () => {
  await shop.admin('DELETE', '/admin/faults');
});
afterAll(() => shop.close());

const fault = (order: object) => shop.admin('POST', '/admin/faults', order);
const roles = () => shop.call('/v1/roles', {});

describe('faults on request', () => {
  it('strike as often as ordered, and only the methods they name', async () => {
    await fault({ kind: '500', method: '/v1/*', count: 2 });
    expect((await shop.call('/v3/product/list', { limit: 1 })).status).toBe(200);
    expect([(await roles()).status, (await roles()).status, (await roles()).status]).toEqual([500, 500, 200]);
  });

  it('can wait for the second request and for one posting', async () => {
    await fault({ kind: 'refusal', http: 409, code: 9, message: 'BUSY', containing: '70000009', skip: 1 });
    const get = (number: string) => shop.call('/v3/posting/fbs/get', { posting_number: number });
    await get('70000001-1');
    expect((await get('70000009-1')).status).toBe(404);
    expect((await get('70000009-1')).json).toMatchObject({ message: 'BUSY' });
    expect((await get('70000009-1')).status).toBe(404);
  });

  it('answer 429 with and without a pause, and 502 as HTML', async () => {
    await fault([{ kind: '429', retryAfterS: 7 }, { kind: '429' }, { kind: '502' }]);
    const [paused, bare, html] = [await roles(), await roles(), await roles()];
    expect([paused.status, paused.headers.get('retry-after')]).toEqual([429, '7']);
    expect([bare.status, bare.headers.get('retry-after')]).toEqual([429, null]);
    expect([html.status, html.text.slice(0, 6)]).toEqual([502, '<html>']);
  });

  it('close the connection before the change, cut the answer, or lose it after the change', async () => {
    const number = await shop.add({ lines: [{ sku: MUG, quantity: 1 }] });
    const ship = () =>
      shop.call('/v4/posting/fbs/ship', {
        posting_number: number,
        packages: [{ products: [{ product_id: MUG, quantity: 1 }] }],
      });
    await fault([
      { kind: 'closed', method: '*/ship' },
      { kind: 'lostAnswer', method: '*/ship' },
      { kind: 'cutAnswer', method: '/v1/roles' },
    ]);
    await expect(ship()).rejects.toThrow();
    expect(await shop.posting(number)).toMatchObject({ shipRequests: 0, shipChanges: 0 });
    await expect(ship()).rejects.toThrow();
    expect(await shop.posting(number)).toMatchObject({ shipRequests: 1, shipChanges: 1 });
    await expect(roles()).rejects.toThrow();
    await fault({ kind: 'cutAnswer', clean: true });
    const half = await roles();
    expect([half.status, half.json]).toEqual([200, undefined]);
  });

  it('delay an answer together with another fault', async () => {
    await fault([{ kind: 'latency', ms: 20 }, { kind: '500' }]);
    expect((await roles()).status).toBe(500);
    expect((await shop.admin('GET', '/admin/requests?last=1')).json).toMatchObject({
      requests: [{ path: '/v1/roles', status: 500, faults: ['latency', '500'], withKey: true }],
    });
  });

  it('put unknown fields, unknown statuses, text ids, nulls and a malformed posting into answers', async () => {
    const [first, second] = [await shop.add({ shape: 'single' }), await shop.add({ shape: 'single' })];
    const get = async (number: string) =>
      (await shop.call('/v3/posting/fbs/get', { posting_number: number })).json;
    await fault([
      { kind: 'unknownFields' },
      { kind: 'unknownStatus', containing: first },
      { kind: 'idsAsText' },
      { kind: 'nulls' },
    ]);
    expect(await get(first)).toMatchObject({
      a_field_of_tomorrow: {},
      result: {
        status: 'awaiting_teleport',
        order_id: expect.any(String),
        parent_posting_number: null,
        a_field_of_tomorrow: {},
      },
    });
    await fault([{ kind: 'malformedPosting', containing: second }, { kind: 'wrapped' }]);
    expect(await get(second)).toMatchObject({ result: { result: { products: 'none of your business' } } });
  });

  it('spoil one posting of a list and leave the others as they are', async () => {
    const spoiled = await shop.add({ shape: 'single' });
    await fault([{ kind: 'malformedPosting', containing: spoiled, count: null }]);
    const day = 86_400_000;
    const filter = {
      cutoff_from: new Date(shop.now() - day).toISOString(),
      cutoff_to: new Date(shop.now() + 3 * day).toISOString(),
    };
    const { json } = await shop.call('/v4/posting/fbs/unfulfilled/list', { filter, limit: 100 });
    const { postings } = z
      .object({ postings: z.array(z.looseObject({ products: z.unknown() })) })
      .parse(json);
    const broken = postings.filter(({ products }) => !Array.isArray(products));
    expect(broken).toEqual([expect.objectContaining({ posting_number: spoiled })]);
    expect(postings.length).toBeGreaterThan(50);
  });

  it('are refused where they are not understood', async () => {
    expect((await fault({ kind: 'earthquake' })).status).toBe(400);
    expect((await fault({ kind: 'latency' })).status).toBe(400);
  });
});
