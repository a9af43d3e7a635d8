import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bitmap, blacken, bytesPerRow, createBitmap } from '#domain/labels/bitmap.ts';
import { mediumDots } from '#domain/labels/label-size.ts';
import { labelPapers, printerLanguages } from '#domain/labels/printer-language.ts';
import { drawLabels, drawnLanguages } from '#station/devices/printers/interpreter/draw-labels.ts';
import { encodeLabel } from './encode-label.ts';
import { rasterPdf } from './raster-pdf.ts';

const SIZES = [
  [58, 40],
  [75, 120],
  [100, 150],
] as const;
const mediums = SIZES.flatMap(([widthMm, heightMm]) =>
  ([203, 300] as const).map((dpi) => ({ dpi, widthMm, heightMm })),
);

/** Dots without any order, so that every byte that could be a command is among them. */
function noise(widthDots: number, heightDots: number, seed: number): Bitmap {
  const bitmap = createBitmap(widthDots, heightDots);
  let state = seed;
  const spare = bytesPerRow(widthDots) * 8 - widthDots;
  bitmap.rows.forEach((_, at) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const isLast = (at + 1) % bytesPerRow(widthDots) === 0;
    bitmap.rows[at] = (state >>> 24) & (isLast ? 0xff << spare : 0xff);
  });
  return bitmap;
}

/** Paper on which a bitmap of any width fits to the dot: 8 dots are one mm. */
function paperOf({ widthDots, heightDots }: Bitmap) {
  return { dpi: 203, widthMm: widthDots / 8, heightMm: heightDots / 8 } as const;
}

const bitmaps = fc
  .record({
    widthDots: fc.integer({ min: 1, max: 900 }),
    heightDots: fc.integer({ min: 1, max: 600 }),
    seed: fc.nat(),
  })
  .map(({ widthDots, heightDots, seed }) => noise(widthDots, heightDots, seed));

describe.each(drawnLanguages)('a label in %s', (language) => {
  it('comes out dot by dot as it was drawn, and nothing else comes out', () => {
    fc.assert(
      fc.property(bitmaps, fc.integer({ min: 1, max: 10 }), (bitmap, copies) => {
        const target = { ...paperOf(bitmap), language };
        const drawn = drawLabels(encodeLabel(bitmap, target, copies), target);
        expect(drawn).toEqual({
          labels: Array.from({ length: copies }, () => bitmap),
          problems: [],
          isPartial: false,
        });
      }),
      { numRuns: 25 },
    );
  });

  it.each(labelPapers)('comes out on paper with a next label found by: %s', (paper) => {
    const bitmap = noise(464, 320, 5);
    const target = { ...paperOf(bitmap), language, paper };
    expect(drawLabels(encodeLabel(bitmap, target, 2), target)).toEqual({
      labels: [bitmap, bitmap],
      problems: [],
      isPartial: false,
    });
  });

  it.each(mediums)('has the size of $widthMm x $heightMm mm at $dpi dpi', (medium) => {
    const { widthDots, heightDots } = mediumDots(medium);
    const bitmap = noise(widthDots, heightDots, 7);
    const target = { ...medium, language };
    expect(drawLabels(encodeLabel(bitmap, target, 1), target)).toEqual({
      labels: [bitmap],
      problems: [],
      isPartial: false,
    });
  });
});

describe('a label as a PDF', () => {
  it.each(mediums)('is one page of $widthMm x $heightMm mm with every dot of $dpi dpi', async (medium) => {
    const { widthDots, heightDots } = mediumDots(medium);
    const bitmap = createBitmap(widthDots, heightDots);
    for (let at = 0; at < widthDots; at += 1) blacken(bitmap, at, (at * 7) % heightDots);
    const drawn = await rasterPdf(encodeLabel(bitmap, { ...medium, language: 'pdf' }, 1), medium);
    expect(drawn).toEqual({ ok: true, value: bitmap });
  });
});

describe('a label in any language', () => {
  it.each(printerLanguages)('is the same bytes for the same dots: %s', (language) => {
    const bitmap = noise(464, 320, 3);
    const target = { ...paperOf(bitmap), language };
    expect(encodeLabel(bitmap, target, 1)).toEqual(encodeLabel(bitmap, target, 1));
  });

  it.each(printerLanguages)('refuses a number of copies that nobody asked for: %s', (language) => {
    const bitmap = createBitmap(8, 8);
    for (const copies of [0, -1, 1.5, 11]) {
      expect(() => encodeLabel(bitmap, { ...paperOf(bitmap), language }, copies)).toThrow(RangeError);
    }
  });
});
