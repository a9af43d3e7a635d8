import { performance } from 'node:perf_hooks';
import {
  createLabelWorkshop,
  type LabelWorkshop,
  type WorkshopAnswer,
} from '#station/labels/label-workshop.ts';
import { labelPdf } from '#station/labels/testing/label-pdf.ts';
import type { Figure, Measure } from '../figure.ts';
import { spreadOf } from '../percentiles.ts';

const target = { language: 'zpl', dpi: 203, widthMm: 75, heightMm: 120 } as const;
const labels = 200;
const warmUpLabels = 10;

/**
 * Draws labels one after the other in the station's own drawing thread, each of another posting: the shop's PDF with three
 * barcodes, and our own interim label. The time is from the request to the printer's bytes, with the reading back and the
 * check against a worn head in between.
 */
export const render: Measure = {
  name: 'render',
  what: 'label PDF, and own label, to the printer’s bytes',
  run: async () => {
    const workshop = createLabelWorkshop({ target });
    await workshop.ready;
    const pdfs: Uint8Array[] = [];
    for (let n = 0; n < labels; n += 1) pdfs.push(await shopLabel(n));
    const ofShop = await timed((n) =>
      workshop.prepare({ pdf: pdfs[n] ?? new Uint8Array(), posting: expected(n), target }),
    );
    const own = await timed((n) => ownLabel(workshop, n));
    await workshop.close();
    return [
      figureOf('label PDF to printer bytes, p99', ofShop, 60),
      figureOf('own label to printer bytes, p99', own, 25),
    ];
  },
};

const numberOf = (n: number) => `${12_345_678 + n}-0001-1`;
const upperOf = (n: number) => `%101%${806_044_518 + n}`;
const lowerOf = (n: number) => String(23_024_930_500_000 + n);

function expected(n: number) {
  return { number: numberOf(n), labelBarcodes: [upperOf(n), lowerOf(n)] };
}

function shopLabel(n: number): Promise<Uint8Array> {
  return labelPdf({
    widthMm: target.widthMm,
    heightMm: target.heightMm,
    words: 'Отправление FBS',
    codes: [
      { text: numberOf(n), xMm: 6, yMm: 12, moduleMm: 0.375 },
      { text: upperOf(n), xMm: 6, yMm: 50, moduleMm: 0.25 },
      { text: lowerOf(n), xMm: 6, yMm: 90, moduleMm: 0.375 },
    ],
  });
}

function ownLabel(workshop: LabelWorkshop, n: number): Promise<WorkshopAnswer> {
  const words = {
    title: 'ВРЕМЕННАЯ ЭТИКЕТКА',
    notice: 'Наклейте этикетку маркетплейса поверх',
    bench: 'Стол',
    packer: 'Упаковщик',
  };
  const content = {
    number: numberOf(n),
    bench: 'B1',
    packer: 'Анна',
    printedAt: '2026-11-25 12:00',
    packageOf: null,
    words,
  };
  return workshop.interim({ content, target });
}

async function timed(draw: (n: number) => Promise<WorkshopAnswer>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let n = 0; n < labels; n += 1) {
    const from = performance.now();
    const answer = await draw(n);
    const tookMs = performance.now() - from;
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    if (n >= warmUpLabels) times.push(tookMs);
  }
  return times;
}

function figureOf(what: string, times: readonly number[], goal: number): Figure {
  const spread = spreadOf(times);
  return { what, value: spread.p99, unit: 'ms', goal, beside: { spread, medium: '75 x 120 mm at 203 dpi' } };
}
