import type { Bitmap } from './bitmap.ts';
import { bytesPerRow } from './bitmap.ts';
import { checkCopies } from './copies.ts';
import { inverted, joinBytes } from './join-bytes.ts';
import type { LabelPaper } from './printer-language.ts';

/** The gap or mark that is told to the printer; it looks for the real one around there. */
const PAPERS: Readonly<Record<LabelPaper, string>> = {
  gap: 'GAP 2 mm,0 mm',
  mark: 'BLINE 2 mm,0 mm',
  endless: 'GAP 0 mm,0 mm',
};

/**
 * One label in TSPL: paper size, gap or mark, direction and origin said explicitly, then the dots as one `BITMAP` of exactly
 * counted bytes, in which 0 burns and 1 stays blank (TSPL/TSPL2 Programming Manual). A line end comes first, so that
 * nothing that was left on the line becomes part of a command. `widthMm` and `heightMm` are the paper's; `copies` is 1
 * to 10, a RangeError otherwise.
 */
export function toTspl(
  bitmap: Bitmap,
  options: {
    readonly widthMm: number;
    readonly heightMm: number;
    readonly copies: number;
    readonly paper?: LabelPaper | undefined;
  },
): Uint8Array {
  const { widthMm, heightMm, copies, paper = 'gap' } = options;
  checkCopies(copies);
  const setUp = `\r\nSIZE ${widthMm} mm,${heightMm} mm\r\n${PAPERS[paper]}\r\nDIRECTION 0\r\nREFERENCE 0,0\r\nCLS\r\n`;
  return joinBytes([
    `${setUp}BITMAP 0,0,${bytesPerRow(bitmap.widthDots)},${bitmap.heightDots},0,`,
    inverted(bitmap.rows),
    `\r\nPRINT 1,${copies}\r\n`,
  ]);
}
