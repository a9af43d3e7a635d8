import fc from 'fast-check';
import { expect, it } from 'vitest';
import { thresholdGray, thresholdPixels } from './threshold.ts';

it('a coloured picture is thresholded as its grey one, whatever its width', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 6 }),
      fc.infiniteStream(fc.nat(255)),
      (width, height, greys) => {
        const grey = Uint8Array.from({ length: width * height }, () => greys.next().value);
        const pixels = Uint8Array.from([...grey].flatMap((value) => [0, value, 255, 255]));
        expect(thresholdPixels(pixels, width, height)).toEqual(thresholdGray(grey, width, height));
      },
    ),
  );
});
