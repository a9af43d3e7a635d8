import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLog } from './harness/bench-log.ts';
import { addOrder, type Order } from './harness/orders.ts';
import { createPacker, type Packer } from './harness/packer.ts';
import { type BenchUnderTest, startBench } from './harness/start-bench.ts';

describe('a bench whose shop cannot be reached', () => {
  let bench: BenchUnderTest;
  let packer: Packer;
  let order: Order;
  let other: Order;
  let split: Order;

  beforeAll(async () => {
    bench = await startBench({ rules: { labelWaitSeconds: 5 } });
    packer = createPacker(bench);
    order = await addOrder(bench.shop, { shape: 'severalItems' });
    other = await addOrder(bench.shop, { shape: 'single' });
    split = await addOrder(bench.shop, { shape: 'severalItems' });
    for (const { posting } of [order, other, split]) {
      await packer.open(posting);
      await packer.scan('PB-NEXT');
    }
  });

  afterAll(() => bench.close());

  it('packs what it knows and prints an interim label with the posting’s number', async () => {
    await bench.closeShop();
    const from = bench.station().lines.length;
    await packer.pack(order);
    const label = bench.tray.labels().at(-1);
    expect(await label?.codes()).toEqual([order.posting]);
    const sent = await bench.station().until('print', ({ state }) => state === 'sent', from);
    expect(sent).toMatchObject({ posting: order.posting, interim: true, copy: 1 });
    readLog(bench.home, (log) => {
      expect(log.typesOf(order.posting)).toContain('interim-chosen');
      expect(log.typesOf(order.posting)).not.toContain('shipped');
      expect(owing(log.db.sqlite)).toEqual([order.posting]);
    });
  });

  it('goes on when it is started again without the shop', async () => {
    await bench.station().kill('SIGKILL');
    await bench.start();
    await packer.pack(other);
    expect(await bench.tray.labels().at(-1)?.codes()).toEqual([other.posting]);
  });

  it('gives each package of a posting an interim label of its own', async () => {
    const from = bench.tray.labels().length;
    await packer.open(split.posting);
    await packer.scan(split.units[0]?.code ?? '');
    expect(await packer.scan('PB-SPLIT')).toMatchObject({ kind: 'accepted', code: 'package-split' });
    await packer.pack({ ...split, units: split.units.slice(1) }, { alreadyIn: split.units.slice(0, 1) });
    const labels = bench.tray.labels().slice(from);
    expect(await Promise.all(labels.map((label) => label.codes()))).toEqual([
      [`${split.posting}/1`],
      [`${split.posting}/2`],
    ]);
  });

  it('tells the shop once when it is back, and puts the shop’s label over the interim one', async () => {
    const from = bench.station().lines.length;
    await bench.openShop();
    for (const { posting } of [order, other, split]) {
      await bench
        .station()
        .until(
          'outbox',
          (line) => line.subject === posting && line.kind === 'ship' && line.state === 'done',
          from,
        );
      expect(await bench.shop.posting(posting)).toMatchObject({ shipRequests: 1, shipChanges: 1 });
    }
    const printed = bench.tray.labels().length;
    for (const { posting } of [order, other]) {
      expect(await packer.relabel(posting)).toMatchObject({ kind: 'accepted', code: 'posting-closed' });
      const { scanit } = await bench.shop.posting(posting);
      expect(await bench.tray.labels().at(-1)?.codes()).toContain(scanit);
    }
    expect(bench.tray.labels()).toHaveLength(printed + 2);
    expect(await packer.relabel(split.posting)).toMatchObject({ kind: 'accepted', code: 'posting-closed' });
    const family = (await bench.shop.postings()).filter(
      ({ number, parent }) => number === split.posting || parent === split.posting,
    );
    const codes = await Promise.all(
      bench.tray
        .labels()
        .slice(printed + 2)
        .map((label) => label.codes()),
    );
    expect(codes).toHaveLength(2);
    for (const { scanit } of family) expect(codes.filter((found) => found.includes(scanit))).toHaveLength(1);
    readLog(bench.home, (log) => expect(owing(log.db.sqlite)).toEqual([]));
  });
});

describe('a shop that answers, but has no label yet', () => {
  let bench: BenchUnderTest;
  let packer: Packer;

  beforeAll(async () => {
    bench = await startBench({
      rules: { labelWaitSeconds: 1 },
      beforeStart: (shop) => shop.setTimings({ labelReadyMs: 6_000 }),
    });
    packer = createPacker(bench);
  });

  afterAll(() => bench.close());

  it('is not waited for longer than the rules say; the interim label is replaced later', async () => {
    const order = await addOrder(bench.shop, { shape: 'single' });
    await packer.pack(order);
    expect(await bench.tray.labels().at(-1)?.codes()).toEqual([order.posting]);
    expect(await packer.relabel(order.posting)).toMatchObject({ code: 'posting-closed' });
    const { scanit, shipChanges } = await bench.shop.posting(order.posting);
    expect(await bench.tray.labels().at(-1)?.codes()).toContain(scanit);
    expect(shipChanges).toBe(1);
  });
});

/** Postings with a package that carries an interim label, as the relabel list shows them. */
function owing(sqlite: { prepare(sql: string): { pluck(): { all(): unknown[] } } }): unknown[] {
  return sqlite
    .prepare("SELECT DISTINCT posting FROM package WHERE interim = 1 AND state <> 'void' ORDER BY posting")
    .pluck()
    .all();
}
