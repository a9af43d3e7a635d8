import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { PostingNumber, type Sku } from '#domain/ids.ts';
import { mug, products, samplePosting, stranger, towel } from '#domain/packing/testing/sample-bench.ts';
import type { Posting, Requirement } from '#domain/posting/posting.ts';
import type { Product } from '#domain/posting/product.ts';
import { err, ok } from '#domain/result.ts';
import { getPosting } from '../database/posting-record.ts';
import { openTasks } from '../database/tasks.ts';
import { applyShopChanges } from '../packing/shop-changes.ts';
import { openTestBench, type TestBench } from '../packing/testing/test-bench.ts';
import type { ListPlace, SellerAccount } from './seller-account.ts';
import { createShopLink } from './shop-link.ts';
import { createShopReader } from './shop-reader.ts';
import { silentAccount } from './testing/silent-account.ts';

const { number, shop: shopId } = samplePosting();
const hourMs = 3_600_000;

/** A shop that lists and knows what the test says, and what it was asked. */
function shopOf() {
  const world = {
    listed: [] as Posting[],
    known: [] as Posting[],
    ...{ isAway: false, isUnreadable: false },
    lists: [] as ListPlace[],
    changes: [] as { cursor: string | null; changedSince: number }[],
    changed: [] as Posting[][],
    mayReadChanges: true,
    asked: [] as PostingNumber[],
    products: [] as Product[],
    askedProducts: [] as string[],
  };
  const account: SellerAccount = {
    ...silentAccount,
    async listUnfulfilled(from) {
      world.lists.push(from);
      if (world.isAway) return err({ code: 'retry', afterMs: null, detail: 'away' });
      return ok({ postings: world.listed, setAside: [], nextCursor: null });
    },
    async listChanges(from) {
      world.changes.push(from);
      if (world.isAway) return err({ code: 'retry', afterMs: null, detail: 'away' });
      if (!world.mayReadChanges) return err({ code: 'refused', shopCode: 'NO_RIGHT', detail: '' });
      const page = Number(from.cursor ?? 0);
      const isLast = page + 1 >= world.changed.length;
      return ok({
        postings: world.changed[page] ?? [],
        setAside: [],
        nextCursor: isLast ? null : String(page + 1),
      });
    },
    async getPosting(asked) {
      world.asked.push(asked);
      if (world.isUnreadable) return err({ code: 'malformed', detail: 'no JSON' });
      const found = world.known.find((posting) => posting.number === asked);
      return found ? ok(found) : err({ code: 'refused', shopCode: 'NOT_FOUND', detail: '' });
    },
    async getProducts(skus) {
      world.askedProducts.push([...skus].sort().join());
      return ok({ products: world.products.filter(({ sku }) => skus.includes(sku)), setAside: [] });
    },
  };
  return { world, account };
}

/** Reads when told so, and tells the bench what changed as the station does. */
function openReader(at: TestBench, { world, account }: ReturnType<typeof shopOf>) {
  const { db, now } = at;
  /** The products that were new or other, as they were told. */
  const news: Sku[][] = [];
  const reader = createShopReader({
    ...{ db, now, account, shop: shopId, pollMs: hourMs },
    link: createShopLink({ now, onChange: () => undefined }),
    onListed: () => undefined,
    onChanges: (changes) => applyShopChanges(at, changes),
    onProducts: (changed) => void news.push([...changed]),
  });
  onTestFinished(() => reader.close());
  /** One reading more, as soon as the one before is through. */
  const poll = async () => {
    const before = world.lists.length;
    await vi.waitFor(() => {
      if (world.lists.length === before) reader.readNow();
      expect(world.lists.length).toBe(before + 1);
    });
  };
  return { reader, poll, news };
}

it('a computer that woke up asks the shop at once, not at the next poll, and once', async () => {
  const at = openTestBench();
  const shop = shopOf();
  const { world } = shop;
  const { reader } = openReader(at, shop);
  reader.start();
  reader.readNow();
  await vi.waitFor(() => expect(reader.lastReadAt()).not.toBeNull());
  await vi.waitFor(() => {
    reader.readNow();
    expect(world.lists.length).toBeGreaterThan(1);
  });
  expect(world.lists).toHaveLength(2);
});

