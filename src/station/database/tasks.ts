import { v7 } from 'uuid';
import type { BenchDatabase, ReadableDatabase } from './bench-database.ts';
import { asc, eq, sql } from './drizzle.ts';
import { noteListChange } from './list-changes.ts';
import { prepareOnce } from './prepare-once.ts';
import { task } from './schema.ts';

/** Something that waits for a person. `detail` is JSON; times are epoch ms. */
export type TaskRow = Readonly<typeof task.$inferSelect>;

export type NewTask = {
  readonly kind: string;
  /** What it is about, e.g. a posting's number. */
  readonly subject: string;
  /** Kept as JSON, e.g. the shop's own words. */
  readonly detail: unknown;
  readonly at: number;
};

const statements = prepareOnce((db: ReadableDatabase) => ({
  open: db.orm
    .select()
    .from(task)
    .where(sql`${task.resolvedAt} IS NULL`)
    .orderBy(asc(task.createdAt), asc(task.id))
    .prepare(),
  openOf: db.sqlite
    .prepare<[string, string], string>(
      'SELECT id FROM task WHERE kind = ? AND subject = ? AND resolved_at IS NULL',
    )
    .pluck(),
  count: db.sqlite.prepare<[], number>('SELECT count(*) FROM task WHERE resolved_at IS NULL').pluck(),
  byId: db.orm
    .select()
    .from(task)
    .where(eq(task.id, sql.placeholder('id')))
    .prepare(),
}));

const writes = prepareOnce((db: BenchDatabase) => ({
  add: db.sqlite.prepare('INSERT INTO task (id, kind, subject, detail, created_at) VALUES (?, ?, ?, ?, ?)'),
  update: db.sqlite.prepare('UPDATE task SET detail = ? WHERE id = ?'),
  resolve: db.sqlite.prepare(
    'UPDATE task SET resolved_at = ?, resolved_by = ?, resolution = ? WHERE id = ? AND resolved_at IS NULL',
  ),
}));

/**
 * Asks for a person. The same kind of trouble with the same subject stays one task until it is resolved, with the
 * newest detail. Returns the task's id and whether it is a new one.
 */
export function raiseTask(
  db: BenchDatabase,
  { kind, subject, detail, at }: NewTask,
): { readonly id: string; readonly isNew: boolean } {
  const text = JSON.stringify(detail);
  noteListChange(db, 'tasks');
  const open = statements(db).openOf.get(kind, subject);
  if (open !== undefined) {
    writes(db).update.run(text, open);
    return { id: open, isNew: false };
  }
  const id = v7();
  writes(db).add.run(id, kind, subject, text, at);
  return { id, isNew: true };
}

/** Closes a task; `by` is who says so, `station` when the cause has gone by itself. False when it is closed already. */
export function resolveTask(
  db: BenchDatabase,
  id: string,
  by: string,
  resolution: string,
  at: number,
): boolean {
  noteListChange(db, 'tasks');
  return writes(db).resolve.run(at, by, resolution, id).changes === 1;
}

/** The open task of a kind about a subject; null when there is none. */
export function findOpenTask(db: ReadableDatabase, kind: string, subject: string): string | null {
  return statements(db).openOf.get(kind, subject) ?? null;
}

/** One task, open or not; null when there is none of that id. */
export function getTask(db: ReadableDatabase, id: string): TaskRow | null {
  return statements(db).byId.get({ id }) ?? null;
}

/** Open tasks, the oldest first. */
export function openTasks(db: ReadableDatabase): readonly TaskRow[] {
  return statements(db).open.all();
}

/** How many tasks are open. */
export function countOpenTasks(db: ReadableDatabase): number {
  return statements(db).count.get() ?? 0;
}
