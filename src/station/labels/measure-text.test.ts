import PDFDocument from 'pdfkit';
import { expect, it } from 'vitest';
import { type FontScript, type FontWeight, fontFile } from './fonts.ts';
import { widthEm } from './measure-text.ts';

const tape = new PDFDocument({ autoFirstPage: false });

it.each<[string, FontScript, FontWeight, number, number]>([
  ['Latin letters', 'latin', 'regular', 0x20, 0xac],
  ['accented Latin letters', 'latin', 'bold', 0xae, 0x24f],
  ['Cyrillic letters', 'latin', 'regular', 0x400, 0x52f],
  ['Chinese signs', 'chinese', 'regular', 0x4e00, 0x4fff],
  ['full-width forms', 'chinese', 'bold', 0xff01, 0xff5e],
])('%s are as wide as a PDF library has them', (_, script, weight, from, to) => {
  tape.font(fontFile(script, weight)).fontSize(1);
  for (let code = from; code <= to; code += 1) {
    const character = String.fromCodePoint(code);
    expect([character, widthEm(character, weight)]).toEqual([
      character,
      expect.closeTo(tape.widthOfString(character), 6),
    ]);
  }
});
