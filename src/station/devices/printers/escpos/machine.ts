import { createPaper } from '../interpreter/paper.ts';
import type { Machine, PrinterEvent, Step } from '../interpreter/stream-interpreter.ts';

type Band = { readonly rows: Uint8Array; readonly stride: number; readonly height: number };

const ESC = 0x1b;
const GS = 0x1d;
const DLE = 0x10;

/**
 * Reads ESC/POS as Epson's reference tells it: `ESC @`, raster bands `GS v 0` in which 1 is black, and the ends of a
 * label `GS FF`, `FF` and `ESC d n`; the cut `GS V m` or `GS V m n`; the questions `DLE EOT n` and `GS I n`. The head has `widthDots`; without them it
 * is as wide as the widest band. Whatever else comes is a problem.
 */
export function createEscPosMachine({ widthDots }: { readonly widthDots?: number } = {}): Machine {
  let bands: Band[] = [];
  const feed = (used: number): Step => {
    const width = widthDots ?? Math.max(0, ...bands.map(({ stride }) => stride * 8));
    const height = bands.reduce((sum, band) => sum + band.height, 0);
    const paper = createPaper(width, height);
    let y = 0;
    for (const band of bands) {
      paper?.burn(band.rows, { x: 0, y, stride: band.stride, black: 1 });
      y += band.height;
    }
    bands = [];
    const event: PrinterEvent | null =
      paper === null ? null : { kind: 'label', bitmap: paper.bitmap(), copies: 1 };
    return { used, event };
  };
  const raster = (bytes: Uint8Array): Step | null => {
    if (bytes.length < 8) return null;
    const at = (index: number) => bytes[index] ?? 0;
    const stride = at(4) + 256 * at(5);
    const height = at(6) + 256 * at(7);
    const used = 8 + stride * height;
    if (bytes.length < used) return null;
    // The mode is a number or its digit; the others stretch the picture.
    if (at(3) !== 0 && at(3) !== 0x30)
      return { used, event: { kind: 'problem', text: `raster mode ${at(3)}` } };
    bands.push({ rows: bytes.slice(8, used), stride, height });
    return { used, event: null };
  };
  return (bytes) => {
    const [first = 0, second, third] = bytes;
    if (first === 0x00 || first === 0x0a || first === 0x0d) return { used: 1, event: null };
    if (first === 0x0c) return feed(1);
    if (second === undefined && (first === ESC || first === GS || first === DLE)) return null;
    if (first === ESC && second === 0x40) return { used: 2, event: null };
    if (first === GS && second === 0x0c) return feed(2);
    const hasThird = third !== undefined;
    if (first === ESC && second === 0x64) return hasThird ? feed(3) : null;
    if (first === DLE && second === 0x04) {
      return hasThird ? { used: 3, event: { kind: 'question', question: `DLE EOT ${third}` } } : null;
    }
    if (first === GS && second === 0x49) {
      return hasThird ? { used: 3, event: { kind: 'question', question: `GS I ${third}` } } : null;
    }
    if (first === GS && second === 0x56) return hasThird ? { used: third >= 65 ? 4 : 3, event: null } : null;
    if (first === GS && second === 0x76) return hasThird ? raster(bytes) : null;
    return { used: 1, event: { kind: 'problem', text: `not understood: ${first}` } };
  };
}