it('a posting that the shop wants filled in first is a task and not in the queue, until it is filled in', async () => {
  const at = openTestBench();
  const shop = shopOf();
  const { world } = shop;
  const lines = (requires: Requirement[]) => [{ sku: mug, quantity: 1, requires }];
  world.listed = [samplePosting({ lines: lines(['marking-code', 'country', 'serial']) })];
  const { reader, poll } = openReader(at, shop);
  reader.start();
  await vi.waitFor(() => expect(openTasks(at.db)).toHaveLength(1));
  expect(openTasks(at.db)).toMatchObject([
    { kind: 'posting-incomplete', subject: number, detail: '{"requires":"country, serial"}' },
  ]);
  expect(getPosting(at.db, number)?.benchState).toBe('gone');
  expect(at.scan(number)).toBe('posting-not-ready');
  world.listed = [samplePosting({ lines: lines(['marking-code']) })];
  await poll();
  await vi.waitFor(() => expect(openTasks(at.db)).toEqual([]));
  expect([getPosting(at.db, number)?.benchState, at.scan(number)]).toEqual(['queued', 'posting-opened']);
});

describe('what was cancelled while nobody looked', () => {
  it('is asked for since the last whole reading, also after a restart and over readings that failed', async () => {
    const at = openTestBench();
    const shop = shopOf();
    const { world } = shop;
    world.mayReadChanges = false;
    const first = openReader(at, shop);
    first.reader.start();
    const firstAt = at.clock.at;
    await vi.waitFor(() => expect(first.reader.lastReadAt()).toBe(firstAt));
    await first.reader.close();
    at.clock.at += 100 * hourMs;
    const second = openReader(at, shop);
    second.reader.start();
    await vi.waitFor(() => expect(world.lists).toHaveLength(2));
    world.isAway = true;
    await second.poll();
    world.isAway = false;
    await second.poll();
    expect(world.lists.map((from) => from.changedSince)).toEqual([null, firstAt, at.clock.at, at.clock.at]);
  });

  it('reaches a posting that is put aside here and in no list any more', async () => {
    const at = openTestBench();
    at.know(samplePosting());
    at.scan(number);
    at.scan('PB-MISSING');
    const shop = shopOf();
    const { world } = shop;
    world.known = [samplePosting({ status: 'cancelled' })];
    const { reader } = openReader(at, shop);
    reader.start();
    await vi.waitFor(() => expect(at.bench.sessionOf(number)?.session.status.kind).toBe('cancelled'));
    expect(openTasks(at.db)).toEqual([]);
  });

  it.each([false, true])(
    'is asked for in turn, however much there is: unreadable %s',
    async (isUnreadable) => {
      const at = openTestBench();
      const numbers = Array.from({ length: 120 }, (_, i) => PostingNumber.parse(`7-${100 + i}-1`));
      at.know(...numbers.map((one) => samplePosting({ number: one })));
      const shop = shopOf();
      const { world } = shop;
      world.isUnreadable = isUnreadable;
      const { reader, poll } = openReader(at, shop);
      reader.start();
      for (const asked of [50, 100, 150]) {
        await vi.waitFor(() => expect(world.asked).toHaveLength(asked));
        at.clock.at += 300_000;
        await poll();
      }
      // The first ones are due again, and come behind those that had waited longer.
      expect(new Set(world.asked.slice(0, 120)).size).toBe(120);
    },
  );

  it('is not asked for with every poll where the shop has nothing new to say', async () => {
    const at = openTestBench();
    at.know(samplePosting());
    at.scan(number);
    const shop = shopOf();
    const { world } = shop;
    world.known = [samplePosting()];
    const { reader, poll } = openReader(at, shop);
    reader.start();
    await vi.waitFor(() => expect(world.asked).toEqual([number]));
    await poll();
    await poll();
    expect(world.asked).toEqual([number]);
    at.clock.at += 600_000;
    await poll();
    await vi.waitFor(() => expect(world.asked).toEqual([number, number]));
  });
});

describe('products', () => {
  const both = [mug, towel].sort().join();

  it('that nobody knows here are asked for before their posting comes in, and before all others', async () => {
    const at = openTestBench();
    const shop = shopOf();
    const { world } = shop;
    const line = { sku: stranger, quantity: 1, requires: [] };
    world.listed = [samplePosting({ lines: [...samplePosting().lines, line] })];
    world.products = [...products.values()].slice(0, 1).map((product) => ({ ...product, sku: stranger }));
    const { reader, news } = openReader(at, shop);
    reader.start();
    await vi.waitFor(() => expect(world.askedProducts).toEqual([stranger, both]));
    expect(news).toEqual([[stranger]]);
  });
});

