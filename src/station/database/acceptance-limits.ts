import type { PostingNumber, ShopId } from '#domain/ids.ts';
import { AcceptanceLimits } from '#domain/packing/acceptance-limits.ts';
import type { BenchDatabase, ReadableDatabase } from './bench-database.ts';
import { prepareOnce } from './prepare-once.ts';

const statements = prepareOnce((db: ReadableDatabase) => ({
  limits: db.sqlite
    .prepare<[string], string | null>('SELECT limits FROM acceptance_limits WHERE posting = ?')
    .pluck(),
  askedAt: db.sqlite
    .prepare<[string], number>('SELECT asked_at FROM acceptance_limits WHERE posting = ?')
    .pluck(),
  nextUnasked: db.sqlite
    .prepare<[string], PostingNumber>(
      `SELECT number FROM (SELECT number, due_at FROM posting WHERE bench_state = 'queued' AND shop = ? ORDER BY due_at, number LIMIT 50)
       WHERE number NOT IN (SELECT posting FROM acceptance_limits) ORDER BY due_at, number LIMIT 1`,
    )
    .pluck(),
}));

const writes = prepareOnce((db: BenchDatabase) => ({
  keep: db.sqlite.prepare(
    `INSERT INTO acceptance_limits (posting, limits, asked_at) VALUES (?, ?, ?)
     ON CONFLICT (posting) DO UPDATE SET limits = excluded.limits, asked_at = excluded.asked_at`,
  ),
}));

/** What is accepted of a posting's parcels; null where the shop has no limits or has not been asked. */
export function limitsOf(db: ReadableDatabase, posting: PostingNumber): AcceptanceLimits | null {
  const limits = statements(db).limits.get(posting) ?? null;
  return limits === null ? null : AcceptanceLimits.parse(JSON.parse(limits));
}

/** When the shop last said what is accepted of a posting, epoch ms; null before. */
export function limitsAskedAt(db: ReadableDatabase, posting: PostingNumber): number | null {
  return statements(db).askedAt.get(posting) ?? null;
}

/** The most urgent of the next 50 queued postings of a shop whose limits are not known yet. */
export function nextWithoutLimits(db: ReadableDatabase, shop: ShopId): PostingNumber | null {
  return statements(db).nextUnasked.get(shop) ?? null;
}

/** Keeps what the shop says; null where it has no limits for this posting. `at` in epoch ms. */
export function keepLimits(
  db: BenchDatabase,
  posting: PostingNumber,
  limits: AcceptanceLimits | null,
  at: number,
): void {
  writes(db).keep.run(posting, limits === null ? null : JSON.stringify(limits), at);
}
