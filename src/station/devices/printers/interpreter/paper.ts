import { type Bitmap, createBitmap, SIDE_DOTS_MAX } from '#domain/labels/bitmap.ts';

/** The image memory of a simulated printer; what is drawn outside the paper is lost, as on a real one. */
export type Paper = {
  /** Puts packed rows on the paper from `x`, `y` on, `stride` bytes each; a bit equal to `black` burns its dot. */
  readonly burn: (
    rows: Uint8Array,
    at: { readonly x: number; readonly y: number; readonly stride: number; readonly black: 0 | 1 },
  ) => void;
  readonly bitmap: () => Bitmap;
};

/** Empty paper of so many dots; null for a size that no printer has. */
export function createPaper(widthDots: number, heightDots: number): Paper | null {
  for (const side of [widthDots, heightDots]) {
    if (!Number.isInteger(side) || side < 1 || side > SIDE_DOTS_MAX) return null;
  }
  const image = createBitmap(widthDots, heightDots);
  const imageStride = image.rows.length / heightDots;
  return {
    burn: (rows, { x, y, stride, black }) => {
      rows.forEach((byte, index) => {
        const top = y + Math.floor(index / stride);
        const left = x + (index % stride) * 8;
        for (let bit = 0; bit < 8; bit += 1) {
          const isBlack = ((byte >> (7 - bit)) & 1) === black;
          const column = left + bit;
          if (!isBlack || column >= widthDots || top >= heightDots || column < 0 || top < 0) continue;
          const at = top * imageStride + Math.floor(column / 8);
          image.rows[at] = (image.rows[at] ?? 0) | (0x80 >> (column % 8));
        }
      });
    },
    bitmap: () => image,
  };
}
