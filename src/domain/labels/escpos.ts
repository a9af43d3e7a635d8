import type { Bitmap } from './bitmap.ts';
import { bytesPerRow } from './bitmap.ts';
import { checkCopies } from './copies.ts';
import { joinBytes } from './join-bytes.ts';
import type { LabelPaper } from './printer-language.ts';

/** Cheap printers keep one band in memory; this many rows fit all of them. */
const BAND_ROWS_MAX = 256;

/** On to the next mark or gap (`GS FF`); without any, five lines (`ESC d`), so that the label clears the cutter. */
const FEEDS: Readonly<Record<LabelPaper, Uint8Array>> = {
  gap: Uint8Array.of(0x1d, 0x0c),
  mark: Uint8Array.of(0x1d, 0x0c),
  endless: Uint8Array.of(0x1b, 0x64, 5),
};

/**
 * One label in ESC/POS: the printer initialised (`ESC @`), the dots as raster bands of at most 256 rows (`GS v 0`, 1 is
 * black), then on to the next label. A printer that is set up for paper without marks ignores `GS FF`. The language cannot say a
 * number of copies: everything comes so many times. `copies` is 1 to 10, a RangeError otherwise.
 */
export function toEscPos(
  bitmap: Bitmap,
  options: { readonly copies: number; readonly paper?: LabelPaper | undefined },
): Uint8Array {
  const { copies, paper = 'gap' } = options;
  checkCopies(copies);
  const one = joinBytes([Uint8Array.of(0x1b, 0x40), ...bands(bitmap), FEEDS[paper]]);
  return joinBytes(Array.from({ length: copies }, () => one));
}

function bands(bitmap: Bitmap): Uint8Array[] {
  const stride = bytesPerRow(bitmap.widthDots);
  const pieces: Uint8Array[] = [];
  for (let y = 0; y < bitmap.heightDots; y += BAND_ROWS_MAX) {
    const rows = Math.min(BAND_ROWS_MAX, bitmap.heightDots - y);
    pieces.push(
      Uint8Array.of(0x1d, 0x76, 0x30, 0, stride & 0xff, stride >> 8, rows & 0xff, rows >> 8),
      bitmap.rows.subarray(y * stride, (y + rows) * stride),
    );
  }
  return pieces;
}
