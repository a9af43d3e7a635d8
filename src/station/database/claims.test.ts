import { describe, expect, it } from 'vitest';
import { BenchId, PostingNumber } from '#domain/ids.ts';
import { getClaim, holdsClaim, releaseClaim, takeClaim } from './claims.ts';
import { openBench } from './testing/temporary-bench.ts';
import { transaction } from './transaction.ts';

const posting = PostingNumber.parse('1-1');

describe('claims', () => {
  it('let one bench at a time work on a posting, and refuse the write of one that slept past its lease', () => {
    const db = openBench();
    const take = (bench: string, now: number) =>
      transaction(db, () => takeClaim(db, { posting, bench: BenchId.parse(bench), now, leaseMs: 100 }));
    const mine = { posting, bench: 'B1', fencing: 1 };
    expect(take('B1', 0)).toMatchObject({ ok: true, value: { fencing: 1, leaseUntil: 100 } });
    expect(take('B1', 50)).toMatchObject({ ok: true, value: { fencing: 1, leaseUntil: 150 } });
    expect(take('B2', 149)).toEqual({
      ok: false,
      error: { code: 'claimed-elsewhere', bench: 'B1', leaseUntil: 150 },
    });
    expect(holdsClaim(db, mine, 149)).toBe(true);
    expect(holdsClaim(db, mine, 150)).toBe(false);
    expect(take('B2', 150)).toMatchObject({ ok: true, value: { fencing: 2 } });
    expect(holdsClaim(db, mine, 160)).toBe(false);
    expect(releaseClaim(db, mine)).toBe(false);
    expect(releaseClaim(db, { posting, bench: 'B2', fencing: 2 })).toBe(true);
    expect(take('B1', 161)).toMatchObject({ ok: true, value: { fencing: 3 } });
    expect(getClaim(db, posting)?.bench).toBe('B1');
  });
});
