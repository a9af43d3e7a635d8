import { describe, expect, it } from 'vitest';
import { ManifestRowView } from '#contract/procedures.ts';
import { toMethodShares } from './delivery-methods.ts';
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

  it('counts a posting of two packages once for the courier', () => {
    const row = {
      posting: '1-1',
      package: 1,
      carton: 'S',
      weightG: null,
      units: 1,
      packer: 'P1',
      packedAt: 1,
      cutoffAt: null,
      deliveryMethodId: '11',
      deliveryMethod: 'Drop-off',
      state: 'closed',
    };
    const rows = [row, { ...row, package: 2 }, { ...row, posting: '2-1' }].map((each) =>
      ManifestRowView.parse(each),
    );
    expect(toMethodShares(rows)).toEqual([{ id: '11', name: 'Drop-off', postings: 2 }]);
  });
});
