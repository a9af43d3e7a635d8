import { v7 } from 'uuid';
import type { BenchDatabase } from './bench-database.ts';
import { prepareOnce } from './prepare-once.ts';

/** More than anybody looks through before answering. */
export const chatRepliesMax = 50;

export type ChatReply = { readonly id: string; readonly text: string };

const statements = prepareOnce((db: BenchDatabase) => ({
  list: db.sqlite.prepare<[], ChatReply>('SELECT id, text FROM chat_reply ORDER BY id'),
  count: db.sqlite.prepare<[], number>('SELECT count(*) FROM chat_reply').pluck(),
  add: db.sqlite.prepare('INSERT INTO chat_reply (id, text, actor, changed_at) VALUES (?, ?, ?, ?)'),
  change: db.sqlite.prepare('UPDATE chat_reply SET text = ?, actor = ?, changed_at = ? WHERE id = ?'),
  drop: db.sqlite.prepare('DELETE FROM chat_reply WHERE id = ?'),
}));

/** The answers that are kept at this bench, in the order in which they were made. */
export function chatReplies(db: BenchDatabase): readonly ChatReply[] {
  return statements(db).list.all();
}

/**
 * Keeps an answer; `id` null makes a new one. False where the one to change is gone, or there are as many as anybody
 * looks through. `at` in epoch ms.
 */
export function keepChatReply(
  db: BenchDatabase,
  { id, text, actor }: { readonly id: string | null; readonly text: string; readonly actor: string },
  at: number,
): boolean {
  if (id !== null) return statements(db).change.run(text, actor, at, id).changes === 1;
  if ((statements(db).count.get() ?? 0) >= chatRepliesMax) return false;
  statements(db).add.run(v7(), text, actor, at);
  return true;
}

/** Forgets an answer; nothing where it is gone already. */
export function dropChatReply(db: BenchDatabase, id: string): void {
  statements(db).drop.run(id);
}
