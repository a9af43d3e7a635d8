import { describe, expect, it } from 'vitest';
import { bitmapPng } from '../labels/bitmap-png.ts';
import { hasZbar, readWithZbar, readWithZxing } from '../labels/testing/outside-readers.ts';
import { controlSheet } from './control-sheet.ts';
import { documentTexts } from './document-texts.ts';
import { openPdf } from './testing/pdf-picture.ts';

const codes = [
  ...['OK', 'NO', 'UNDO', 'HOLD', 'MISSING', 'DAMAGED', 'SPLIT', 'REPRINT', 'WEIGH', 'NEXT'].map(
    (name) => `PB-${name}`,
  ),
  ...['S', 'M', 'L', 'XL-2026', 'CARTON_OF_24_CHARACTERS_'].map((name) => `PB-BOX-${name}`),
  ...['P1', 'Ivanova', 'lead_7', 'a-packer-with-thirty-two-letters'].map((name) => `PB-BADGE-${name}`),
];

describe('the sheet of control codes', () => {
  it('has every code readable by other readers and captioned in the packer’s language', async () => {
    const captioned = codes.map((text, index) => ({ text, caption: `取消上一件 ${index} Отменить` }));
    const sheet = await controlSheet(captioned, documentTexts('ru'), 0);
    if (!sheet.ok) throw new Error(JSON.stringify(sheet.error));
    const pages = await openPdf(sheet.value);
    expect(pages).toHaveLength(2);
    const read: string[] = [];
    const readByZbar: string[] = [];
    for (const { picture, text } of pages) {
      const png = bitmapPng(picture, 203);
      read.push(...(await readWithZxing(png)));
      if (await hasZbar()) readByZbar.push(...(await readWithZbar(png)));
      expect(text).toContain('Коды команд упаковочного стола');
      expect(text).toContain('取消上一件');
    }
    expect(read.sort()).toEqual([...codes].sort());
    if (await hasZbar()) expect(readByZbar.sort()).toEqual([...codes].sort());
  });

  it('refuses a code that cannot be printed as bars', async () => {
    const texts = documentTexts('en');
    for (const text of ['PB-ДА', '', 'PB-BOX-'.padEnd(80, 'X')]) {
      const sheet = await controlSheet([{ text, caption: 'x' }], texts, 0);
      expect(sheet).toEqual({
        ok: false,
        error: { code: 'barcode-invalid', symbology: 'code128', value: text },
      });
    }
  });
});
