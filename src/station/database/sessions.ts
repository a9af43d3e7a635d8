import type { PostingNumber, SessionId } from '#domain/ids.ts';
import type { BenchDatabase, ReadableDatabase } from './bench-database.ts';
import { desc, eq, sql } from './drizzle.ts';
import { prepareOnce } from './prepare-once.ts';
import { session } from './schema.ts';
import { requireTransaction } from './transaction.ts';

/** A session as folded from its events up to `lastSeq`. Times are epoch ms. */
export type SessionRow = Readonly<typeof session.$inferSelect>;

const statements = prepareOnce((db: ReadableDatabase) => ({
  byId: db.orm
    .select()
    .from(session)
    .where(eq(session.id, sql.placeholder('id')))
    .prepare(),
  latestOf: db.orm
    .select()
    .from(session)
    .where(eq(session.posting, sql.placeholder('posting')))
    .orderBy(desc(session.lastSeq))
    .limit(1)
    .prepare(),
  unfinished: db.orm
    .select()
    .from(session)
    .where(sql`${session.state} IN ('open', 'held', 'cancelled') AND ${session.closedAt} IS NULL`)
    .orderBy(desc(session.lastSeq))
    .prepare(),
}));

const writes = prepareOnce((db: BenchDatabase) => ({
  save: db.orm
    .insert(session)
    .values({
      id: sql.placeholder('id'),
      posting: sql.placeholder('posting'),
      state: sql.placeholder('state'),
      packer: sql.placeholder('packer'),
      openedAt: sql.placeholder('openedAt'),
      closedAt: sql.placeholder('closedAt'),
      lastSeq: sql.placeholder('lastSeq'),
    })
    .onConflictDoUpdate({
      target: session.id,
      set: {
        state: sql`excluded.state`,
        packer: sql`excluded.packer`,
        closedAt: sql`excluded.closed_at`,
        lastSeq: sql`excluded.last_seq`,
      },
    })
    .prepare(),
}));

/** Writes a session as it is after its newest event, in the transaction that appended it. */
export function saveSession(db: BenchDatabase, row: SessionRow): void {
  requireTransaction(db, 'saving a session');
  writes(db).save.run(row);
}

/** One session; null when there is none of that id. */
export function getSession(db: ReadableDatabase, id: SessionId): SessionRow | null {
  return statements(db).byId.get({ id }) ?? null;
}

/** The session in which a posting was last worked on; null when it never was. */
export function latestSessionOf(db: ReadableDatabase, posting: PostingNumber): SessionRow | null {
  return statements(db).latestOf.get({ posting }) ?? null;
}

/** Sessions that are open, held, or cancelled and not yet answered, the last touched first: where the bench goes on after a start. */
export function unfinishedSessions(db: ReadableDatabase): readonly SessionRow[] {
  return statements(db).unfinished.all();
}
