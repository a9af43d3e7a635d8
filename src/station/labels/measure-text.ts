import { type FontWidths, readFontWidths } from './font-widths.ts';
import { type FontScript, type FontWeight, fontFile, fontRuns } from './fonts.ts';

const fonts = new Map<string, FontWidths>();

/** The width of one line of text in ems (multiples of the font size), kerning left aside. */
export function widthEm(text: string, weight: FontWeight): number {
  let width = 0;
  for (const run of fontRuns(text)) {
    const widths = widthsOf(run.script, weight);
    for (const character of run.text) width += widths(character.codePointAt(0) ?? 0);
  }
  return width;
}

function widthsOf(script: FontScript, weight: FontWeight): FontWidths {
  const file = fontFile(script, weight);
  const known = fonts.get(file) ?? readFontWidths(file);
  fonts.set(file, known);
  return known;
}
