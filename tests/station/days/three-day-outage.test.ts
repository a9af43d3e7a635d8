import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { readLog } from '../harness/bench-log.ts';
import { eventually } from '../harness/eventually.ts';
import { addOrder, type Order } from '../harness/orders.ts';
import { createPacker, type Packer } from '../harness/packer.ts';
import { createShiftClock, type ShiftClock } from '../harness/shift-clock.ts';
import { type BenchUnderTest, startBench } from '../harness/start-bench.ts';

const changes = 5_000;
const dayMs = 86_400_000;
const pageSize = 100;
/** One that stays, so that the bench has work on the fourth day. */
const kept = 200;

let clock: ShiftClock;
let bench: BenchUnderTest;
let packer: Packer;
let packed: readonly Order[];
let regretted: Order;
let doomed: readonly string[];

beforeAll(async () => {
  clock = createShiftClock(Date.parse('2026-11-24T06:00:00Z'));
  bench = await startBench({
    clock,
    rules: { labelWaitSeconds: 1 },
    beforeStart: async (shop) => void (await shop.addInBulk(changes + kept)),
  });
  packer = createPacker(bench);
  regretted = await addOrder(bench.shop, { shape: 'single' });
  packed = [
    await addOrder(bench.shop, { shape: 'severalItems' }),
    await addOrder(bench.shop, { shape: 'single' }),
  ];
  await untilKnown(changes + kept + 3);
}, 300_000);
afterAll(() => bench.close());

it('packs what it knows while the network is down for three days', async () => {
  await bench.shop.play({ kind: 'closed', method: '/v*', count: null });
  for (const order of [...packed, regretted]) await packer.pack(order);
  clock.forward(3 * dayMs);
  const mine = new Set([...packed, regretted].map(({ posting }) => posting));
  const waiting = (await bench.shop.postings()).filter(({ status, number }) => {
    return status === 'awaiting_packaging' && !mine.has(number);
  });
  doomed = waiting.slice(0, changes - 1).map(({ number }) => number);
  await bench.shop.cancelAll([...doomed, regretted.posting]);
});

it('catches up with 5,000 changes when it is back, though answers are lost and it is killed on the way', async () => {
  await bench.shop.clearFaults();
  await bench.shop.play({ kind: 'lostAnswer', method: '/v4/posting/fbs/*', count: null, probability: 0.1 });
  await eventually('the first pages', () => (known('cancelled') > 10 * pageSize ? true : null));
  await bench.station().kill('SIGKILL');
  await bench.start();
  await eventually('all that was cancelled', () => (known('cancelled') >= changes ? true : null));
  const sample = doomed.filter((_, index) => index % 500 === 0);
  for (const posting of sample) expect(statusOf(posting)).toBe('cancelled');
  await bench.shop.clearFaults();
});

it('ships what was packed once, but not what the buyer no longer wants, which is a task', async () => {
  // The bench says first that the parcel in the pile must not go.
  expect(await packer.scan(regretted.posting)).toMatchObject({ kind: 'rejected', code: 'cancelled' });
  await packer.scan('PB-OK');
  for (const { posting } of packed) {
    await eventually(`${posting} to be shipped`, async () => {
      const { shipChanges } = await bench.shop.posting(posting);
      return shipChanges > 0 ? true : null;
    });
    expect(await packer.relabel(posting)).toMatchObject({ code: 'posting-closed' });
    expect(await bench.shop.posting(posting)).toMatchObject({ shipRequests: 1, shipChanges: 1 });
  }
  expect(await bench.shop.posting(regretted.posting)).toMatchObject({ status: 'cancelled', shipChanges: 0 });
  readLog(bench.home, ({ db }) => {
    const tasks = db.sqlite.prepare('SELECT subject FROM task WHERE resolved_at IS NULL').pluck().all();
    expect(tasks).toContain(regretted.posting);
  });
});

it('goes on with the new day', async () => {
  await packer.pack(await addOrder(bench.shop, { shape: 'severalUnits' }));
});

const count = z.int();

function known(status: string): number {
  return readLog(bench.home, ({ db }) =>
    count.parse(db.sqlite.prepare('SELECT count(*) FROM posting WHERE status = ?').pluck().get(status)),
  );
}

function statusOf(posting: string): unknown {
  return readLog(bench.home, ({ db }) =>
    db.sqlite.prepare('SELECT status FROM posting WHERE number = ?').pluck().get(posting),
  );
}

function untilKnown(postings: number): Promise<true> {
  return eventually('the bench to know its queue', () => {
    const all = readLog(bench.home, ({ db }) =>
      count.parse(db.sqlite.prepare('SELECT count(*) FROM posting').pluck().get()),
    );
    return all >= postings ? true : null;
  });
}
