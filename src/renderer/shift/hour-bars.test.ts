import { describe, expect, it } from 'vitest';
import { toHourBars } from './hour-bars.ts';

describe('the day in figures', () => {
  it('draws every hour between the first and the last package', () => {
    const bars = toHourBars([
      { hour: 8, packages: 3 },
      { hour: 19, packages: 1 },
    ]);
    expect(bars[0]).toEqual({ hour: 8, packages: 3 });
    expect(bars.at(-1)).toEqual({ hour: 19, packages: 1 });
    expect(bars).toHaveLength(12);
  });

  it('draws at least a shift, and never past midnight', () => {
    expect(toHourBars([]).length).toBeGreaterThanOrEqual(8);
    expect(toHourBars([{ hour: 23, packages: 1 }]).at(-1)?.hour).toBe(23);
  });
});
