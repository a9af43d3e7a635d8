import { type Bitmap, type DotRect, fillRect } from '#domain/labels/bitmap.ts';
import type { Dpi } from '#domain/labels/label-size.ts';
import { dotsPerMm } from '#domain/labels/label-size.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { Modules } from './barcode-modules.ts';

/** The area is too small for bars that a hand scanner reads; all values in dots. */
export type BarcodeTooLarge = {
  readonly code: 'barcode-too-large';
  readonly neededDots: number;
  readonly availableDots: number;
};

// Thermal heads blur the edge of a dot: bars under 0.25 mm and matrix modules under 0.375 mm stop being readable
// when the head is warm.
const LINEAR_MODULE_MM_MIN = 0.24;
const MATRIX_MODULE_MM_MIN = 0.33;
const LINEAR_MODULE_MM_MAX = 0.5;
const MATRIX_MODULE_MM_MAX = 1;

/**
 * Draws a code into `area` of the bitmap, in place: the widest module of whole dots that fits together with the quiet
 * zones, centred. A linear code takes the area's full height.
 */
export function drawBarcode(
  bitmap: Bitmap,
  area: DotRect,
  modules: Modules,
  dpi: Dpi,
): Result<{ readonly moduleDots: number }, BarcodeTooLarge> {
  const isLinear = modules.rows === 1;
  const across = modules.quiet.left + modules.columns + modules.quiet.right;
  const down = modules.quiet.above + modules.rows + modules.quiet.below;
  const fitting = isLinear
    ? Math.floor(area.widthDots / across)
    : Math.min(Math.floor(area.widthDots / across), Math.floor(area.heightDots / down));
  const smallest = Math.ceil((isLinear ? LINEAR_MODULE_MM_MIN : MATRIX_MODULE_MM_MIN) * dotsPerMm(dpi));
  if (fitting < smallest || area.heightDots < 1) {
    return err({ code: 'barcode-too-large', neededDots: across * smallest, availableDots: area.widthDots });
  }
  const largest = Math.floor((isLinear ? LINEAR_MODULE_MM_MAX : MATRIX_MODULE_MM_MAX) * dotsPerMm(dpi));
  const moduleDots = Math.min(fitting, Math.max(largest, smallest));
  const xDots =
    area.xDots + Math.floor((area.widthDots - across * moduleDots) / 2) + modules.quiet.left * moduleDots;
  const heightDots = isLinear ? area.heightDots : moduleDots;
  const yDots = isLinear
    ? area.yDots
    : area.yDots + Math.floor((area.heightDots - down * moduleDots) / 2) + modules.quiet.above * moduleDots;
  modules.black.forEach((isBlack, index) => {
    if (!isBlack) return;
    fillRect(bitmap, {
      xDots: xDots + (index % modules.columns) * moduleDots,
      yDots: yDots + Math.floor(index / modules.columns) * moduleDots,
      widthDots: moduleDots,
      heightDots,
    });
  });
  return ok({ moduleDots });
}
