import type { Bitmap } from './bitmap.ts';
import { bytesPerRow } from './bitmap.ts';
import { checkCopies } from './copies.ts';
import { inverted, joinBytes } from './join-bytes.ts';
import { type Dpi, mmToDots } from './label-size.ts';
import type { LabelPaper } from './printer-language.ts';

/** The gap or mark that is told to the printer, mm; it looks for the real one around there. */
const GAP_MM = 3;

/**
 * One label in EPL2: width (`q`), length and gap (`Q`), an empty image (`N`), then the dots as one direct graphic
 * (`GW`), in which 0 is black and 1 is white (EPL Programming Guide and its note on `GW`). Sizes come first because they
 * empty the image. A line end before everything ends what may have been left on the line. `copies` is 1 to 10, a
 * RangeError otherwise.
 */
export function toEpl(
  bitmap: Bitmap,
  options: { readonly dpi: Dpi; readonly copies: number; readonly paper?: LabelPaper | undefined },
): Uint8Array {
  const { dpi, copies, paper = 'gap' } = options;
  checkCopies(copies);
  const { widthDots, heightDots } = bitmap;
  return joinBytes([
    `\nq${widthDots}\nQ${heightDots},${gapOf(paper, dpi)}\nZT\nN\n`,
    `GW0,0,${bytesPerRow(widthDots)},${heightDots},`,
    inverted(bitmap.rows),
    `\nP${copies}\n`,
  ]);
}

/** What follows the length in `Q`: the gap in dots, `B` and the mark in dots, or 0 for paper without either. */
function gapOf(paper: LabelPaper, dpi: Dpi): string {
  if (paper === 'endless') return '0';
  return `${paper === 'mark' ? 'B' : ''}${mmToDots(GAP_MM, dpi)}`;
}
