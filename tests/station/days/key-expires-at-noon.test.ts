import { afterAll, beforeAll, expect, it } from 'vitest';
import { readLog } from '../harness/bench-log.ts';
import { addOrder, type Order } from '../harness/orders.ts';
import { createPacker, type Packer } from '../harness/packer.ts';
import { createShiftClock, type ShiftClock } from '../harness/shift-clock.ts';
import { type BenchUnderTest, startBench } from '../harness/start-bench.ts';

const minuteMs = 60_000;

let clock: ShiftClock;
let bench: BenchUnderTest;
let packer: Packer;
let morning: Order;
let afternoon: readonly Order[];

beforeAll(async () => {
  clock = createShiftClock(Date.parse('2026-11-24T11:50:00Z'));
  bench = await startBench({
    clock,
    rules: { labelWaitSeconds: 2 },
    beforeStart: (shop) => shop.changeKey({ expiresAt: '2026-11-24T12:00:00Z' }),
  });
  packer = createPacker(bench);
  morning = await addOrder(bench.shop, { shape: 'single' });
  afternoon = [
    await addOrder(bench.shop, { shape: 'severalItems' }),
    await addOrder(bench.shop, { shape: 'marked' }),
    await addOrder(bench.shop, { shape: 'single' }),
  ];
  await bench.shopWasRead();
});
afterAll(() => bench.close());

it('says before noon that the key ends today', async () => {
  await packer.pack(morning);
  expect(openTasks('key-expires')).toHaveLength(1);
});

it('goes on packing after noon, with interim labels and nothing shipped', async () => {
  const from = bench.station().lines.length;
  clock.forward(15 * minuteMs);
  await bench.station().until('shop', ({ state }) => state === 'unauthorized', from);
  for (const order of afternoon) {
    await packer.pack(order);
    expect(await bench.tray.labels().at(-1)?.codes()).toEqual([order.posting]);
    expect(await bench.shop.posting(order.posting)).toMatchObject({ shipRequests: 0 });
  }
});

it('ships each of them once when the key is good again, and puts the shop’s label on', async () => {
  await bench.shop.changeKey({ expiresAt: '2027-02-20T12:00:00Z' });
  for (const { posting } of afternoon) {
    await bench.station().until('outbox', ({ subject, kind, state }) => {
      return subject === posting && kind === 'ship' && state === 'done';
    });
    expect(await packer.relabel(posting)).toMatchObject({ code: 'posting-closed' });
    const { scanit, shipChanges } = await bench.shop.posting(posting);
    expect(shipChanges).toBe(1);
    expect(await bench.tray.labels().at(-1)?.codes()).toContain(scanit);
  }
  expect(
    readLog(bench.home, ({ db }) => db.sqlite.prepare("SELECT * FROM outbox WHERE state <> 'done'").all()),
  ).toEqual([]);
});

function openTasks(kind: string): readonly unknown[] {
  return readLog(bench.home, ({ db }) =>
    db.sqlite.prepare('SELECT id FROM task WHERE kind = ? AND resolved_at IS NULL').all(kind),
  );
}
