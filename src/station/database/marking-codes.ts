import type { PostingNumber } from '#domain/ids.ts';
import type { BenchDatabase, ReadableDatabase } from './bench-database.ts';
import { eq, sql } from './drizzle.ts';
import { prepareOnce } from './prepare-once.ts';
import { markingCode } from './schema.ts';
import { requireTransaction } from './transaction.ts';

/** The one unit that a marking code was scanned from. */
export type MarkingCodeRow = Readonly<typeof markingCode.$inferSelect>;

const statements = prepareOnce((db: ReadableDatabase) => ({
  byCode: db.orm
    .select()
    .from(markingCode)
    .where(eq(markingCode.code, sql.placeholder('code')))
    .prepare(),
  ofPosting: db.orm
    .select()
    .from(markingCode)
    .where(eq(markingCode.posting, sql.placeholder('posting')))
    .orderBy(markingCode.code)
    .prepare(),
}));

const writes = prepareOnce((db: BenchDatabase) => ({
  keep: db.sqlite.prepare('INSERT INTO marking_code (code, posting, sku, session) VALUES (?, ?, ?, ?)'),
  release: db.sqlite.prepare('DELETE FROM marking_code WHERE code = ? AND session = ?'),
}));

/** Where a marking code was used before; null when never at this bench. */
export function findMarkingCode(db: ReadableDatabase, code: string): MarkingCodeRow | null {
  return statements(db).byCode.get({ code }) ?? null;
}

/** The marking codes of a posting's units. */
export function markingCodesOf(db: ReadableDatabase, posting: PostingNumber): readonly MarkingCodeRow[] {
  return statements(db).ofPosting.all({ posting });
}

/** Ties a code to its unit. Throws when it is tied already: ask {@link findMarkingCode} before deciding. */
export function keepMarkingCode(db: BenchDatabase, row: MarkingCodeRow): void {
  requireTransaction(db, 'keeping a marking code');
  writes(db).keep.run(row.code, row.posting, row.sku, row.session);
}

/** Frees a code whose unit was taken out of the package again. */
export function releaseMarkingCode(
  db: BenchDatabase,
  code: string,
  session: MarkingCodeRow['session'],
): void {
  requireTransaction(db, 'releasing a marking code');
  writes(db).release.run(code, session);
}
