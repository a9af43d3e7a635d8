import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { BenchFile } from '#contract/bench-file.ts';
import type { BenchDocument } from '#contract/document-procedures.ts';
import { mug, samplePosting } from '#domain/packing/testing/sample-bench.ts';
import { createLiveDevices } from '../devices/live-devices.ts';
import { createSimulatedEscPosPrinter } from '../devices/printers/escpos/fake.ts';
import { putPrinterOnTcp } from '../devices/sim/start-tcp-devices.ts';
import { eventually } from '../devices/testing/eventually.ts';
import { decodeBitmap } from '../labels/decode-bitmap.ts';
import { packInto } from '../packing/testing/packed-postings.ts';
import { openTestBench, sampleBenchFile } from '../packing/testing/test-bench.ts';
import { printDocument } from './print-document.ts';
import { openPdf } from './testing/pdf-picture.ts';

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

const { number } = samplePosting();

/** A bench with a packed posting and one that waits, and this printer of documents. */
async function openPrinting(documentPrinter?: BenchFile['documentPrinter']) {
  const at = openTestBench();
  at.know(samplePosting());
  packInto(at, number, [[mug]]);
  const { packer: _, ...file } = sampleBenchFile;
  const benchFile = BenchFile.parse({ ...file, documentPrinter });
  const devices = createLiveDevices(() => benchFile, {
    onScan: () => undefined,
    onReading: () => undefined,
    onHealth: () => undefined,
    now: () => Date.now(),
    monotonicMs: () => performance.now(),
  });
  cleanUps.push(devices.close);
  await devices.reopen();
  if (documentPrinter !== undefined)
    await eventually(() => expect(devices.isPrinterReady('document-printer')).toBe(true));
  return (what: BenchDocument) =>
    printDocument(what, {
      ...{ db: at.db, home: at.db.home, now: at.now },
      benchFile: () => benchFile,
      devices: () => devices,
    });
}

const slip: BenchDocument = { document: 'packing-slip', posting: number, package: 1 };

describe('a document', () => {
  it('comes out of a receipt printer as a receipt', async () => {
    const printer = await putPrinterOnTcp(createSimulatedEscPosPrinter({ widthDots: 576 }), {});
    cleanUps.push(printer.close);
    const print = await openPrinting({
      at: printer.at,
      paper: '80mm',
      name: 'slips',
      slipWithEachPackage: false,
    });
    expect(await print(slip)).toEqual({ ok: true, value: { outcome: 'printed', printer: 'slips' } });
    await eventually(() => expect(printer.bitmaps()).toHaveLength(1));
    const [paper] = printer.bitmaps();
    if (paper === undefined) throw new Error('nothing came out');
    expect((await decodeBitmap(paper)).map(({ text }) => text)).toEqual([number]);
    expect(printer.problems()).toEqual([]);
  });

  it('goes to a printer of pages as a PDF', async () => {
    const folder = join(openTestBench().db.home, 'office');
    const print = await openPrinting({ at: `file:${folder}`, paper: 'a4', slipWithEachPackage: false });
    expect(await print(slip)).toMatchObject({ ok: true, value: { outcome: 'printed' } });
    expect(await print({ document: 'control-sheet' })).toMatchObject({ value: { outcome: 'printed' } });
  });

  it('is a PDF in a file where there is no printer for it', async () => {
    const print = await openPrinting();
    const made = await print(slip);
    if (!made.ok || made.value.outcome !== 'saved') throw new Error(JSON.stringify(made));
    expect(made.value).toMatchObject({ why: 'no-document-printer', detail: null });
    const [page] = await openPdf(readFileSync(made.value.file));
    expect(page?.text).toContain(number);
  });

  it('that needs a page is a file where the printer has receipt paper', async () => {
    const printer = await putPrinterOnTcp(createSimulatedEscPosPrinter({ widthDots: 576 }), {});
    cleanUps.push(printer.close);
    const print = await openPrinting({ at: printer.at, paper: '80mm', slipWithEachPackage: false });
    const made = await print({ document: 'manifest', day: '2025-11-24' });
    expect(made).toMatchObject({ value: { outcome: 'saved', why: 'wrong-paper' } });
    expect(printer.bitmaps()).toEqual([]);
  });

  it('is a PDF in a file where the printer does not take it, with the reason', async () => {
    const printer = await putPrinterOnTcp(createSimulatedEscPosPrinter({ widthDots: 576 }), {});
    cleanUps.push(printer.close);
    const print = await openPrinting({ at: printer.at, paper: '58mm', slipWithEachPackage: false });
    printer.setPaperOut(true);
    const made = await print(slip);
    if (!made.ok || made.value.outcome !== 'saved') throw new Error(JSON.stringify(made));
    expect(made.value).toMatchObject({ why: 'not-printed', detail: 'paper-out' });
    expect((await openPdf(readFileSync(made.value.file))).length).toBe(1);
  });

  it('with nothing on it is not printed', async () => {
    const print = await openPrinting();
    expect(await print({ document: 'pick-list', postings: 20 })).toEqual({
      ok: true,
      value: { outcome: 'empty' },
    });
    expect(await print({ ...slip, package: 2 })).toEqual({ ok: true, value: { outcome: 'empty' } });
  });
});