describe('after an outage', () => {
  const change = (n: number, status: Posting['status']) =>
    samplePosting({ number: PostingNumber.parse(`9000000${n}-0001-1`), status });

  /** A bench that has read its shop once and was then switched off for three days. */
  async function switchedOff() {
    const at = openTestBench();
    const shop = shopOf();
    const first = openReader(at, shop);
    first.reader.start();
    const readAt = at.clock.at;
    await vi.waitFor(() => expect(first.reader.lastReadAt()).not.toBeNull());
    await first.reader.close();
    at.clock.at += 72 * hourMs;
    return { at, shop, world: shop.world, readAt };
  }

  it('everything that changed comes in, and what was never here and is over does not', async () => {
    const { at, shop, world, readAt } = await switchedOff();
    at.know(change(1, 'to-pack'));
    world.changed = [[change(1, 'cancelled'), change(2, 'delivered')], [change(3, 'to-pack')]];
    const { reader } = openReader(at, shop);
    reader.start();
    await vi.waitFor(() => expect(getPosting(at.db, change(3, 'to-pack').number)).not.toBeNull());
    expect(getPosting(at.db, change(1, 'cancelled').number)?.posting.status).toBe('cancelled');
    expect(getPosting(at.db, change(2, 'delivered').number)).toBeNull();
    expect(world.changes).toEqual([
      { cursor: null, changedSince: readAt },
      { cursor: '1', changedSince: readAt },
    ]);
  });

  it('a walk that breaks off goes on where it stood, also in another life of the bench', async () => {
    const { at, shop, world, readAt } = await switchedOff();
    world.changed = [[change(1, 'to-pack')], [change(2, 'to-pack')], [change(3, 'to-pack')]];
    const list = shop.account.listChanges;
    const account: SellerAccount = {
      ...shop.account,
      listChanges: (from) => {
        world.isAway = from.cursor === '1';
        return list(from);
      },
    };
    const second = openReader(at, { world, account });
    second.reader.start();
    await vi.waitFor(() => expect(world.changes).toHaveLength(2));
    await second.reader.close();
    expect(getPosting(at.db, change(2, 'to-pack').number)).toBeNull();
    world.isAway = false;
    const third = openReader(at, shop);
    third.reader.start();
    await vi.waitFor(() => expect(getPosting(at.db, change(3, 'to-pack').number)).not.toBeNull());
    expect(world.changes.map(({ cursor }) => cursor)).toEqual([null, '1', '1', '2']);
    expect(world.changes.every(({ changedSince }) => changedSince === readAt)).toBe(true);
    await third.reader.close();
    // Through: the next life asks only from then on.
    const fourth = openReader(at, shop);
    fourth.reader.start();
    await vi.waitFor(() => expect(world.changes.at(-1)?.changedSince).toBe(at.clock.at));
  });

  it('a key that may not read the changes still reads the queue', async () => {
    const { at, shop, world } = await switchedOff();
    world.mayReadChanges = false;
    world.listed = [change(1, 'to-pack')];
    const { reader, poll } = openReader(at, shop);
    reader.start();
    await vi.waitFor(() => expect(getPosting(at.db, change(1, 'to-pack').number)).not.toBeNull());
    await poll();
    expect(world.changes).toHaveLength(1);
  });
});

it('a queue too long to be read with each poll is read as a whole now and then, and what changed with each', async () => {
  const at = openTestBench();
  const shop = shopOf();
  const { world } = shop;
  const account: SellerAccount = {
    ...shop.account,
    async listUnfulfilled(from) {
      world.lists.push(from);
      const page = Number(from.cursor ?? 0);
      return ok({ postings: [], setAside: [], nextCursor: page < 11 ? String(page + 1) : null });
    },
  };
  const { reader } = openReader(at, { world, account });
  reader.start();
  await vi.waitFor(() => expect(reader.lastReadAt()).not.toBeNull());
  expect(world.lists).toHaveLength(12);
  const pollUntil = (isThrough: () => boolean) =>
    vi.waitFor(() => {
      reader.readNow();
      expect(isThrough()).toBe(true);
    });
  await pollUntil(() => world.changes.length >= 2);
  expect(world.lists).toHaveLength(12);
  at.clock.at += 11 * 60_000;
  await pollUntil(() => world.lists.length >= 24);
});
