import { expect, it, onTestFinished } from 'vitest';
import { createSimulatedEscPosPrinter } from '#station/devices/printers/escpos/fake.ts';
import { putPrinterOnTcp } from '#station/devices/sim/start-tcp-devices.ts';
import { bitmapPng } from '#station/labels/bitmap-png.ts';
import { readWithZbar } from '#station/labels/testing/outside-readers.ts';
import { eventually } from './harness/eventually.ts';
import { addOrder } from './harness/orders.ts';
import { createPacker } from './harness/packer.ts';
import { startBench } from './harness/start-bench.ts';

it('a packing slip comes out with each label, once, and one that does not becomes a task', async () => {
  const receipts = await putPrinterOnTcp(createSimulatedEscPosPrinter({ widthDots: 576 }), {});
  onTestFinished(() => receipts.close());
  const documentPrinter = { at: receipts.at, paper: '80mm', slipWithEachPackage: true };
  const bench = await startBench({ documentPrinter });
  onTestFinished(() => bench.close());
  const packer = createPacker(bench);
  const run = bench.station();
  await run.until('device', ({ device, state }) => device === 'document-printer' && state === 'ready');

  const first = await addOrder(bench.shop, { shape: 'severalItems' });
  await packer.pack(first);
  expect(await run.until('document', ({ posting }) => posting === first.posting)).toMatchObject({
    ...{ document: 'packing-slip', package: 1, isPrinted: true },
  });
  const slip = await eventually('the slip', () => receipts.bitmaps()[0] ?? null);
  expect(await readWithZbar(bitmapPng(slip, 203))).toEqual([first.posting]);
  expect(receipts.problems()).toEqual([]);

  receipts.setPaperOut(true);
  const second = await addOrder(bench.shop, { shape: 'single' });
  await packer.pack(second);
  expect(await run.until('document', ({ posting }) => posting === second.posting)).toMatchObject({
    isPrinted: false,
  });
  // The parcel is labelled all the same.
  expect(bench.tray.labels()).toHaveLength(2);
  expect(receipts.bitmaps()).toHaveLength(1);
});
