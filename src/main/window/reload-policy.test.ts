import { describe, expect, it } from 'vitest';
import { reloadAfterCrash } from './reload-policy.ts';

describe('a window that crashes', () => {
  it('is loaded again at once, three times within a minute', () => {
    const first = reloadAfterCrash([], 0);
    const second = reloadAfterCrash(first.reloadedAtMs, 1_000);
    const third = reloadAfterCrash(second.reloadedAtMs, 2_000);
    expect([first, second, third].map(({ waitMs }) => waitMs)).toEqual([0, 0, 0]);
    expect(third.reloadedAtMs).toEqual([0, 1_000, 2_000]);
  });
  it('waits the fourth time until the minute is over, and is never given up', () => {
    const fourth = reloadAfterCrash([0, 1_000, 2_000], 3_000);
    expect(fourth).toEqual({ waitMs: 57_000, reloadedAtMs: [1_000, 2_000, 60_000] });
    expect(reloadAfterCrash(fourth.reloadedAtMs, 60_500)).toEqual({
      waitMs: 500,
      reloadedAtMs: [2_000, 60_000, 61_000],
    });
  });
});
