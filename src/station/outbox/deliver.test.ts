import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PostingNumber } from '#domain/ids.ts';
import type { Posting } from '#domain/posting/posting.ts';
import { ok } from '#domain/result.ts';
// biome-ignore lint/style/noRestrictedImports: sets the outbox against the stand-in marketplace
import { type Sandbox, startSandbox } from '#sandbox/sandbox.ts';
import { accountAt } from '../shop/ozon/scripted-shop.ts';
import type { SellerAccount } from '../shop/seller-account.ts';
import { type Attempt, deliver } from './deliver.ts';
import type { Delivery } from './delivery.ts';
import type { OutboxPayload } from './outbox-payload.ts';

const start = Date.parse('2026-11-23T08:00:00Z');
const clock = { at: start };
let sandbox: Sandbox;
let account: SellerAccount;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, now: () => clock.at });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  clock.at = start;
  await admin('POST', '/admin/seed', { seed: 7 });
  await admin('POST', '/admin/limits', { requestsPerSecond: 10_000 });
  account = accountAt(sandbox, { clock, apiKey: sandbox.apiKey, timeoutMs: 500 });
});

async function admin(method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${sandbox.url}${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect(response.status, path).toBe(200);
  return response.json();
}

async function order(shape: string): Promise<Posting> {
  const Added = z.object({ postings: z.tuple([PostingNumber]) });
  const [number] = Added.parse(await admin('POST', '/admin/postings', { shape })).postings;
  const posting = await account.getPosting(number);
  if (!posting.ok) throw new Error(posting.error.detail);
  return posting.value;
}

async function shipsOf(number: string): Promise<{ shipRequests: number; shipChanges: number }> {
  const Counts = z.object({ number: z.string(), shipRequests: z.int(), shipChanges: z.int() });
  const { postings } = z.object({ postings: z.array(Counts) }).parse(await admin('GET', '/admin/state'));
  const found = postings.find((one) => one.number === number);
  if (found === undefined) throw new Error(`no ${number}`);
  return found;
}

/** A request that left just now; what came of it is not known, unless it was taken. */
const justSent = () => ({ isFirst: false, sentAt: clock.at, sends: 1 });

const whole = (posting: Posting) => [posting.lines.map(({ sku, quantity }) => ({ sku, quantity }))];
const shipOf = (posting: Posting): OutboxPayload => ({
  kind: 'ship',
  packages: whole(posting).map((contents, index) => ({ n: index + 1, contents })),
});

function send(
  posting: Posting,
  payload: OutboxPayload,
  how: Partial<Attempt> = {},
  to: SellerAccount = account,
): Promise<Delivery> {
  const never = { isFirst: true, sentAt: null, takenAt: null, sends: 0, isVouchedFor: false };
  const attempt = { payload, posting: posting.number, now: clock.at, ...never, ...how };
  return deliver(attempt, to, new AbortController().signal);
}

describe('telling the shop that a posting is shipped', () => {
  it('is done once, however often it is told', async () => {
    const posting = await order('single');
    expect(await send(posting, shipOf(posting))).toMatchObject({ kind: 'in-process', isTaken: true });
    const sent = justSent();
    expect(await send(posting, shipOf(posting), sent)).toMatchObject({ kind: 'in-process' });
    clock.at += 1_000;
    expect(await send(posting, shipOf(posting), sent)).toMatchObject({
      kind: 'done',
      shipped: [{ number: posting.number, status: 'packed' }],
    });
    expect(await shipsOf(posting.number)).toMatchObject({ shipRequests: 1, shipChanges: 1 });
  });

  it.each(['lostAnswer', 'closed', 'cutAnswer', '500', '502'])(
    'asks before it says it again after %s',
    async (kind) => {
      const posting = await order('single');
      await admin('POST', '/admin/faults', { kind, method: '/v4/posting/fbs/ship' });
      expect(await send(posting, shipOf(posting))).toMatchObject({ kind: 'unknown' });
      const sent = justSent();
      const next = await send(posting, shipOf(posting), sent);
      expect(next.kind).toBe('in-process');
      clock.at += 20_000;
      const later = await send(posting, shipOf(posting), sent);
      expect(['done', 'in-process']).toContain(later.kind);
      clock.at += 1_000;
      expect(await send(posting, shipOf(posting), sent)).toMatchObject({ kind: 'done' });
      expect((await shipsOf(posting.number)).shipChanges).toBe(1);
    },
  );

  it('believes for two minutes what the shop said when it took it, and its readings only afterwards', async () => {
    const posting = await order('single');
    const sent = { ...justSent(), takenAt: clock.at };
    for (const passedMs of [11_000, 78_000, 30_000]) {
      clock.at += passedMs;
      expect(await send(posting, shipOf(posting), sent)).toMatchObject({ kind: 'in-process' });
      expect((await shipsOf(posting.number)).shipRequests).toBe(0);
    }
    clock.at += 2_000;
    await send(posting, shipOf(posting), sent);
    expect((await shipsOf(posting.number)).shipRequests).toBe(1);
  });

  it.each([
    ['fewer packages', (all: readonly Posting[]) => all.slice(0, 1)],
    ['the goods from before', (all: readonly Posting[], before: Posting) => [before, ...all.slice(1)]],
  ])('waits for readings that lag behind, and asks a person when they stay so: %s', async (_, behind) => {
    const posting = await order('severalItems');
    const packages = posting.lines.map(({ sku, quantity }) => [{ sku, quantity }]);
    const payload: OutboxPayload = {
      kind: 'ship',
      packages: packages.map((contents, index) => ({ n: index + 1, contents })),
    };
    await account.ship(posting.number, packages);
    const sent = { ...justSent(), takenAt: clock.at };
    clock.at += 1_000;
    const lagging: SellerAccount = {
      ...account,
      async getShipState(number) {
        const state = await account.getShipState(number);
        if (!state.ok || state.value.state !== 'shipped') return state;
        return ok({ state: 'shipped', postings: behind(state.value.postings, posting) });
      },
    };
    expect(await send(posting, payload, sent, lagging)).toMatchObject({ kind: 'in-process' });
    expect(await send(posting, payload, sent)).toMatchObject({ kind: 'done' });
    clock.at += 120_000;
    expect(await send(posting, payload, sent, lagging)).toMatchObject({
      kind: 'parked',
      shopCode: 'PACKAGES_DIFFER',
      detail: expect.stringContaining(posting.number),
    });
    expect(await send(posting, payload, { ...sent, isVouchedFor: true })).toMatchObject({ kind: 'done' });
  });

  it('that somebody else has shipped is a person’s affair, whether it is read or said', async () => {
    const posting = await order('single');
    await account.ship(posting.number, whole(posting));
    const elsewhere = { kind: 'parked', shopCode: 'SHIPPED_ELSEWHERE' };
    // The shop reads as not shipped yet, and answers that it is.
    const behind = { ...account, getShipState: async () => ok({ state: 'not-shipped', posting } as const) };
    expect(await send(posting, shipOf(posting), {}, behind)).toMatchObject(elsewhere);
    clock.at += 1_000;
    expect(await send(posting, shipOf(posting))).toMatchObject(elsewhere);
    expect(await send(posting, shipOf(posting), { isVouchedFor: true })).toMatchObject({ kind: 'done' });
    expect((await shipsOf(posting.number)).shipChanges).toBe(1);
  });

  it('is not tried on a cancelled posting', async () => {
    const posting = await order('single');
    await admin('POST', `/admin/postings/${posting.number}/cancel`, {});
    expect(await send(posting, shipOf(posting))).toEqual({ kind: 'cancelled' });
    expect((await shipsOf(posting.number)).shipRequests).toBe(0);
  });

  it('goes to a person in the shop’s own words when it is refused for good', async () => {
    const posting = await order('marked');
    expect(await send(posting, shipOf(posting))).toMatchObject({
      kind: 'parked',
      shopCode: 'EXEMPLAR_INFO_NOT_FILLED_COMPLETELY',
    });
  });

  it('waits as long as the shop says, and says nothing meanwhile', async () => {
    const posting = await order('single');
    await admin('POST', '/admin/faults', { kind: '429', retryAfterS: 20, method: '/v3/posting/fbs/get' });
    expect(await send(posting, shipOf(posting))).toMatchObject({ kind: 'retry', afterMs: 20_000 });
    expect((await shipsOf(posting.number)).shipRequests).toBe(0);
  });

  it('is repeated when the shop failed at it, but not for ever', async () => {
    const posting = await order('single');
    await admin('POST', `/admin/postings/${posting.number}/ship-fails`, { count: 9 });
    await send(posting, shipOf(posting));
    clock.at += 1_000;
    // Just sent: what is read may be the failure of the try before.
    const sent = justSent();
    expect(await send(posting, shipOf(posting), sent)).toMatchObject({ kind: 'in-process' });
    expect((await shipsOf(posting.number)).shipRequests).toBe(1);
    clock.at += 10_000;
    expect(await send(posting, shipOf(posting), sent)).toMatchObject({ kind: 'in-process' });
    expect((await shipsOf(posting.number)).shipRequests).toBe(2);
    clock.at += 1_000;
    expect(await send(posting, shipOf(posting), { ...sent, sends: 5 })).toMatchObject({
      kind: 'parked',
      shopCode: 'SHIP_FAILED',
    });
  });

  it('says that the key is no good', async () => {
    const posting = await order('single');
    account = accountAt(sandbox, { clock, apiKey: 'wrong' });
    expect(await send(posting, shipOf(posting))).toMatchObject({ kind: 'unauthorized' });
  });
});

describe('telling the shop the marking codes', () => {
  async function unitsOf(posting: Posting, spoil: (code: string) => string) {
    const units = [];
    for (const { sku, quantity, requires } of posting.lines) {
      if (!requires.includes('marking-code')) continue;
      for (let i = 0; i < quantity; i += 1) {
        const answer = await admin('GET', `/admin/marking-code?sku=${sku}`);
        const { code } = z.object({ code: z.string() }).parse(answer);
        units.push({ sku, markingCode: spoil(code) });
      }
    }
    return units;
  }

  it('is done when the shop has checked them', async () => {
    const posting = await order('marked');
    const payload: OutboxPayload = { kind: 'markings', units: await unitsOf(posting, (code) => code) };
    expect(await send(posting, payload)).toMatchObject({ kind: 'in-process' });
    clock.at += 1_000;
    expect(await send(posting, payload, { isFirst: false })).toEqual({ kind: 'done', shipped: [] });
    expect(await send(posting, shipOf(posting))).toMatchObject({ kind: 'in-process' });
  });

  it('goes to a person when the shop takes one of them for wrong', async () => {
    const posting = await order('marked');
    const units = await unitsOf(posting, (code) => code.replaceAll('\u001d', ''));
    await send(posting, { kind: 'markings', units });
    clock.at += 1_000;
    expect(await send(posting, { kind: 'markings', units }, { isFirst: false })).toMatchObject({
      kind: 'parked',
      shopCode: 'MARKING_CODES_REFUSED',
      detail: expect.stringContaining(units[0]?.markingCode ?? '?'),
    });
  });
});
