import { describe, expect, it } from 'vitest';
import type { Bitmap } from '#domain/labels/bitmap.ts';
import { withHeatGain } from '#domain/labels/heat-gain.ts';
import type { Dpi } from '#domain/labels/label-size.ts';
import type { LabelTarget } from '#domain/labels/printer-language.ts';
import { drawLabels, drawnLanguages } from '#station/devices/printers/interpreter/draw-labels.ts';
import { bitmapPng } from './bitmap-png.ts';
import { encodeLabel } from './encode-label.ts';
import type { PreparedLabel } from './finish-label.ts';
import { prepareInterim, prepareLabel } from './prepare-label.ts';
import { type LabelPdf, labelPdf } from './testing/label-pdf.ts';
import { printedLabels, readWithZbar, readWithZxing } from './testing/outside-readers.ts';

const number = '12345678-0001-1';
const upper = '%101%806044518';
const lower = '23024930500000';

const big: LabelPdf = {
  widthMm: 75,
  heightMm: 120,
  words: 'Отправление FBS',
  codes: [
    { text: upper, xMm: 6, yMm: 12, moduleMm: 0.33 },
    { text: lower, xMm: 6, yMm: 90, moduleMm: 0.33 },
  ],
};
const small: LabelPdf = {
  widthMm: 58,
  heightMm: 40,
  codes: [{ text: upper, xMm: 6, yMm: 10, moduleMm: 0.25 }],
};

const words = { title: 'ВРЕМЕННАЯ ЭТИКЕТКА', notice: '打印正式面单', bench: 'Стол', packer: 'Упаковщик' };
const interim = {
  number,
  bench: 'B1',
  packer: 'Анна',
  printedAt: '2026-11-25 12:00',
  packageOf: null,
  words,
};

type Source = {
  readonly name: string;
  readonly codes: readonly string[];
  readonly prepare: (target: LabelTarget) => Promise<Awaited<ReturnType<typeof prepareLabel>>>;
};

const ofShop = (name: string, label: LabelPdf): Source => ({
  name,
  codes: label.codes.map(({ text }) => text),
  prepare: async (target) =>
    prepareLabel({ pdf: await labelPdf(label), posting: { number, labelBarcodes: [upper, lower] }, target }),
});
const sources: readonly Source[] = [
  { name: 'own label', codes: [number], prepare: (target) => prepareInterim({ content: interim, target }) },
  ofShop('big label of the shop', big),
  ofShop('small label of the shop', small),
];
const papers = [
  [58, 40],
  [75, 120],
  [100, 150],
] as const;
const heads = [203, 300] as const;

const cells = sources.flatMap((source) =>
  papers.flatMap(([widthMm, heightMm]) =>
    heads.map((dpi) => ({ source, name: source.name, widthMm, heightMm, dpi })),
  ),
);

describe.each(cells)('$name on $widthMm x $heightMm mm at $dpi dpi', ({ source, widthMm, heightMm, dpi }) => {
  const isTooBig = source.name === 'big label of the shop' && widthMm === 58;

  it(
    isTooBig
      ? 'is refused, as it would be cut'
      : 'prints the same dots in every language, and others read them',
    async () => {
      const prepared = await source.prepare({ language: 'zpl', dpi, widthMm, heightMm });
      if (isTooBig) {
        expect(prepared).toMatchObject({ ok: false, error: { code: 'pdf-wrong-size', mediumWidthMm: 58 } });
        return;
      }
      if (!prepared.ok) throw new Error(JSON.stringify(prepared.error));
      await isReadByOthers(bitmapPng(prepared.value.bitmap, dpi), source.codes);
      for (const language of drawnLanguages) {
        const target = { language, dpi, widthMm, heightMm };
        const { labels, problems } = drawLabels(encodeLabel(prepared.value.bitmap, target, 1), target);
        expect(problems).toEqual([]);
        expect(labels).toHaveLength(1);
        expectSameDots(labels[0], prepared.value.bitmap, language);
      }
      await printsAsZpl(prepared.value, { dpi, widthMm, heightMm }, source.codes);
      if (dpi === 203) await survivesHeat(prepared.value, source.codes);
    },
  );
});

async function isReadByOthers(png: Uint8Array, codes: readonly string[]): Promise<void> {
  expect([...(await readWithZxing(png))].sort()).toEqual([...codes].sort());
  expect([...(await readWithZbar(png))].sort()).toEqual([...codes].sort());
}

/** A renderer that knows nothing of ours draws the ZPL. */
async function printsAsZpl(
  { bytes }: PreparedLabel,
  medium: { readonly dpi: Dpi; readonly widthMm: number; readonly heightMm: number },
  codes: readonly string[],
): Promise<void> {
  const pictures = await printedLabels(bytes, medium);
  expect(pictures).toHaveLength(1);
  for (const picture of pictures)
    expect([...(await readWithZxing(picture))].sort()).toEqual([...codes].sort());
}

/** On a head that lets every dot grow by one. */
async function survivesHeat(
  { bitmap, readsWhenWorn }: PreparedLabel,
  codes: readonly string[],
): Promise<void> {
  expect(readsWhenWorn).toBe(true);
  await isReadByOthers(bitmapPng(withHeatGain(bitmap), 203), codes);
}

function expectSameDots(label: Bitmap | undefined, bitmap: Bitmap, language: string): void {
  expect(label?.widthDots, language).toBeGreaterThanOrEqual(bitmap.widthDots);
  expect(label?.heightDots, language).toBe(bitmap.heightDots);
  const isSame =
    label !== undefined &&
    label.widthDots === bitmap.widthDots &&
    Buffer.from(label.rows).equals(bitmap.rows);
  expect(isSame, language).toBe(true);
}
