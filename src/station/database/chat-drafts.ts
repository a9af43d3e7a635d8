import type { BenchDatabase, ReadableDatabase } from './bench-database.ts';
import { prepareOnce } from './prepare-once.ts';

/** What nobody has gone on with for so long is forgotten, ms. */
const KEPT_MS = 90 * 86_400_000;

const reads = prepareOnce((db: ReadableDatabase) => ({
  text: db.sqlite.prepare<[string], string>('SELECT text FROM chat_draft WHERE chat = ?').pluck(),
}));

const writes = prepareOnce((db: BenchDatabase) => ({
  keep: db.sqlite.prepare(
    `INSERT INTO chat_draft (chat, text, changed_at) VALUES (?, ?, ?)
     ON CONFLICT (chat) DO UPDATE SET text = excluded.text, changed_at = excluded.changed_at`,
  ),
  drop: db.sqlite.prepare('DELETE FROM chat_draft WHERE chat = ? OR changed_at < ?'),
  sent: db.sqlite.prepare('DELETE FROM chat_draft WHERE chat = ? AND trim(text) = trim(?)'),
}));

/** What somebody began to write in a chat; "" for nothing. */
export function chatDraft(db: ReadableDatabase, chat: string): string {
  return reads(db).text.get(chat) ?? '';
}

/** Keeps what somebody writes in a chat; "" forgets it. `now` in epoch ms. */
export function keepChatDraft(db: BenchDatabase, chat: string, text: string, now: number): void {
  if (text === '') writes(db).drop.run(chat, now - KEPT_MS);
  else writes(db).keep.run(chat, text, now);
}

/** Forgets what was written in a chat where it is what was sent; what was begun meanwhile stays. */
export function endChatDraft(db: BenchDatabase, chat: string, sent: string): void {
  writes(db).sent.run(chat, sent);
}
