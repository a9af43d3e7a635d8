import PDFDocument from 'pdfkit';
import { type FontWeight, fontFile, fontRuns } from './fonts.ts';

// A document that is never written: pdfkit's own tape measure, with the same fonts that are printed.
const tape = new PDFDocument({ autoFirstPage: false });
const MEASURED_AT = 100;
const characterWidths = new Map<string, number>();
const CHARACTERS_MAX = 20_000;

/** The width of one line of text in ems (multiples of the font size), kerning left aside. */
export function widthEm(text: string, weight: FontWeight): number {
  let width = 0;
  for (const character of text) width += characterWidth(character, weight);
  return width;
}

function characterWidth(character: string, weight: FontWeight): number {
  const key = weight + character;
  const known = characterWidths.get(key);
  if (known !== undefined) return known;
  const script = fontRuns(character)[0]?.script ?? 'latin';
  const width =
    tape.font(fontFile(script, weight)).fontSize(MEASURED_AT).widthOfString(character) / MEASURED_AT;
  if (characterWidths.size >= CHARACTERS_MAX) characterWidths.clear();
  characterWidths.set(key, width);
  return width;
}
