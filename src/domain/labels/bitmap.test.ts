import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Bitmap,
  blacken,
  createBitmap,
  drawOnto,
  fillRect,
  isBlack,
  sliceRows,
  toGray,
  turnClockwise,
} from './bitmap.ts';
import { mediumDots } from './label-size.ts';
import { bestGridShift, thresholdGray, thresholdTripled } from './threshold.ts';

/** The first row as a string of 0 and 1, padding included. */
function bits(bitmap: Bitmap): string {
  return [...bitmap.rows].map((byte) => byte.toString(2).padStart(8, '0')).join('');
}

const grid = fc
  .record({ widthDots: fc.integer({ min: 1, max: 40 }), heightDots: fc.integer({ min: 1, max: 20 }) })
  .chain(({ widthDots, heightDots }) =>
    fc
      .array(fc.constantFrom(0, 255), {
        minLength: widthDots * heightDots,
        maxLength: widthDots * heightDots,
      })
      .map((gray) => thresholdGray(Uint8Array.from(gray), widthDots, heightDots)),
  );

describe('a bitmap', () => {
  it('is the same after four quarter turns', () => {
    fc.assert(
      fc.property(grid, (bitmap) => {
        const turned = turnClockwise(turnClockwise(turnClockwise(turnClockwise(bitmap))));
        expect(turned).toEqual(bitmap);
      }),
    );
  });

  it('survives being turned to grey and thresholded again', () => {
    fc.assert(
      fc.property(grid, (bitmap) => {
        expect(thresholdGray(toGray(bitmap), bitmap.widthDots, bitmap.heightDots)).toEqual(bitmap);
      }),
    );
  });

  it('keeps its padding bits white, whatever is drawn over the edge', () => {
    const bitmap = createBitmap(11, 3);
    fillRect(bitmap, { xDots: -4, yDots: -4, widthDots: 100, heightDots: 100 });
    blacken(bitmap, 13, 1);
    expect([...bitmap.rows]).toEqual([0xff, 0xe0, 0xff, 0xe0, 0xff, 0xe0]);
    expect(isBlack(bitmap, 11, 0)).toBe(false);
  });

  it('is drawn onto another one at a place, cut at the edges', () => {
    const target = createBitmap(4, 2);
    const dot = createBitmap(2, 2);
    fillRect(dot, { xDots: 0, yDots: 0, widthDots: 2, heightDots: 2 });
    drawOnto(target, dot, 3, -1);
    expect([...target.rows]).toEqual([0x10, 0x00]);
    expect(sliceRows(target, 0, 1)).toMatchObject({ heightDots: 1, widthDots: 4 });
  });

  it('keeps bars exact that are whole dots wide, wherever the page put them and although the engine widened them', () => {
    for (const offset of ['0000', '00000', '000000']) {
      // Two bars of two dots with two dots between them, each one third of a dot too wide.
      const row = [...`${offset}1111111000001111111000`.padEnd(30, '0')].map((bit) =>
        bit === '1' ? 0 : 255,
      );
      const tripled = Uint8Array.from([...row, ...row, ...row]);
      const shift = bestGridShift(tripled, 10, 1);
      expect(bits(thresholdTripled(tripled, 10, 1, shift))).toMatch(/^0{1,2}110011(0)+$/);
    }
  });

  it('refuses a size that no label has', () => {
    expect(() => createBitmap(0, 10)).toThrow(RangeError);
    expect(() => createBitmap(10.5, 10)).toThrow(RangeError);
    expect(() => createBitmap(1_000_000, 10)).toThrow(RangeError);
  });
});

describe('a medium', () => {
  it.each([
    [203, 58, 40, 464, 320],
    [203, 75, 120, 600, 960],
    [300, 58, 40, 685, 472],
    [300, 75, 120, 886, 1417],
  ] as const)('at %i dpi of %i x %i mm has %i x %i dots', (dpi, widthMm, heightMm, widthDots, heightDots) => {
    expect(mediumDots({ dpi, widthMm, heightMm })).toEqual({ widthDots, heightDots });
  });
});
