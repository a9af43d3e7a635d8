import { type Bitmap, bytesPerRow } from './bitmap.ts';

/**
 * The bitmap as a worn or too hot print head leaves it: every black dot has grown by one to the right, where the next
 * element warms up, and by one downwards, where the paper moves on while the element cools. Bars become a dot wider,
 * gaps a dot narrower; what reads now will read off the paper.
 */
export function withHeatGain(bitmap: Bitmap): Bitmap {
  const { widthDots, heightDots, rows } = bitmap;
  const stride = bytesPerRow(widthDots);
  const grown = new Uint8Array(rows.length);
  for (let y = 0; y < heightDots; y += 1) {
    let carried = 0;
    for (let at = y * stride; at < (y + 1) * stride; at += 1) {
      const byte = rows[at] ?? 0;
      grown[at] = byte | (byte >> 1) | carried;
      carried = (byte & 1) << 7;
    }
  }
  for (let at = grown.length - 1; at >= stride; at -= 1)
    grown[at] = (grown[at] ?? 0) | (grown[at - stride] ?? 0);
  clearPadding(grown, widthDots, stride);
  return { widthDots, heightDots, rows: grown };
}

/** The dots behind the right edge are no dots. */
function clearPadding(rows: Uint8Array, widthDots: number, stride: number): void {
  const used = widthDots & 7;
  if (used === 0) return;
  const mask = 0xff & (0xff << (8 - used));
  for (let at = stride - 1; at < rows.length; at += stride) rows[at] = (rows[at] ?? 0) & mask;
}
