import { expect, it } from 'vitest';
import { Language } from '#contract/language.ts';
import { scannerTests } from '#domain/scanning/scanner-check.ts';
import { familyWords, scannerFamilies } from '#domain/scanning/scanner-families.ts';
import { bitmapPng } from '../labels/bitmap-png.ts';
import { readWithZxing } from '../labels/testing/outside-readers.ts';
import { documentTexts } from './document-texts.ts';
import { scannerSheet } from './scanner-sheet.ts';
import { openPdf } from './testing/pdf-picture.ts';

it.each(Language.options)(
  'the scanner test sheet in %s fits a page, and every code on it reads',
  async (language) => {
    const texts = documentTexts(language);
    const pages = await openPdf(await scannerSheet(texts, 0));
    expect(pages).toHaveLength(1);
    for (const { picture, text } of pages) {
      const read = await readWithZxing(bitmapPng(picture, 203));
      expect([...read].sort()).toEqual(scannerTests.map((test) => test.text).sort());
      // A line that is too long for the page would end with an ellipsis.
      expect(text).not.toContain('…');
      for (const setting of texts.scannerSheet.settings) expect(text).toContain(setting);
    }
  },
);

it.each(scannerFamilies)(
  'the sheet for %s scanners has their own words for every setting',
  async (family) => {
    const pages = await openPdf(await scannerSheet(documentTexts('ru'), 0, family));
    expect(pages).toHaveLength(1);
    for (const { text } of pages) {
      expect(text).not.toContain('…');
      for (const word of familyWords[family].words) expect(text).toContain(word);
    }
  },
);
