import type { BenchId, PostingNumber } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { BenchDatabase, ReadableDatabase } from './bench-database.ts';
import { eq, sql } from './drizzle.ts';
import { prepareOnce } from './prepare-once.ts';
import { claim } from './schema.ts';
import { requireTransaction } from './transaction.ts';

/** A bench's right to work on a posting until `leaseUntil` (epoch ms). Later writes must carry the fencing number. */
export type ClaimRow = Readonly<typeof claim.$inferSelect>;

export type ClaimProblem = {
  readonly code: 'claimed-elsewhere';
  readonly bench: string;
  readonly leaseUntil: number;
};

const statements = prepareOnce((db: ReadableDatabase) => ({
  byPosting: db.orm
    .select()
    .from(claim)
    .where(eq(claim.posting, sql.placeholder('posting')))
    .prepare(),
}));

const writes = prepareOnce((db: BenchDatabase) => ({
  take: db.sqlite.prepare(
    `INSERT INTO claim (posting, bench, lease_until, fencing) VALUES (?, ?, ?, 1)
     ON CONFLICT (posting) DO UPDATE SET bench = excluded.bench, lease_until = excluded.lease_until, fencing = fencing + 1`,
  ),
  renew: db.sqlite.prepare(
    'UPDATE claim SET lease_until = ? WHERE posting = ? AND bench = ? AND fencing = ?',
  ),
}));

/**
 * Takes a posting for a bench, or renews what it holds. Another bench's lease stands until it runs out; whoever takes
 * the posting then gets a higher fencing number, and the former holder's writes are refused from that moment on.
 */
export function takeClaim(
  db: BenchDatabase,
  wanted: {
    readonly posting: PostingNumber;
    readonly bench: BenchId;
    readonly now: number;
    readonly leaseMs: number;
  },
): Result<ClaimRow, ClaimProblem> {
  requireTransaction(db, 'taking a claim');
  const { posting, bench, now, leaseMs } = wanted;
  const leaseUntil = now + leaseMs;
  const held = getClaim(db, posting);
  if (held !== null && held.leaseUntil > now) {
    if (held.bench !== bench) {
      return err({ code: 'claimed-elsewhere', bench: held.bench, leaseUntil: held.leaseUntil });
    }
    writes(db).renew.run(leaseUntil, posting, bench, held.fencing);
    return ok({ ...held, leaseUntil });
  }
  writes(db).take.run(posting, bench, leaseUntil);
  return ok({ posting, bench, leaseUntil, fencing: (held?.fencing ?? 0) + 1 });
}

/** Does this fencing number still allow writing? False once another bench took the posting or the lease ran out. */
export function holdsClaim(db: ReadableDatabase, mine: Omit<ClaimRow, 'leaseUntil'>, now: number): boolean {
  const held = getClaim(db, mine.posting);
  return held !== null && held.bench === mine.bench && held.fencing === mine.fencing && held.leaseUntil > now;
}

/** Gives a posting back at once. The row stays, so that the fencing number goes on growing. */
export function releaseClaim(db: BenchDatabase, mine: Omit<ClaimRow, 'leaseUntil'>): boolean {
  return writes(db).renew.run(0, mine.posting, mine.bench, mine.fencing).changes === 1;
}

/** Who holds a posting, or held it last; null when nobody ever did. */
export function getClaim(db: ReadableDatabase, posting: PostingNumber): ClaimRow | null {
  return statements(db).byPosting.get({ posting }) ?? null;
}
