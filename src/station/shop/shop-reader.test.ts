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

const { number, shop: shopId } = samplePosting();
const hourMs = 3_600_000;

/** A shop that lists and knows what the test says, and what it was asked. */
function shopOf() {
  const never = () => Promise.reject(new Error('not part of this test'));
  const world = {
    listed: [] as Posting[],
    known: [] as Posting[],
    ...{ isAway: false, isUnreadable: false },
    lists: [] as ListPlace[],
    asked: [] as PostingNumber[],
    products: [] as Product[],
    askedProducts: [] as string[],
  };
  const account: SellerAccount = {
    ...{ checkCredentials: never, getPicture: never, setMarkings: never, getMarkingState: never },
    ...{ ship: never, getShipState: never, getLabel: never, createHandover: never },
    ...{ setHandoverPostings: never, approveHandover: never, getHandover: never, getHandoverDocument: never },
    async listUnfulfilled(from) {
      world.lists.push(from);
      if (world.isAway) return err({ code: 'retry', afterMs: null, detail: 'away' });
      return ok({ postings: world.listed, setAside: [], nextCursor: null });
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
    const first = openReader(at, shop);
    first.reader.start();
    const firstAt = at.clock.at;
    await vi.waitFor(() => expect(first.reader.lastReadAt()).toBe(firstAt));
    await first.reader.close();
    at.clock.at += 100 * hourMs;
    const second = openReader(at, shop);
    world.isAway = true;
    second.reader.start();
    await vi.waitFor(() => expect(world.lists).toHaveLength(2));
    await second.poll();
    world.isAway = false;
    await second.poll();
    await second.poll();
    expect(world.lists.map((from) => from.changedSince)).toEqual([
      null,
      firstAt,
      firstAt,
      firstAt,
      at.clock.at,
    ]);
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
