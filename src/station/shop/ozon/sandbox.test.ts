import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PostingNumber, Sku } from '#domain/ids.ts';
import type { Posting } from '#domain/posting/posting.ts';
import { ok, type Result } from '#domain/result.ts';
// biome-ignore lint/style/noRestrictedImports: the one test that sets both sides of the shop's API against each other
import { type Sandbox, startSandbox } from '#sandbox/sandbox.ts';
import type { PackageContents, SellerAccount, ShipState, ShopFailure } from '../seller-account.ts';
import { fromStart } from './sample-answers.ts';
import { accountAt } from './scripted-shop.ts';

const START = Date.parse('2026-11-23T08:00:00Z');
const clock = { at: START };
let sandbox: Sandbox;
let account: SellerAccount;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, now: () => clock.at });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  clock.at = START;
  await admin('POST', '/admin/seed', { seed: 7 });
  await admin('POST', '/admin/limits', { requestsPerSecond: 10_000 });
  account = accountAt(sandbox, { clock, apiKey: sandbox.apiKey });
});

async function admin(method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${sandbox.url}${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect(response.status, path).toBe(200);
  return response.json();
}

function must<Value>(result: Result<Value, ShopFailure>): Value {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
  return result.value;
}

async function walk(changedSince: number | null = null): Promise<Posting[]> {
  const postings: Posting[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<SellerAccount['listUnfulfilled']>> = await account.listUnfulfilled({
      changedSince,
      cursor,
    });
    postings.push(...must(page).postings);
    cursor = must(page).nextCursor;
  } while (cursor !== null);
  return postings;
}

/** A new posting of a shape, not packed yet. */
async function order(shape: string): Promise<Posting> {
  const added = z
    .object({ postings: z.tuple([PostingNumber]) })
    .parse(await admin('POST', '/admin/postings', { shape }));
  return must(await account.getPosting(added.postings[0]));
}

async function countsOf(number: string): Promise<{ shipRequests: number; shipChanges: number }> {
  const State = z.object({
    postings: z.array(z.object({ number: z.string(), shipRequests: z.int(), shipChanges: z.int() })),
  });
  const found = State.parse(await admin('GET', '/admin/state')).postings.find((one) => one.number === number);
  if (found === undefined) throw new Error(`no ${number}`);
  return found;
}

const whole = (posting: Posting): PackageContents[] => [
  posting.lines.map(({ sku, quantity }) => ({ sku, quantity })),
];

async function stateOf(number: PostingNumber): Promise<ShipState> {
  return must(await account.getShipState(number));
}

describe('against a marketplace that behaves like Ozon', () => {
  it('reads the whole queue once, by cutoff, and everything about its products', async () => {
    const postings = await walk();
    expect(postings).toHaveLength(60);
    expect(new Set(postings.map(({ number }) => number)).size).toBe(60);
    const cutoffs = postings.map(({ cutoffAt }) => cutoffAt ?? 0);
    expect(cutoffs).toEqual([...cutoffs].sort((a, b) => a - b));
    const skus = [...new Set(postings.flatMap(({ lines }) => lines.map(({ sku }) => sku)))];
    const { products, setAside } = must(await account.getProducts([...skus, Sku.parse('42')]));
    expect(setAside).toEqual([]);
    expect(products.map(({ sku }) => sku).sort()).toEqual([...skus].sort());
    for (const product of products) {
      expect(product.barcodes.length).toBeGreaterThan(0);
      expect(product.sizeMm).not.toBeNull();
      expect(product.weightG).toBeGreaterThan(0);
    }
    const picture = must(await account.getPicture(products[0]?.pictureUrl ?? ''));
    expect([...picture.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
  });

  it('knows its own rights', async () => {
    const credentials = must(await account.checkCredentials());
    expect(credentials.expiresAt).toBeGreaterThan(START);
    expect(credentials.missing).toEqual([]);
    const stranger = accountAt(sandbox, { clock, apiKey: 'some-other-key' });
    expect(await stranger.checkCredentials()).toMatchObject({ error: { code: 'unauthorized' } });
  });

  it('ships a posting once and brings its label', async () => {
    const posting = await order('single');
    expect(await stateOf(posting.number)).toMatchObject({ state: 'not-shipped' });
    must(await account.ship(posting.number, whole(posting)));
    expect(await stateOf(posting.number)).toEqual({ state: 'in-process' });
    expect(must(await account.getLabel(posting.number, 'big'))).toEqual({ state: 'not-ready' });
    must(await account.ship(posting.number, whole(posting)));
    clock.at += 1000;
    expect(await stateOf(posting.number)).toMatchObject({
      state: 'shipped',
      postings: [{ number: posting.number, status: 'packed' }],
    });
    must(await account.ship(posting.number, whole(posting)));
    expect(await countsOf(posting.number)).toMatchObject({ shipRequests: 3, shipChanges: 1 });
    expect(must(await account.getLabel(posting.number, 'big'))).toEqual({ state: 'not-ready' });
    clock.at += 1000;
    expect(must(await account.getLabel(posting.number, 'big'))).toMatchObject({ state: 'ready' });
    expect(must(await account.getPosting(posting.number)).labelBarcodes.length).toBeGreaterThan(0);
  });

  it('waits while a parcel is being registered, and has its label then', async () => {
    const { number, ...posting } = await order('single');
    must(await account.ship(number, whole({ number, ...posting })));
    clock.at += 2_000;
    await admin('POST', '/admin/faults', {
      ...{ kind: 'unknownStatus', status: 'awaiting_registration', method: '/v3/posting/fbs/get' },
      ...{ containing: number, count: 2 },
    });
    expect(must(await account.getPosting(number))).toMatchObject({ status: 'registering' });
    expect(await stateOf(number)).toEqual({ state: 'in-process' });
    expect(await stateOf(number)).toMatchObject({ state: 'shipped' });
    await account.getLabel(number, 'big');
    clock.at += 1_000;
    expect(must(await account.getLabel(number, 'big'))).toMatchObject({ state: 'ready' });
  });

  it('brings many labels in one file, and says whose are not in it', async () => {
    const numbers: PostingNumber[] = [];
    for (let count = 0; count < 3; count += 1) {
      const posting = await order('single');
      must(await account.ship(posting.number, whole(posting)));
      numbers.push(posting.number);
      if (count === 1) clock.at += 2_000;
    }
    clock.at += 400;
    expect(must(await account.getLabels(numbers, 'small'))).toEqual({ state: 'drawing' });
    clock.at += 1_000;
    expect(must(await account.getLabels(numbers, 'small'))).toMatchObject({
      state: 'ready',
      promised: numbers.slice(0, 2),
    });
  });

  it.each(['lostAnswer', 'closed', 'cutAnswer', '500'])(
    'asks before it ships again after %s',
    async (kind) => {
      const posting = await order('single');
      await admin('POST', '/admin/faults', { kind, method: '/v4/posting/fbs/ship' });
      expect(await account.ship(posting.number, whole(posting))).toMatchObject({
        error: { code: 'unknown' },
      });
      const state = await stateOf(posting.number);
      if (state.state === 'not-shipped') must(await account.ship(posting.number, whole(posting)));
      clock.at += 1000;
      expect(await stateOf(posting.number)).toMatchObject({ state: 'shipped' });
      expect(await countsOf(posting.number)).toMatchObject({ shipChanges: 1 });
    },
  );

  it('ships in several packages, each with its number and label', async () => {
    const posting = await order('severalItems');
    const packages = posting.lines.map(({ sku, quantity }) => [{ sku, quantity }]);
    must(await account.ship(posting.number, packages));
    expect(await stateOf(posting.number)).toEqual({ state: 'in-process' });
    clock.at += 2000;
    const state = await stateOf(posting.number);
    if (state.state !== 'shipped') throw new Error(state.state);
    expect(state.postings.map(({ lines }) => lines.map(({ sku, quantity }) => ({ sku, quantity })))).toEqual(
      packages,
    );
    expect(state.postings[0]?.number).toBe(posting.number);
    const forgetful = accountAt(sandbox, { clock, apiKey: sandbox.apiKey });
    expect(must(await forgetful.getShipState(posting.number))).toEqual(state);
    for (const { number } of state.postings) {
      await account.getLabel(number, 'big');
      clock.at += 1000;
      expect(must(await account.getLabel(number, 'big'))).toMatchObject({ state: 'ready' });
    }
  });

  it('says that a ship failed and may be sent again', async () => {
    const posting = await order('single');
    await admin('POST', `/admin/postings/${posting.number}/ship-fails`, { count: 1 });
    must(await account.ship(posting.number, whole(posting)));
    clock.at += 1000;
    expect(await stateOf(posting.number)).toMatchObject({ state: 'failed' });
    must(await account.ship(posting.number, whole(posting)));
    clock.at += 1000;
    expect(await stateOf(posting.number)).toMatchObject({ state: 'shipped' });
  });

  it('hands over marking codes before it ships', async () => {
    const posting = await order('marked');
    const marked = posting.lines.filter(({ requires }) => requires.includes('marking-code'));
    expect(marked.length).toBeGreaterThan(0);
    expect(await account.ship(posting.number, whole(posting))).toMatchObject({
      error: { shopCode: 'EXEMPLAR_INFO_NOT_FILLED_COMPLETELY' },
    });
    const units = [];
    for (const { sku } of marked.flatMap((line) => Array.from({ length: line.quantity }, () => line))) {
      const { code } = z
        .object({ code: z.string() })
        .parse(await admin('GET', `/admin/marking-code?sku=${sku}`));
      units.push({ sku, markingCode: code });
    }
    const spoiled = units.map((unit) => ({
      ...unit,
      markingCode: unit.markingCode.replaceAll('\u001d', ''),
    }));
    must(await account.setMarkings(posting.number, spoiled));
    expect(must(await account.getMarkingState(posting.number))).toEqual({ state: 'checking' });
    clock.at += 1000;
    expect(must(await account.getMarkingState(posting.number))).toMatchObject({
      state: 'refused',
      codes: expect.arrayContaining([expect.objectContaining({ markingCode: spoiled[0]?.markingCode })]),
    });
    must(await account.setMarkings(posting.number, units));
    clock.at += 1000;
    expect(must(await account.getMarkingState(posting.number))).toEqual({ state: 'accepted' });
    must(await account.ship(posting.number, whole(posting)));
  });

  it('hears of a cancellation in the list and refuses to ship', async () => {
    const posting = await order('single');
    await admin('POST', `/admin/postings/${posting.number}/cancel`, {});
    expect((await walk()).find(({ number }) => number === posting.number)).toMatchObject({
      status: 'cancelled',
    });
    expect(await stateOf(posting.number)).toEqual({ state: 'cancelled' });
    expect(await account.ship(posting.number, whole(posting))).toMatchObject({
      error: { code: 'refused', shopCode: 'POSTING_ALREADY_CANCELLED' },
    });
  });

  it('hears of every cancellation since the last reading, however long ago that was', async () => {
    const posting = await order('single');
    await admin('POST', `/admin/postings/${posting.number}/cancel`, {});
    clock.at += 5 * 86_400_000;
    const statusIn = (postings: readonly Posting[]) =>
      postings.find(({ number }) => number === posting.number)?.status;
    expect(statusIn(await walk())).toBeUndefined();
    expect(statusIn(await walk(START))).toBe('cancelled');
  });

  it('hands over to the courier, even when the answer to the opening is lost', async () => {
    const posting = await order('single');
    must(await account.ship(posting.number, whole(posting)));
    clock.at += 1000;
    const { id: method } = posting.deliveryMethod;
    await admin('POST', '/admin/faults', { kind: 'lostAnswer', method: '/v1/carriage/create' });
    expect(await account.createHandover(method, '2026-11-23')).toMatchObject({ error: { code: 'unknown' } });
    const handover = must(await account.createHandover(method, '2026-11-23'));
    expect(handover).toMatchObject({ status: 'open' });
    expect(handover.postings).toContain(posting.number);
    const stranger = PostingNumber.parse('1-1-1');
    expect(must(await account.setHandoverPostings(handover.id, [posting.number, stranger]))).toMatchObject({
      refused: [{ number: stranger }],
    });
    must(await account.approveHandover(handover.id));
    must(await account.approveHandover(handover.id));
    expect(must(await account.getHandoverDocument(handover.id))).toEqual({ state: 'not-ready' });
    clock.at += 1000;
    expect(must(await account.getHandoverDocument(handover.id))).toMatchObject({ state: 'ready' });
    expect(must(await account.getHandover(handover.id))).toMatchObject({
      status: 'approved',
      postings: [posting.number],
    });
  });

  it.each(['unknownFields', 'idsAsText', 'wrapped', 'nulls'])(
    'understands every answer with %s',
    async (kind) => {
      const calm = await walk();
      await admin('POST', '/admin/faults', { kind, count: null });
      expect(await walk()).toEqual(calm);
      const posting = await order('severalItems');
      expect(must(await account.getProducts(posting.lines.map(({ sku }) => sku))).products).toHaveLength(
        posting.lines.length,
      );
      must(await account.setMarkings(posting.number, []));
      must(
        await account.ship(
          posting.number,
          posting.lines.map(({ sku, quantity }) => [{ sku, quantity }]),
        ),
      );
      clock.at += 2000;
      expect(await stateOf(posting.number)).toMatchObject({ state: 'shipped' });
      await account.getLabel(posting.number, 'big');
      clock.at += 1000;
      expect(must(await account.getLabel(posting.number, 'big'))).toMatchObject({ state: 'ready' });
      const handover = must(await account.createHandover(posting.deliveryMethod.id, '2026-11-23'));
      must(await account.setHandoverPostings(handover.id, [posting.number]));
      must(await account.checkCredentials());
    },
  );

  it('keeps an unknown status and sets a broken posting aside', async () => {
    await admin('POST', '/admin/faults', [
      { kind: 'unknownStatus', method: '/v4/posting/fbs/unfulfilled/list' },
      { kind: 'malformedPosting', method: '/v4/posting/fbs/unfulfilled/list' },
    ]);
    const page = must(await account.listUnfulfilled(fromStart));
    expect(page.setAside).toHaveLength(1);
    expect(page.postings).toHaveLength(59);
    expect(page.postings[0]).toMatchObject({ status: 'unknown', shopStatus: 'awaiting_teleport' });
  });

  it('waits as long as the shop says', async () => {
    await admin('POST', '/admin/faults', { kind: '429', retryAfterS: 20 });
    expect(await account.listUnfulfilled(fromStart)).toMatchObject({
      error: { code: 'retry', afterMs: 20_000 },
    });
    expect(await account.listUnfulfilled(fromStart)).toMatchObject({
      error: { code: 'retry', afterMs: 20_000 },
    });
    clock.at += 20_000;
    expect(await account.listUnfulfilled(fromStart)).toMatchObject(ok({}));
  });
});
