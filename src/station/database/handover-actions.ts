import { v7 } from 'uuid';
import type { BenchDatabase } from './bench-database.ts';
import { prepareOnce } from './prepare-once.ts';
import type { handoverAction } from './schema.ts';

/** Something that a person had the shop do about handing over. `detail` is JSON; times are epoch ms. */
export type HandoverActionRow = Readonly<typeof handoverAction.$inferSelect>;
export type HandoverActionKind = HandoverActionRow['kind'];

const statements = prepareOnce((db: BenchDatabase) => ({
  ask: db.sqlite.prepare(
    'INSERT INTO handover_action (id, subject, kind, detail, actor, asked_at) VALUES (?, ?, ?, ?, ?, ?)',
  ),
  end: db.sqlite.prepare('UPDATE handover_action SET outcome = ?, words = ? WHERE id = ?'),
  settle: db.sqlite.prepare(
    `UPDATE handover_action SET outcome = 'done' WHERE subject = ? AND kind = ? AND outcome IN ('asked', 'unknown')`,
  ),
  unsettled: db.sqlite
    .prepare<[string, string, number], number>(
      `SELECT count(*) FROM handover_action
       WHERE subject = ? AND kind = ? AND outcome IN ('asked', 'unknown') AND asked_at > ?`,
    )
    .pluck(),
  open: db.sqlite
    .prepare<[string, string], string>(
      `SELECT detail FROM handover_action WHERE subject = ? AND kind = ? AND outcome IN ('asked', 'unknown')
       ORDER BY asked_at DESC LIMIT 1`,
    )
    .pluck(),
  interrupted: db.sqlite.prepare<[], Pick<HandoverActionRow, 'id' | 'subject' | 'kind'>>(
    "SELECT id, subject, kind FROM handover_action WHERE outcome = 'asked' ORDER BY asked_at, id",
  ),
  of: db.sqlite.prepare<[string], HandoverActionRow>(
    `SELECT id, subject, kind, detail, actor, asked_at AS askedAt, outcome, words FROM handover_action
     WHERE subject = ? ORDER BY asked_at, id`,
  ),
}));

/** Notes what is asked of the shop before it is asked; returns the note's id. */
export function noteHandoverAction(
  db: BenchDatabase,
  action: Pick<HandoverActionRow, 'subject' | 'kind' | 'actor' | 'askedAt'> & { readonly detail: unknown },
): string {
  const id = v7();
  const { subject, kind, detail, actor, askedAt } = action;
  statements(db).ask.run(id, subject, kind, JSON.stringify(detail), actor, askedAt);
  return id;
}

/** Notes what came of it; `words` are the shop's own. */
export function endHandoverAction(
  db: BenchDatabase,
  id: string,
  outcome: HandoverActionRow['outcome'],
  words: string | null,
): void {
  statements(db).end.run(outcome, words, id);
}

/** What was asked and never answered counts after all: the shop shows it done. */
export function settleHandoverActions(db: BenchDatabase, subject: string, kind: HandoverActionKind): void {
  statements(db).settle.run(subject, kind);
}

/** Is something of the kind, asked after `since` (epoch ms), still without an answer? */
export function isHandoverActionOpen(
  db: BenchDatabase,
  { subject, kind }: Pick<HandoverActionRow, 'subject' | 'kind'>,
  since: number,
): boolean {
  return (statements(db).unsettled.get(subject, kind, since) ?? 0) > 0;
}

/** What was asked last of the kind and is still without an answer, as JSON; null where nothing is. */
export function openHandoverAction(
  db: BenchDatabase,
  { subject, kind }: Pick<HandoverActionRow, 'subject' | 'kind'>,
): string | null {
  return statements(db).open.get(subject, kind) ?? null;
}

/** Everything that was asked of the shop about a subject, in order. */
export function handoverActionsOf(db: BenchDatabase, subject: string): readonly HandoverActionRow[] {
  return statements(db).of.all(subject);
}

/** What was asked and has no outcome, in order. At a start these are what was interrupted. */
export function interruptedHandoverActions(
  db: BenchDatabase,
): readonly Pick<HandoverActionRow, 'id' | 'subject' | 'kind'>[] {
  return statements(db).interrupted.all();
}
