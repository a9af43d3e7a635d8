import { afterAll, beforeAll, expect, it } from 'vitest';
import { readLog } from '../harness/bench-log.ts';
import { addOrder, type Order } from '../harness/orders.ts';
import { createPacker, type Packer } from '../harness/packer.ts';
import { type BenchUnderTest, startBench } from '../harness/start-bench.ts';

let bench: BenchUnderTest;
let packer: Packer;
const orders: Order[] = [];

beforeAll(async () => {
  bench = await startBench({ rules: { labelWaitSeconds: 1 } });
  packer = createPacker(bench);
});
afterAll(() => bench.close());

/** What the limiter lets go at once: a pause that the shop asks for can come too late for these. */
const atOnce = 16;

it('a shop that refuses four of five requests is not hammered, and the packer packs on', async () => {
  for (const shape of ['single', 'severalItems', 'marked', 'severalUnits'] as const)
    orders.push(await addOrder(bench.shop, { shape }));
  await bench.shopWasRead();
  await bench.shop.play({ kind: '429', retryAfterS: 1, count: null, probability: 0.8 });
  for (const order of orders) await packer.pack(order);
  const refused = (await bench.shop.requests('/')).filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(3);
  for (const { at } of refused) {
    const within = refused.filter((other) => other.at >= at && other.at < at + 1000);
    expect(within.length).toBeLessThanOrEqual(atOnce);
  }
});

it('ships everything once when the storm is over, and leaves nothing open', async () => {
  await bench.shop.clearFaults();
  for (const { posting } of orders) {
    await bench.station().until('outbox', ({ subject, kind, state }) => {
      return subject === posting && kind === 'ship' && state === 'done';
    });
    expect(await bench.shop.posting(posting)).toMatchObject({ status: 'awaiting_deliver', shipChanges: 1 });
  }
  readLog(bench.home, ({ db }) => {
    expect(db.sqlite.prepare("SELECT * FROM outbox WHERE state <> 'done'").all()).toEqual([]);
    expect(db.sqlite.prepare('SELECT kind, subject FROM task WHERE resolved_at IS NULL').all()).toEqual([]);
  });
});
