import { expect, it } from 'vitest';
import { Language } from '#contract/language.ts';
import { bitmapPng } from '../labels/bitmap-png.ts';
import { readWithZxing } from '../labels/testing/outside-readers.ts';
import { type BatchPosting, batchSheet } from './batch-sheet.ts';
import { documentTexts } from './document-texts.ts';
import { openPdf } from './testing/pdf-picture.ts';

const options = (language: Language) => ({
  texts: documentTexts(language),
  timeZone: 'Europe/Moscow',
  madeAt: 0,
});

it.each(Language.options)(
  'a batch sheet in %s says what to take in all, for which place, and opens each posting',
  async (language) => {
    const postings: BatchPosting[] = [
      {
        posting: '70000001-0001-1',
        cutoffAt: 3_600_000,
        lines: [{ sku: '11', name: 'Кружка', quantity: 2 }],
      },
      {
        posting: '70000001-0002-1',
        cutoffAt: null,
        lines: [
          { sku: '11', name: 'Кружка', quantity: 1 },
          { sku: '12', name: '毛巾', quantity: 4 },
        ],
      },
    ];
    const pages = await openPdf(await batchSheet(postings, options(language)));
    expect(pages).toHaveLength(1);
    for (const { picture, text } of pages) {
      expect([...(await readWithZxing(bitmapPng(picture, 203)))].sort()).toEqual(
        postings.map(({ posting }) => posting),
      );
      expect(text).toContain('3 ×');
      expect(text).toContain('[1] 2 [2] 1');
      expect(text).toContain('毛巾');
    }
  },
);

it('a long batch goes on on further pages, and loses none', async () => {
  const postings = Array.from({ length: 40 }, (_, n) => ({
    posting: `70000001-${String(n).padStart(4, '0')}-1`,
    cutoffAt: null,
    lines: [{ sku: String(n), name: `Product ${n} <b>^XA`, quantity: 1 }],
  }));
  const pages = await openPdf(await batchSheet(postings, options('en')));
  expect(pages.length).toBeGreaterThan(2);
  const read: string[] = [];
  for (const { picture } of pages) read.push(...(await readWithZxing(bitmapPng(picture, 203))));
  expect(read.sort()).toEqual(postings.map(({ posting }) => posting));
});
