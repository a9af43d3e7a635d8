/**
 * A picture of black and white dots, as a thermal head prints it. `rows` holds one row after the other, each padded
 * to whole bytes, the leftmost dot in the highest bit; 1 is black. The padding bits are always 0.
 */
export type Bitmap = {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly rows: Uint8Array;
};

/** A rectangle in dots, its origin at the top left. */
export type DotRect = {
  readonly xDots: number;
  readonly yDots: number;
  readonly widthDots: number;
  readonly heightDots: number;
};

/** The longest side accepted, in dots: 4 m at 300 dpi, far beyond any label, so that a wrong size cannot eat the memory. */
export const SIDE_DOTS_MAX = 48_000;

/** How many bytes one row of dots takes. `widthDots` is a whole number above 0. */
export function bytesPerRow(widthDots: number): number {
  return Math.ceil(widthDots / 8);
}

/** A white bitmap. Throws a RangeError unless both sides are whole numbers from 1 to {@link SIDE_DOTS_MAX}. */
export function createBitmap(widthDots: number, heightDots: number): Bitmap {
  for (const side of [widthDots, heightDots]) {
    if (!Number.isInteger(side) || side < 1 || side > SIDE_DOTS_MAX) {
      throw new RangeError(`a bitmap side of ${side} dots`);
    }
  }
  return { widthDots, heightDots, rows: new Uint8Array(bytesPerRow(widthDots) * heightDots) };
}

/** Whether the dot at `x`, `y` is black; outside the bitmap everything is white. */
export function isBlack(bitmap: Bitmap, x: number, y: number): boolean {
  if (x < 0 || y < 0 || x >= bitmap.widthDots || y >= bitmap.heightDots) return false;
  const byte = bitmap.rows[y * bytesPerRow(bitmap.widthDots) + (x >> 3)] ?? 0;
  return (byte & (0x80 >> (x & 7))) !== 0;
}

/** Blackens one dot of `bitmap` in place; a dot outside is ignored. */
export function blacken(bitmap: Bitmap, x: number, y: number): void {
  if (x < 0 || y < 0 || x >= bitmap.widthDots || y >= bitmap.heightDots) return;
  const at = y * bytesPerRow(bitmap.widthDots) + (x >> 3);
  bitmap.rows[at] = (bitmap.rows[at] ?? 0) | (0x80 >> (x & 7));
}

/** Blackens a rectangle of `bitmap` in place; what lies outside is cut off. All values are whole dots. */
export function fillRect(bitmap: Bitmap, rect: DotRect): void {
  const left = Math.max(0, rect.xDots);
  const right = Math.min(rect.xDots + rect.widthDots, bitmap.widthDots);
  const bottom = Math.min(rect.yDots + rect.heightDots, bitmap.heightDots);
  if (right <= left) return;
  const stride = bytesPerRow(bitmap.widthDots);
  const first = left >> 3;
  const last = (right - 1) >> 3;
  const leftMask = 0xff >> (left & 7);
  const rightMask = 0xff & (0xff << (7 - ((right - 1) & 7)));
  // Whole bytes at a time: the bars of a label are hundreds of thousands of dots.
  for (let y = Math.max(0, rect.yDots); y < bottom; y += 1) {
    for (let byte = first; byte <= last; byte += 1) {
      const mask = (byte === first ? leftMask : 0xff) & (byte === last ? rightMask : 0xff);
      const at = y * stride + byte;
      bitmap.rows[at] = (bitmap.rows[at] ?? 0) | mask;
    }
  }
}

/** Adds the black dots of `source` to `target` in place, its top left corner at `xDots`, `yDots` (which may be negative). */
export function drawOnto(target: Bitmap, source: Bitmap, xDots: number, yDots: number): void {
  const sameGrid = xDots === 0 && source.widthDots === target.widthDots;
  if (sameGrid && yDots === 0 && source.heightDots === target.heightDots) {
    for (let at = 0; at < target.rows.length; at += 1) {
      target.rows[at] = (target.rows[at] ?? 0) | (source.rows[at] ?? 0);
    }
    return;
  }
  for (let y = 0; y < source.heightDots; y += 1) {
    for (let x = 0; x < source.widthDots; x += 1) {
      if (isBlack(source, x, y)) blacken(target, x + xDots, y + yDots);
    }
  }
}

/** The bitmap turned by 90 degrees clockwise. */
export function turnClockwise(bitmap: Bitmap): Bitmap {
  const turned = createBitmap(bitmap.heightDots, bitmap.widthDots);
  for (let y = 0; y < bitmap.heightDots; y += 1) {
    for (let x = 0; x < bitmap.widthDots; x += 1) {
      if (isBlack(bitmap, x, y)) blacken(turned, bitmap.heightDots - 1 - y, x);
    }
  }
  return turned;
}

/** One byte per dot, 0 for black and 255 for white: what picture formats and barcode readers take. */
export function toGray(bitmap: Bitmap): Uint8Array {
  const { widthDots, heightDots, rows } = bitmap;
  const gray = new Uint8Array(widthDots * heightDots).fill(255);
  const stride = bytesPerRow(widthDots);
  for (let y = 0; y < heightDots; y += 1) {
    for (let byte = 0; byte < stride; byte += 1) {
      // Most of a label is white; the padding behind the right edge always is.
      let bits = rows[y * stride + byte] ?? 0;
      for (let at = y * widthDots + byte * 8; bits !== 0; at += 1) {
        if ((bits & 0x80) !== 0) gray[at] = 0;
        bits = (bits << 1) & 0xff;
      }
    }
  }
  return gray;
}

/** Part of a bitmap as a bitmap of its own: `heightDots` rows from `yDots` on. */
export function sliceRows(bitmap: Bitmap, yDots: number, heightDots: number): Bitmap {
  const stride = bytesPerRow(bitmap.widthDots);
  const rows = bitmap.rows.slice(yDots * stride, (yDots + heightDots) * stride);
  return { widthDots: bitmap.widthDots, heightDots: rows.length / stride, rows };
}
