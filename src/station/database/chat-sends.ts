import { v7 } from 'uuid';
import type { BenchDatabase, ReadableDatabase } from './bench-database.ts';
import { prepareOnce } from './prepare-once.ts';
import type { chatSend } from './schema.ts';

/** Something that was sent into a chat. Times are epoch ms. */
export type ChatSendRow = Readonly<typeof chatSend.$inferSelect>;

const columns = `id, chat, kind, content, after_message AS afterMessage, actor, asked_at AS askedAt, state, words`;

const reads = prepareOnce((db: ReadableDatabase) => ({
  open: db.sqlite.prepare<[string], ChatSendRow>(
    `SELECT ${columns} FROM chat_send WHERE chat = ? AND state = 'asked'`,
  ),
  byId: db.sqlite.prepare<[string], ChatSendRow>(`SELECT ${columns} FROM chat_send WHERE id = ?`),
}));

const writes = prepareOnce((db: BenchDatabase) => ({
  note: db.sqlite.prepare(
    'INSERT INTO chat_send (id, chat, kind, content, after_message, actor, asked_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ),
  end: db.sqlite.prepare(`UPDATE chat_send SET state = ?, words = ? WHERE id = ? AND state = 'asked'`),
}));

/** Notes what is about to be sent; returns its id. Throws where something sent into that chat is still undecided. */
export function noteChatSend(
  db: BenchDatabase,
  send: Pick<ChatSendRow, 'chat' | 'kind' | 'content' | 'afterMessage' | 'actor' | 'askedAt'>,
): string {
  const id = v7();
  const { chat, kind, content, afterMessage, actor, askedAt } = send;
  writes(db).note.run(id, chat, kind, content, afterMessage, actor, askedAt);
  return id;
}

/** Notes what came of it, once. False where that was known already. */
export function endChatSend(
  db: BenchDatabase,
  id: string,
  state: Exclude<ChatSendRow['state'], 'asked'>,
  words: string | null,
): boolean {
  return writes(db).end.run(state, words, id).changes === 1;
}

/** What was sent into a chat and is under way or undecided; null where nothing is. */
export function openChatSend(db: ReadableDatabase, chat: string): ChatSendRow | null {
  return reads(db).open.get(chat) ?? null;
}

/** One of them by its id; null where there is none. */
export function getChatSend(db: ReadableDatabase, id: string): ChatSendRow | null {
  return reads(db).byId.get(id) ?? null;
}
