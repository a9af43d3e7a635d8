import '../spare-memory.ts';
import { expect, it, onTestFinished } from 'vitest';
import { createLabelWorkshop } from './label-workshop.ts';
import { labelPdf } from './testing/label-pdf.ts';

const target = { language: 'zpl', dpi: 203, widthMm: 75, heightMm: 120 } as const;
const number = '12345678-0001-1';
const words = { title: 'Interim label', notice: 'Наклейте этикетку', bench: 'Стол', packer: 'Упаковщик' };
const content = {
  ...{ number, bench: 'B1', packer: 'Анна', printedAt: '-', packageOf: null },
  words,
};

/** What the program holds beside this test, in MB: engines, fonts, and one drawing in hand. */
const allowedMb = 160;

it('the label workshop keeps no pixels of what it has drawn', async () => {
  const pdf = await labelPdf({
    ...{ widthMm: 75, heightMm: 120 },
    codes: [{ text: number, xMm: 6, yMm: 10, moduleMm: 0.33 }],
  });
  const before = process.memoryUsage.rss();
  const workshop = createLabelWorkshop({ target });
  onTestFinished(() => workshop.close());
  for (let n = 0; n < 60; n += 1) {
    expect(await workshop.interim({ content, target })).toMatchObject({ ok: true });
    expect(await workshop.prepare({ pdf, posting: { number, labelBarcodes: [] }, target })).toMatchObject({
      ok: true,
    });
  }
  expect((process.memoryUsage.rss() - before) / 1e6).toBeLessThan(allowedMb);
});
