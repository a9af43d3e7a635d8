import fc from 'fast-check';
import { expect, it } from 'vitest';
import { thresholdGray, thresholdPixels, thresholdTripled } from './threshold.ts';

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

it('rows that repeat the one above come out as if each was read by itself, wherever the grid lies', () => {
  const third = fc.integer({ min: -1, max: 1 });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }).map((n) => n * 4),
      fc.array(fc.record({ seed: fc.nat(3), times: fc.integer({ min: 1, max: 4 }) }), {
        minLength: 1,
        maxLength: 5,
      }),
      fc.record({ x: third, y: third }),
      (width, bands, shift) => {
        const wide = width * 3;
        const lines = bands.flatMap(({ seed, times }) => {
          const line = Array.from({ length: wide }, (_, x) => ((x * 37 + seed * 101) * (seed + 1)) % 256);
          return Array.from({ length: times * 3 }, () => line);
        });
        const grey = Uint8Array.from(lines.flat());
        const height = lines.length / 3;
        // One byte further on the lines lie so that they cannot be compared, and each row is read.
        const elsewhere = new Uint8Array(grey.length + 1);
        elsewhere.set(grey, 1);
        expect(thresholdTripled(grey, width, height, shift)).toEqual(
          thresholdTripled(elsewhere.subarray(1), width, height, shift),
        );
      },
    ),
  );
});
