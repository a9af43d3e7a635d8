import { describe, expect, it } from 'vitest';
import { documentTexts } from './document-texts.ts';
import { manifestPdf } from './manifest-pdf.ts';
import { heading, manyRows } from './testing/manifest-rows.ts';
import { openPdf } from './testing/pdf-picture.ts';

describe('the manifest as PDF', () => {
  it.each(['en', 'ru', 'zh-CN'] as const)(
    'in %s has every package, its totals and the lines to sign',
    async (language) => {
      const texts = documentTexts(language);
      const rows = manyRows(95);
      const pages = await openPdf(await manifestPdf(rows, heading, texts));
      const text = pages.map((page) => page.text).join('\n');
      for (const row of rows) expect(text).toContain(row.posting);
      expect(pages).toHaveLength(3);
      for (const page of pages) expect(page.text).toContain(`${texts.manifest.title} 2026-11-23`);
      expect(text).toContain(`${texts.manifest.page} 3 ${texts.manifest.of} 3`);
      expect(pages.at(-1)?.text).toContain(`${texts.manifest.total}: 95 ${texts.manifest.packages}`);
      expect(pages.at(-1)?.text).toContain(texts.manifest.received);
      expect(text).toContain('Кружка «Север» 350 мл');
    },
  );

  it.each([0, 1, 38, 39, 40, 46, 47, 48])(
    'always has room for the signatures (%i packages)',
    async (count) => {
      const pages = await openPdf(await manifestPdf(manyRows(count), heading, documentTexts('en')));
      expect(pages.at(-1)?.text).toContain('Received by');
      expect(pages.at(-1)?.text).toContain(`Page ${pages.length} of ${pages.length}`);
    },
  );

  it('is the same bytes each time', async () => {
    const make = () => manifestPdf(manyRows(3), heading, documentTexts('ru'));
    expect(await make()).toEqual(await make());
  });
});
