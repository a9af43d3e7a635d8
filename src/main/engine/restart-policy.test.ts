import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { restartAfterDeath } from './restart-policy.ts';

describe('a station that dies', () => {
  it('is started again three times within a minute, and not a fourth time', () => {
    const first = restartAfterDeath([], 0);
    const second = restartAfterDeath(first ?? [], 1_000);
    const third = restartAfterDeath(second ?? [], 2_000);
    expect(third).toEqual([0, 1_000, 2_000]);
    expect(restartAfterDeath(third ?? [], 59_999)).toBeUndefined();
  });
  it('is started again when the minute is over', () => {
    expect(restartAfterDeath([0, 1_000, 2_000], 60_000)).toEqual([1_000, 2_000, 60_000]);
  });
  it('never runs more than three times in any minute, and remembers no more', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40_000 }), { maxLength: 50 }), (pauses) => {
        let nowMs = 0;
        let kept: readonly number[] = [];
        const restarts: number[] = [];
        for (const pauseMs of pauses) {
          nowMs += pauseMs;
          const next = restartAfterDeath(kept, nowMs);
          if (next === undefined) continue;
          kept = next;
          restarts.push(nowMs);
        }
        expect(kept.length).toBeLessThanOrEqual(3);
        for (const at of restarts) {
          const minute = restarts.filter((other) => other >= at && other < at + 60_000);
          expect(minute.length).toBeLessThanOrEqual(3);
        }
      }),
    );
  });
});
