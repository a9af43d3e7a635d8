import { describe, expect, it } from 'vitest';
import { dropSetAside, keepSetAside, listSetAside } from './set-asides.ts';
import { openBench } from './testing/temporary-bench.ts';

describe('what could not be read', () => {
  it('is kept as it came, once, until it can be', () => {
    const db = openBench();
    const entry = { subject: '1-1', reason: 'quantity: not a number', raw: '{"quantity":"x"}' };
    expect(keepSetAside(db, entry, 1)).toBe(true);
    expect(keepSetAside(db, entry, 2)).toBe(false);
    expect(listSetAside(db)).toEqual([{ ...entry, seenAt: 1 }]);
    expect(dropSetAside(db, '1-1')).toBe(true);
    expect(dropSetAside(db, '1-1')).toBe(false);
  });
});
