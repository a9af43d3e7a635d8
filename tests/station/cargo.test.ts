import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PostingNumber, ShopId } from '#domain/ids.ts';
import { type OpenSandbox, openSandbox } from '#sandbox/testing/open-sandbox.ts';
import { createLimiter } from '#station/shop/ozon/limiter.ts';
import { createOzonAccount } from '#station/shop/ozon/ozon-account.ts';
import type { SellerAccount } from '#station/shop/seller-account.ts';

const warehouse = '1020000000001000';
const box = { warehouse, kind: 'box', isSorted: true } as const;
const requests = z.object({ requests: z.array(z.object({ path: z.string() })) });

let shop: OpenSandbox;
let account: SellerAccount;
let packed: PostingNumber;
beforeEach(async () => {
  shop = await openSandbox();
  const now = () => shop.now();
  account = createOzonAccount({
    ...{ shop: ShopId.parse('S1'), url: shop.url, clientId: '1', apiKey: 'sandbox-key', now },
    limiter: createLimiter({ perSecond: 10_000 }),
  });
  await shop.admin('POST', '/admin/trusted-acceptance', {});
  await shop.admin('POST', '/admin/timings', { cargoMs: 0 });
  const ready = (await shop.postings()).find(({ status }) => status === 'awaiting_deliver');
  packed = PostingNumber.parse(ready?.number);
});
afterEach(() => shop.close());

const lose = (name: string) =>
  shop.admin('POST', '/admin/faults', {
    ...{ kind: 'lostAnswer', method: `/v1/carriage/container/${name}` },
  });
const sent = async (name: string) => {
  const answer = await shop.admin('GET', `/admin/requests?last=1000&path=/container/${name}`);
  return requests.parse(answer.json).requests.length;
};
const make = async (wish: Parameters<SellerAccount['cargo']['createPlace']>[0] = box) => {
  const made = await account.cargo.createPlace(wish);
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
};

describe('a box of trusted acceptance', () => {
  it('is made, filled and closed once each, whichever answer is lost, and then has its label', async () => {
    const { cargo } = account;
    await lose('create');
    const id = await make();
    expect([await sent('create'), (await cargo.listPlaces(0)).ok]).toEqual([1, true]);
    await lose('fill');
    for (const _ of [1, 2]) expect(await cargo.fill(id, packed, true)).toEqual({ ok: true, value: 'done' });
    expect(await sent('fill')).toBe(1);
    expect(await cargo.getPlace(id)).toMatchObject({
      value: { numbers: [packed], status: 'open', kind: 'box', isSorted: true, postings: 1 },
    });
    expect(await cargo.getLabel(id)).toMatchObject({ error: { code: 'refused' } });
    await lose('approve');
    for (const _ of [1, 2]) expect(await cargo.approve(id)).toEqual({ ok: true, value: 'done' });
    expect(await sent('approve')).toBe(1);
    expect(await cargo.getLabel(id)).toMatchObject({ value: { state: 'ready' } });
    expect(await cargo.getDocument(id)).toMatchObject({ value: { state: 'ready' } });
  });

  it('is put on a pallet and taken off, and taken apart', async () => {
    const { cargo } = account;
    const id = await make();
    const pallet = await make({ warehouse, kind: 'pallet', isSorted: false });
    await lose('place-into');
    expect(await cargo.stack(pallet, id, true)).toEqual({ ok: true, value: 'done' });
    expect(await cargo.getPlace(id)).toMatchObject({ value: { pallet } });
    expect(await cargo.getPlace(pallet)).toMatchObject({ value: { boxes: [id], kind: 'pallet' } });
    expect(await cargo.stack(pallet, id, false)).toEqual({ ok: true, value: 'done' });
    await lose('cancel');
    expect(await cargo.cancel(id)).toEqual({ ok: true, value: 'done' });
    expect([await sent('place-into'), await sent('cancel')]).toEqual([1, 1]);
  });

  it('says in the shop’s words what does not go in, and when the shop takes its time', async () => {
    const { cargo } = account;
    const [one, other] = [await make(), await make()];
    await cargo.fill(one, packed, true);
    expect(await cargo.fill(other, packed, true)).toMatchObject({
      error: { code: 'refused', detail: 'posting is in another container' },
    });
    await shop.admin('POST', '/admin/timings', { cargoMs: 60_000 });
    expect(await cargo.approve(one)).toEqual({ ok: true, value: 'under-way' });
    shop.pass(60_000);
    expect(await cargo.approve(one)).toEqual({ ok: true, value: 'done' });
    expect(await sent('approve')).toBe(1);
  });

  it('is not asked for twice where the answer is lost and the change shows a moment later', async () => {
    const id = await make();
    await shop.admin('POST', '/admin/timings', { cargoMs: 400 });
    await lose('fill');
    const filled = account.cargo.fill(id, packed, true);
    // The place before it is asked for, and once after.
    await expect.poll(() => sent('get')).toBe(2);
    shop.pass(400);
    expect(await filled).toEqual({ ok: true, value: 'done' });
    expect(await sent('fill')).toBe(1);
  });

  it('may be asked for again where the shop never got it', async () => {
    await shop.admin('POST', '/admin/faults', { kind: '500', method: '/v1/carriage/container/create' });
    expect(await account.cargo.createPlace(box)).toMatchObject({ error: { code: 'retry' } });
    await make();
    expect(await account.cargo.listPlaces(0)).toMatchObject({ value: [{ status: 'open' }] });
  });
});
