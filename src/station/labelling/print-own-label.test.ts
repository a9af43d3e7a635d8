import { performance } from 'node:perf_hooks';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BenchFile } from '#contract/bench-file.ts';
import type { OwnLabelDocument } from '#contract/document-procedures.ts';
import { CardId, type ListedCard } from '#domain/catalogue/listed-card.ts';
import { ActorId, ShopId } from '#domain/ids.ts';
import { mug, samplePosting, towel } from '#domain/packing/testing/sample-bench.ts';
import { keepCards } from '../database/catalogue-cards.ts';
import { transaction } from '../database/transaction.ts';
import { startDevices } from '../devices/devices.ts';
import { createSimulatedTsplPrinter } from '../devices/printers/tspl/fake.ts';
import { printersOf } from '../devices/printers-of-bench.ts';
import { putPrinterOnTcp } from '../devices/sim/start-tcp-devices.ts';
import { eventually } from '../devices/testing/eventually.ts';
import { decodeBitmap } from '../labels/decode-bitmap.ts';
import { createLabelWorkshop, type LabelWorkshop } from '../labels/label-workshop.ts';
import { packInto } from '../packing/testing/packed-postings.ts';
import { openTestBench, sampleBenchFile } from '../packing/testing/test-bench.ts';
import { printOwnLabel } from './print-own-label.ts';

const paper = { language: 'tspl', dpi: 203, widthMm: 100, heightMm: 60 } as const;
const { number: posting } = samplePosting();
const shop = ShopId.parse('ozon-1');
const product = CardId.parse('1001');
const mugCard: ListedCard = {
  ...{ id: product, sku: null, offer: 'MUG-1', name: 'Кружка «Лесная сказка» 450 ml' },
  ...{ barcodes: ['4006381333931', 'OZN1001'], sizeMm: null, weightG: null, declared: '' },
  ...{ pictureUrl: null, isArchived: false, status: '', statusText: '', price: null },
  ...{ oldPrice: null, minPrice: null, currency: '', troubles: [] },
};

let workshop: LabelWorkshop;
beforeAll(() => {
  workshop = createLabelWorkshop({ target: paper });
});
afterAll(() => workshop.close());
const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** A bench that has packed a posting into two packages, with a label printer of 100 x 60 mm. */
async function openPrinting(sscc?: BenchFile['sscc']) {
  const at = openTestBench();
  at.know(samplePosting());
  packInto(at, posting, [[mug, mug], [towel]]);
  const printer = await putPrinterOnTcp(createSimulatedTsplPrinter());
  const { packer: _, ...file } = sampleBenchFile;
  const benchFile = BenchFile.parse({ ...file, labelPrinter: { at: printer.at, ...paper }, sscc });
  const devices = startDevices(
    { scanners: [], scale: null, printers: printersOf(benchFile) },
    {
      onScan: () => undefined,
      onReading: () => undefined,
      onHealth: () => undefined,
      now: () => Date.now(),
      monotonicMs: () => performance.now(),
    },
  );
  cleanUps.push(printer.close, devices.close);
  await eventually(() => expect(devices.health()[0]?.state).toBe('ready'));
  const print = (what: OwnLabelDocument) =>
    printOwnLabel(what, {
      ...{ db: at.db, now: at.now, workshop, shop },
      benchFile: () => benchFile,
      devices: () => devices,
    });
  const codes = async () =>
    (await Promise.all(printer.bitmaps().map((bitmap) => decodeBitmap(bitmap)))).flatMap((label) =>
      label.map(({ text }) => text.replaceAll('\u001d', '')),
    );
  return { print, codes, printer, db: at.db };
}

const sscc = { companyPrefix: '9521234', extension: 3, sender: 'Packbench' };

describe("the bench's own labels", () => {
  it('carry the posting of a package, and the code of a badge', async () => {
    const { print, codes, printer } = await openPrinting();
    expect(await print({ document: 'contents-label', posting, package: 1 })).toEqual({
      ...{ outcome: 'printed', printer: 'label-printer' },
    });
    expect(await print({ document: 'badge', person: ActorId.parse('L1') })).toMatchObject({
      outcome: 'printed',
    });
    await eventually(() => expect(printer.bitmaps()).toHaveLength(2));
    expect(await codes()).toEqual([posting, 'PB-BADGE-L1']);
  });

  it('number each package as a logistic unit of its own, the same way each time', async () => {
    const { print, codes, printer } = await openPrinting(sscc);
    for (const n of [1, 2, 1]) {
      expect(await print({ document: 'sscc-label', posting, package: n })).toMatchObject({
        outcome: 'printed',
      });
    }
    await eventually(() => expect(printer.bitmaps()).toHaveLength(3));
    const [first, second, again] = await codes();
    expect(first).toMatch(/^0039521234\d{10}$/);
    expect(second).toMatch(/^0039521234\d{10}$/);
    expect(again).toBe(first);
    expect(second).not.toBe(first);
  });

  it('carry a product’s barcode as often as wanted, and no code that is not its own', async () => {
    const { print, codes, printer, db } = await openPrinting();
    transaction(db, () => keepCards(db, shop, [mugCard], { reading: 1, at: 0 }));
    const label = { document: 'product-label', product } as const;
    expect(await print({ ...label, barcode: '4006381333931', copies: 3 })).toMatchObject({
      outcome: 'printed',
    });
    expect(await print({ ...label, barcode: 'OZN1001', copies: 1 })).toMatchObject({ outcome: 'printed' });
    expect(await print({ ...label, barcode: 'OZN1002', copies: 1 })).toEqual({ outcome: 'empty' });
    await eventually(() => expect(printer.bitmaps()).toHaveLength(4));
    expect(await codes()).toEqual([...Array(3).fill('4006381333931'), 'OZN1001']);
  });

  it('are not printed without a company prefix, for a package that is not packed, or while the printer is not well', async () => {
    const { print, printer } = await openPrinting();
    expect(await print({ document: 'sscc-label', posting, package: 1 })).toEqual({
      ...{ outcome: 'refused', reason: 'no-company-prefix' },
    });
    expect(await print({ document: 'contents-label', posting, package: 9 })).toEqual({ outcome: 'empty' });
    expect(await print({ document: 'badge', person: ActorId.parse('NOBODY') })).toEqual({ outcome: 'empty' });
    printer.setPaperOut(true);
    expect(await print({ document: 'contents-label', posting, package: 1 })).toEqual({
      ...{ outcome: 'refused', reason: 'paper-out' },
    });
    expect(printer.bitmaps()).toEqual([]);
  });
});
