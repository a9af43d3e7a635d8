import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { hasZbar, readWithZbar } from '#station/labels/testing/outside-readers.ts';
import { addOrder, type Order } from './harness/orders.ts';
import { createPacker, type Packer } from './harness/packer.ts';
import { type BenchUnderTest, startBench } from './harness/start-bench.ts';
import type { PrintLine } from './harness/station-lines.ts';

/** Longer than a refused label is printed unasked, ms. */
const tooLateMs = 61_000;

function unique(codes: readonly string[]): readonly string[] {
  return [...new Set(codes)].toSorted();
}

describe.each([203, 300] as const)('labels on a %i dpi printer', (dpi) => {
  let bench: BenchUnderTest;
  let packer: Packer;

  beforeAll(async () => {
    bench = await startBench({ dpi });
    packer = createPacker(bench);
  });

  afterAll(() => bench.close());

  it('are drawn by a foreign renderer and read back by two foreign readers', async () => {
    expect(await hasZbar(), 'zbar-tools are installed').toBe(true);
    for (const shape of ['single', 'severalItems', 'marked'] as const) {
      const order = await addOrder(bench.shop, { shape });
      await packer.pack(order);
      const { scanit, upperBarcode, lowerBarcode } = await bench.shop.posting(order.posting);
      // Some postings carry the same digits in both of their older barcodes.
      const wanted = [...new Set([scanit, upperBarcode, lowerBarcode])].toSorted();
      const label = bench.tray.labels().at(-1);
      if (label === undefined) throw new Error('no label came out');
      expect(unique(await label.codes())).toEqual(wanted);
      expect([...new Set(await readWithZbar(await label.picture()))].toSorted()).toEqual(wanted);
    }
  });

  it('say the posting’s number where the shop’s own cannot be had', async () => {
    const order = await addOrder(bench.shop, { shape: 'single' });
    await packer.open(order.posting);
    await bench.closeShop();
    await packer.pack(order);
    const label = bench.tray.labels().at(-1);
    if (label === undefined) throw new Error('no label came out');
    expect(await label.codes()).toEqual([order.posting]);
    expect(await readWithZbar(await label.picture())).toEqual([order.posting]);
  });
});

it('a printer with small paper gets the shop’s small label', async () => {
  const bench = await startBench({ paperMm: [58, 40] });
  onTestFinished(() => bench.close());
  const packer = createPacker(bench);
  const order = await addOrder(bench.shop, { shape: 'single' });
  await packer.pack(order);
  const { scanit } = await bench.shop.posting(order.posting);
  expect(await bench.tray.labels().at(-1)?.codes()).toContain(scanit);
});

describe('a printer in trouble', () => {
  let bench: BenchUnderTest;
  let packer: Packer;

  async function setUp(): Promise<void> {
    bench = await startBench();
    packer = createPacker(bench);
  }

  beforeAll(setUp);
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    await bench.close();
    await setUp();
  });
  afterAll(() => bench.close());

  /** Packs up to the label and waits for this state of the print. */
  async function packUntil(order: Order, state: PrintLine['state']): Promise<PrintLine> {
    await packer.open(order.posting);
    for (const unit of order.units) await packer.scan(unit.code);
    const { expectedG } = await packer.session(
      order.posting,
      (line) => line.expectedG !== null && line.state === 'weighing',
    );
    const from = bench.station().lines.length;
    await packer.weigh(order.posting, expectedG ?? 0);
    const print = await bench
      .station()
      .until('print', (line) => line.posting === order.posting && line.state === state, from);
    await packer.clearPan();
    return print;
  }

  it('that is off refuses the label, and prints it once when it is switched on soon', async () => {
    await bench.printer.powerOff();
    await bench
      .station()
      .until('device', ({ device, state }) => device === 'label-printer' && state === 'away');
    const order = await addOrder(bench.shop, { shape: 'single' });
    const printed = bench.tray.labels().length;
    await packUntil(order, 'refused');
    expect(await packer.session(order.posting)).toMatchObject({ state: 'labelling' });
    await bench.printer.powerOn();
    await packer.pack({ ...order, units: [] }, { alreadyIn: order.units });
    expect(bench.tray.labels()).toHaveLength(printed + 1);
    expect(packer.boxOf(order.posting).reprintsAsked).toBe(0);
  });

  it('that is switched on too late prints nothing until it is told to, also after a restart', async () => {
    await bench.printer.powerOff();
    const order = await addOrder(bench.shop, { shape: 'single' });
    const printed = bench.tray.labels().length;
    await packUntil(order, 'refused');
    await pause(tooLateMs);
    await bench.printer.powerOn();
    const isBack = ({ device, state }: { device: string; state: string }) =>
      device === 'label-printer' && state === 'ready';
    await bench.station().until('device', isBack, bench.station().lines.length - 1);
    // Twice as long as the desk takes to look at what is owed.
    await pause(1_500);
    expect(bench.tray.labels()).toHaveLength(printed);
    await bench.station().kill('SIGKILL');
    const run = await bench.start();
    await run.until('device', isBack);
    await pause(1_500);
    expect(bench.tray.labels()).toHaveLength(printed);
    expect(await packer.scan('PB-REPRINT')).toMatchObject({ kind: 'accepted', code: 'label-reprinting' });
    await packer.pack({ ...order, units: [] }, { alreadyIn: order.units });
    expect(bench.tray.labels()).toHaveLength(printed + 1);
  });

  it('that is out of paper says so, refuses, and prints once when there is paper', async () => {
    const from = bench.station().lines.length;
    bench.printer.setPaperOut(true);
    await bench.station().until('device', ({ detail }) => detail === 'paper-out', from);
    const order = await addOrder(bench.shop, { shape: 'single' });
    const printed = bench.tray.labels().length;
    const refused = await packUntil(order, 'refused');
    expect(refused).toMatchObject({ detail: 'paper-out', copy: 1 });
    bench.printer.setPaperOut(false);
    await packer.pack({ ...order, units: [] }, { alreadyIn: order.units });
    expect(bench.tray.labels()).toHaveLength(printed + 1);
  });

  it('that dies with a label in it leaves a doubt that only the packer ends', async () => {
    const order = await addOrder(bench.shop, { shape: 'single' });
    const printed = bench.tray.labels().length;
    // The head opens as the label comes: it is held, the power goes, and nobody but the packer knows.
    await packer.open(order.posting);
    bench.printer.setTaking(false);
    for (const unit of order.units) await packer.scan(unit.code);
    const { expectedG } = await packer.session(
      order.posting,
      (line) => line.expectedG !== null && line.state === 'weighing',
    );
    const run = bench.station();
    const from = run.lines.length;
    await packer.weigh(order.posting, expectedG ?? 0);
    const end = await run.until(
      'print',
      ({ state }) => state === 'doubtful' || state === 'refused' || state === 'sent',
      from,
    );
    expect(end.state === 'sent').toBe(false);
    await bench.printer.powerOff();
    bench.printer.setTaking(true);
    await bench.printer.powerOn();
    await packer.clearPan();
    await packer.pack({ ...order, units: [] }, { alreadyIn: order.units });
    expect(bench.tray.labels()).toHaveLength(printed + 1);
    expect(packer.boxOf(order.posting).reprintsAsked).toBe(end.state === 'doubtful' ? 1 : 0);
  });
});
