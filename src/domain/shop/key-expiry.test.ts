import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyDaysLeft, keyWarning, keyWarningDays } from './key-expiry.ts';

const day = 86_400_000;
const now = Date.parse('2026-11-25T12:00:00Z');

describe('a key that comes to its end', () => {
  it.each([
    [90 * day, null],
    [15 * day, null],
    [14 * day + 1, 14],
    [8 * day, 14],
    [7 * day, 7],
    [3.5 * day, 3],
    [1.5 * day, 1],
    [day / 2, 0],
    [-30 * day, 0],
  ])('in %f ms is warned of as %s', (left, warning) => {
    expect(keyWarning(now + left, now)).toBe(warning);
  });

  it('is warned of ever more urgently, and never less', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 * day }), fc.integer({ min: 0, max: 100 * day }), (a, b) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        const rank = (at: number) => keyWarningDays.map(String).indexOf(String(keyWarning(now, at)));
        expect(rank(now - 50 * day + late)).toBeGreaterThanOrEqual(rank(now - 50 * day + early));
      }),
    );
    expect(keyDaysLeft(now + day / 2, now)).toBe(0);
  });
});
