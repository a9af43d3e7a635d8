import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Language } from '#contract/language.ts';
import { badgeLabel } from '#domain/labels/templates/badge-label.ts';
import { contentsLabel } from '#domain/labels/templates/contents-label.ts';
import { sampleNames } from '#domain/labels/templates/sample-names.ts';
import { makeSscc } from '#domain/labels/templates/sscc-label.ts';
import { hasValidCheckDigit } from '#domain/scanning/check-digit.ts';
import { drawLabels } from '#station/devices/printers/interpreter/draw-labels.ts';
import { documentTexts } from '../documents/document-texts.ts';
import { bitmapPng } from './bitmap-png.ts';
import { prepareOwn } from './prepare-label.ts';
import { sampleLabel } from './sample-labels.ts';
import { printedLabels, readWithZbar, readWithZxing } from './testing/outside-readers.ts';

const papers = [
  [58, 40],
  [75, 120],
  [100, 150],
] as const;
const cells = sampleNames.flatMap((name) =>
  papers.flatMap(([widthMm, heightMm]) =>
    ([203, 300] as const).map((dpi) => ({ name, widthMm, heightMm, dpi })),
  ),
);

describe.each(cells)(
  'our $name label on $widthMm x $heightMm mm at $dpi dpi',
  ({ name, widthMm, heightMm, dpi }) => {
    const target = { language: 'zpl', dpi, widthMm, heightMm } as const;

    it.each(Language.options)('in %s is read by foreign readers', async (language) => {
      const words = documentTexts(language).templates;
      const { label, codes } = sampleLabel(name, target, words, '2026-11-25 12:00');
      const prepared = await prepareOwn({ label, codes, target });
      if (!prepared.ok) throw new Error(JSON.stringify(prepared.error));
      if (language !== 'en') return;
      const png = bitmapPng(prepared.value.bitmap, dpi);
      expect((await readWithZxing(png)).map((code) => code.replaceAll('\u001d', ''))).toEqual(codes);
      expect(await readWithZbar(png)).toEqual(codes);
    });
  },
);

it('a name on a badge and products on a box stay text, whatever they hold: one label comes out', async () => {
  const target = { language: 'zpl', dpi: 203, widthMm: 58, heightMm: 40 } as const;
  const words = documentTexts('en').templates;
  const hostile = fc.oneof(
    fc.constantFrom('^XA^FDx^FS^XZ', '~JA', '\r\nPRINT 1,1\r\n', '"', '<svg>', '\u001b!R', '{weight}'),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );
  await fc.assert(
    fc.asyncProperty(hostile, hostile, async (name, article) => {
      const code = 'PB-BADGE-P1';
      const badge = await prepareOwn({
        label: badgeLabel({ name, role: article, code }, target),
        codes: [code],
        target,
      });
      const lines = [{ name, article, quantity: 1 }];
      const box = await prepareOwn({
        label: contentsLabel({ posting: '1-1', packageOf: '1/1', lines, words: words.contents }, target),
        codes: ['1-1'],
        target: { ...target, language: 'tspl' },
      });
      if (!badge.ok || !box.ok) throw new Error('not drawn');
      expect(await printedLabels(badge.value.bytes, target)).toHaveLength(1);
      expect(drawLabels(box.value.bytes, { ...target, language: 'tspl' })).toMatchObject({
        problems: [],
        labels: [{}],
      });
    }),
    { numRuns: 25 },
  );
});

it('a label whose code cannot be read back is not printed', async () => {
  const target = { language: 'zpl', dpi: 203, widthMm: 58, heightMm: 40 } as const;
  const { label } = sampleLabel('badge', target, documentTexts('en').templates, '-');
  expect(await prepareOwn({ label, codes: ['PB-BADGE-P2'], target })).toMatchObject({
    error: { code: 'code-lost', lost: 'PB-BADGE-P2' },
  });
});

describe('a shipping container code', () => {
  it('has eighteen digits and a right check digit, and each number its own', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.stringMatching(/^\d{7,10}$/), fc.nat(99_999), (extension, prefix, serial) => {
        const sscc = makeSscc(extension, prefix, serial) ?? '';
        expect(sscc).toMatch(/^\d{18}$/);
        expect(hasValidCheckDigit(sscc)).toBe(true);
        expect(makeSscc(extension, prefix, serial + 1)).not.toBe(sscc);
      }),
    );
  });

  it.each([
    [10, '4607025', 1],
    [0, '46', 1],
    [0, '460702588', 10_000_000],
    [0, 'abcdefg', 1],
    [0, '4607025', -1],
  ])('is none for %i, %s, %i', (extension, prefix, serial) => {
    expect(makeSscc(extension, prefix, serial)).toBeNull();
  });
});
