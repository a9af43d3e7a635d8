import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blacken, createBitmap, isBlack } from './bitmap.ts';
import { withHeatGain } from './heat-gain.ts';

it('a dot grows to the right and downwards, and nothing grows over the edge', () => {
  const dots = fc.array(fc.tuple(fc.nat(20), fc.nat(9)), { maxLength: 30 });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 21 }),
      fc.integer({ min: 1, max: 10 }),
      dots,
      (width, height, black) => {
        const bitmap = createBitmap(width, height);
        for (const [x, y] of black) blacken(bitmap, x, y);
        const grown = withHeatGain(bitmap);
        for (let y = 0; y < height; y += 1) {
          for (let x = 0; x < width; x += 1) {
            const near =
              isBlack(bitmap, x, y) ||
              isBlack(bitmap, x - 1, y) ||
              isBlack(bitmap, x, y - 1) ||
              isBlack(bitmap, x - 1, y - 1);
            expect(isBlack(grown, x, y)).toBe(near);
          }
        }
        const padding = createBitmap(width, height);
        for (let y = 0; y < height; y += 1)
          for (let x = 0; x < width; x += 1) if (isBlack(grown, x, y)) blacken(padding, x, y);
        expect(grown.rows).toEqual(padding.rows);
      },
    ),
  );
});
