import type { SetAside } from '../shop/seller-account.ts';
import type { BenchDatabase, ReadableDatabase } from './bench-database.ts';
import { desc } from './drizzle.ts';
import { prepareOnce } from './prepare-once.ts';
import { setAside } from './schema.ts';

export type SetAsideRow = Readonly<typeof setAside.$inferSelect>;

const statements = prepareOnce((db: ReadableDatabase) => ({
  all: db.orm.select().from(setAside).orderBy(desc(setAside.seenAt)).limit(1000).prepare(),
}));

const writes = prepareOnce((db: BenchDatabase) => ({
  keep: db.sqlite.prepare(
    `INSERT INTO set_aside (subject, reason, raw, seen_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (subject) DO UPDATE SET reason = excluded.reason, raw = excluded.raw, seen_at = excluded.seen_at
     WHERE reason <> excluded.reason OR raw <> excluded.raw`,
  ),
  drop: db.sqlite.prepare('DELETE FROM set_aside WHERE subject = ?'),
}));

/** Keeps an entry of the shop's that could not be read, as it came. True when it is new or says something new. */
export function keepSetAside(db: BenchDatabase, { subject, reason, raw }: SetAside, seenAt: number): boolean {
  return writes(db).keep.run(subject, reason, raw, seenAt).changes === 1;
}

/** Forgets an entry once it could be read after all. */
export function dropSetAside(db: BenchDatabase, subject: string): boolean {
  return writes(db).drop.run(subject).changes === 1;
}

/** What is set aside, newest first, at most 1,000. */
export function listSetAside(db: ReadableDatabase): readonly SetAsideRow[] {
  return statements(db).all.all();
}
