import { findSent, type SentThing } from '#domain/chat/find-sent.ts';
import { type Arrival, type ReplyWindow, replyWindow } from '#domain/chat/reply-window.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { endChatDraft } from '../database/chat-drafts.ts';
import { type ChatSendRow, endChatSend, noteChatSend, openChatSend } from '../database/chat-sends.ts';
import { transaction } from '../database/transaction.ts';
import type { ChatHistory, ChatMessage } from '../shop/chat-port.ts';
import type { ConnectedShop } from '../shop/connected-shop.ts';
import type { ShopFailure } from '../shop/seller-account.ts';

/** What is sent into a chat; `content` is the text, or the file's name. */
export type ChatSending = {
  readonly chat: string;
  readonly actor: string;
} & (
  | { readonly kind: 'text'; readonly content: string }
  | { readonly kind: 'file'; readonly content: string; readonly bytes: Uint8Array }
);

/**
 * Why nothing was sent. `undecided`: nobody knows yet whether the one before arrived. `too-late`: the shop lets nobody
 * write there until the buyer does.
 */
export type ChatRefusal =
  | { readonly code: 'no-premium' | 'undecided' | 'too-late' }
  | { readonly code: 'shop'; readonly failure: ShopFailure };

export type ChatSendParts = {
  readonly db: BenchDatabase;
  readonly shop: Pick<ConnectedShop, 'account' | 'link' | 'chats'>;
  /** Epoch ms. */
  readonly now: () => number;
};

/** Messages that are looked through for what was sent. */
const LOOKED_THROUGH = 50;
const PICTURE = /\.(jpg|png|webp)$/;

/**
 * Sends one thing into a chat, once: it is noted with the chat's newest message before it leaves. After an answer that never came
 * the chat is read and searched for it; `perhaps` is what is not found there, and stays open until it is or a person decides.
 */
export async function sendInChat(
  sending: ChatSending,
  { db, shop, now }: ChatSendParts,
): Promise<Result<'sent' | 'perhaps', ChatRefusal>> {
  const { chat, kind, content, actor } = sending;
  const { desk, underWay } = shop.chats;
  if (underWay.has(chat)) return err({ code: 'undecided' });
  underWay.add(chat);
  try {
    const may = await desk.mayWrite();
    if (!may.ok) return failed(may.error);
    if (may.value === false) return err({ code: 'no-premium' });
    const history = await desk.history(chat, LOOKED_THROUGH);
    if (!history.ok) return failed(history.error);
    const before = openChatSend(db, chat);
    if (before !== null && !settleSend(db, before, history.value.messages)) return err({ code: 'undecided' });
    const window = await windowOf(history.value, { shop, now });
    if (window.state === 'closed') return err({ code: 'too-late' });
    const afterMessage = history.value.messages[0]?.id ?? null;
    const note = transaction(db, () =>
      noteChatSend(db, { chat, kind, content, afterMessage, actor, askedAt: now() }),
    );
    const port = shop.account.chats;
    const answer = await shop.link.call(() =>
      sending.kind === 'text'
        ? port.sendText(chat, content)
        : port.sendFile(chat, { name: content, bytes: sending.bytes }),
    );
    if (answer.ok || answer.error.code !== 'unknown') {
      transaction(db, () => {
        endChatSend(db, note, answer.ok ? 'sent' : 'refused', answer.ok ? null : answer.error.detail);
        if (answer.ok && kind === 'text') endChatDraft(db, chat, content);
      });
      return answer.ok ? ok('sent') : failed(answer.error);
    }
    const look = await desk.history(chat, LOOKED_THROUGH);
    const row = openChatSend(db, chat);
    if (!look.ok || row === null || !settleSend(db, row, look.value.messages)) return ok('perhaps');
    return ok('sent');
  } finally {
    underWay.delete(chat);
  }
}

/** Looks for something undecided among a chat's newest messages; true where it is there, which is noted. */
export function settleSend(db: BenchDatabase, row: ChatSendRow, messages: readonly ChatMessage[]): boolean {
  const sent: SentThing =
    row.kind === 'text'
      ? { kind: 'text', text: row.content }
      : { kind: 'file', name: row.content, isPicture: PICTURE.test(row.content) };
  const seen = messages.map(({ id, author, text, isPicture }) => ({
    ...{ id, text, isPicture, isSellers: author === 'seller' },
  }));
  const found = findSent(sent, seen, row.afterMessage);
  if (found === null) return false;
  transaction(db, () => {
    endChatSend(db, row.id, 'sent', found);
    if (row.kind === 'text') endChatDraft(db, row.chat, row.content);
  });
  return true;
}

/** Whether the seller may write in a chat now, as far as the shop says when its parcels came. */
export async function windowOf(
  { order, messages }: Pick<ChatHistory, 'order' | 'messages'>,
  { shop, now }: Pick<ChatSendParts, 'shop' | 'now'>,
): Promise<ReplyWindow> {
  const answer = order === '' ? null : await shop.chats.desk.order(order);
  const arrival: Arrival = answer?.ok === true ? answer.value.arrival : { kind: 'unknown' };
  const lastAskedAt = messages.find(({ author, at }) => author === 'buyer' && at !== null)?.at ?? null;
  return replyWindow({ arrival, lastAskedAt, now: now() });
}

function failed(failure: ShopFailure) {
  return err({ code: 'shop', failure } as const);
}
