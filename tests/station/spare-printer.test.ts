import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SimulatedStreamPrinter } from '#station/devices/printers/simulated-stream-printer.ts';
import { createSimulatedTsplPrinter } from '#station/devices/printers/tspl/fake.ts';
import { startTcpDevice, type TcpDevice } from '#station/devices/sim/tcp-device.ts';
import { bitmapPng } from '#station/labels/bitmap-png.ts';
import { readWithZbar } from '#station/labels/testing/outside-readers.ts';
import { addOrder, type Order } from './harness/orders.ts';
import { createPacker, type Packer } from './harness/packer.ts';
import { type BenchUnderTest, startBench } from './harness/start-bench.ts';

describe('a bench with a spare printer of another make', () => {
  let bench: BenchUnderTest;
  let packer: Packer;
  let spare: SimulatedStreamPrinter & TcpDevice;

  beforeAll(async () => {
    const printer = createSimulatedTsplPrinter();
    spare = { ...printer, ...(await startTcpDevice(printer)) };
    bench = await startBench({
      sparePrinters: [{ at: spare.at, language: 'tspl', dpi: 203, widthMm: 100, heightMm: 150 }],
    });
    packer = createPacker(bench);
    await bench
      .station()
      .until('device', ({ device, state }) => device === 'spare-printer-1' && state === 'ready');
  });
  afterAll(async () => {
    await bench.close();
    await spare.close();
  });

  /** Everything up to the weighing, which has the label printed. */
  async function packUpToLabel(order: Order): Promise<void> {
    await packer.open(order.posting);
    for (const unit of order.units) await packer.scan(unit.code);
    const { expectedG } = await packer.session(
      order.posting,
      (line) => line.expectedG !== null && line.state === 'weighing',
    );
    await packer.weigh(order.posting, expectedG ?? 0);
  }

  it('prints on the first printer while that is well', async () => {
    const order = await addOrder(bench.shop, { shape: 'single' });
    await packer.pack(order);
    expect(bench.tray.labels()).toHaveLength(1);
    expect(spare.labels()).toHaveLength(0);
  });

  it('gets its label from the spare one, in its language and on its paper, while the first is out of paper', async () => {
    const from = bench.station().lines.length;
    bench.printer.setPaperOut(true);
    await bench.station().until('device', ({ detail }) => detail === 'paper-out', from);
    const order = await addOrder(bench.shop, { shape: 'single' });
    await packUpToLabel(order);
    const sent = await bench
      .station()
      .until('print', (line) => line.posting === order.posting && line.state === 'sent', from);
    expect(sent.printer).toBe('spare-printer-1');
    const [label] = spare.bitmaps();
    if (label === undefined) throw new Error('nothing came out of the spare printer');
    expect(label).toMatchObject({ widthDots: 800, heightDots: 1200 });
    const { scanit } = await bench.shop.posting(order.posting);
    const codes = await readWithZbar(bitmapPng(label, 203));
    expect(codes).toContain(scanit);
    expect(await packer.scan(scanit)).toMatchObject({ code: 'posting-closed' });
    await packer.clearPan();
    bench.printer.setPaperOut(false);
    expect(bench.tray.labels()).toHaveLength(1);
  });

  it('prints nothing on the spare one by itself after a label that may have come out of the first', async () => {
    const run = bench.station();
    await run.until(
      'device',
      ({ device, state }) => device === 'label-printer' && state === 'ready',
      run.lines.length - 1,
    );
    const stopDying = bench.printer.onLabel(() => bench.printer.unplug());
    const from = run.lines.length;
    const order = await addOrder(bench.shop, { shape: 'single' });
    await packUpToLabel(order);
    await run.until('print', (line) => line.posting === order.posting && line.state === 'doubtful', from);
    stopDying();
    await run.until('device', ({ device, state }) => device === 'label-printer' && state === 'ready', from);
    await bench.shopWasRead();
    expect(spare.labels()).toHaveLength(1);
    expect(bench.tray.labels()).toHaveLength(2);
    const { scanit } = await bench.shop.posting(order.posting);
    expect(await packer.scan(scanit)).toMatchObject({ code: 'posting-closed' });
  });
});
