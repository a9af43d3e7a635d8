import type { ChatHistoryView, ChatWriting } from '#contract/chat-procedures.ts';
import { CHAT_FILE_BYTES_MAX, chatFileKind, chatFileName } from '#domain/chat/chat-file.ts';
import { messagePieces } from '#domain/chat/message-text.ts';
import { ok } from '#domain/result.ts';
import {
  type ChatRefusal,
  type ChatSending,
  sendInChat,
  settleSend,
  windowOf,
} from '../chat/send-in-chat.ts';
import { chatDraft, endChatDraft, keepChatDraft } from '../database/chat-drafts.ts';
import { endChatSend, getChatSend, openChatSend } from '../database/chat-sends.ts';
import { getPosting } from '../database/posting-record.ts';
import type { BenchState } from '../database/schema.ts';
import { transaction } from '../database/transaction.ts';
import type { ChatHistory, ChatMessage } from '../shop/chat-port.ts';
import type { ConnectedShop } from '../shop/connected-shop.ts';
import type { ShopFailure } from '../shop/seller-account.ts';
import { failed, type Handlers, type ProcedureAnswer, type ProcedureContext } from './procedure-context.ts';

/** As much of a message as a list shows, characters. */
const PREVIEW = 160;
/** What can be opened at this bench. */
const WAITING: ReadonlySet<string> = new Set<BenchState>(['queued', 'open', 'held']);

/** What buyers and the seller write to each other: read at the shop, and sent there at once. */
export const chatProcedures: Handlers<
  | 'chat.list'
  | 'chat.history'
  | 'chat.send'
  | 'chat.sendFile'
  | 'chat.settle'
  | 'chat.start'
  | 'chat.markRead'
  | 'chat.keepDraft'
> = {
  'chat.list': async ({ isUnreadOnly }, { shop: connected, db }) => {
    const shop = connected();
    if (shop === null) return failed('no-shop', 'chats');
    const answer = await shop.chats.desk.list(isUnreadOnly);
    if (!answer.ok) return shopFailed(answer.error);
    const { isAll, unread } = answer.value;
    const chats = answer.value.chats.map(({ newest, lastMessage: _, ...chat }) => ({
      ...chat,
      newest: newest === null ? null : { ...newest, text: preview(newest.text) },
      isUndecided: openChatSend(db, chat.id) !== null,
    }));
    return ok({ chats, isAll, unread, writing: await writingOf(shop) });
  },

  'chat.history': async ({ chat, size }, context) => {
    const shop = context.shop();
    if (shop === null) return failed('no-shop', 'chats');
    const answer = await shop.chats.desk.history(chat, size);
    if (!answer.ok) return shopFailed(answer.error);
    return ok(await historyView(chat, answer.value, { ...context, connected: shop }));
  },

  'chat.send': ({ chat, text }, context) =>
    send({ chat, kind: 'text', content: text, actor: context.bench.actor?.id ?? '' }, context),

  'chat.sendFile': ({ chat, name, base64 }, context) => {
    const bytes = Buffer.from(base64, 'base64');
    const kind = chatFileKind(bytes);
    if (kind === null || bytes.length > CHAT_FILE_BYTES_MAX)
      return failed('file-refused', `${bytes.length} bytes`);
    const content = chatFileName(name, kind);
    return send({ chat, kind: 'file', content, bytes, actor: context.bench.actor?.id ?? '' }, context);
  },

  'chat.settle': ({ send: id, hasArrived }, { db, now, bench, shop }) => {
    const row = getChatSend(db, id);
    if (row === null || row.state !== 'asked') return failed('not-found', id);
    if (shop()?.chats.underWay.has(row.chat) === true) return failed('chat-undecided', row.chat);
    transaction(db, () => {
      endChatSend(db, id, hasArrived ? 'sent' : 'dropped', `said by ${bench.actor?.id ?? ''}`);
      if (row.kind !== 'text') return;
      if (hasArrived) endChatDraft(db, row.chat, row.content);
      // What did not arrive stands in the field again, unless somebody wrote something else meanwhile.
      else if (chatDraft(db, row.chat) === '') keepChatDraft(db, row.chat, row.content, now());
    });
    return ok({ done: true });
  },

  'chat.start': async ({ posting }, { shopOf }) => {
    const shop = shopOf(posting);
    if (shop === null) return failed('no-shop', 'chats');
    if ((await writingOf(shop)) === 'no-premium') return failed('no-premium', 'start');
    const answer = await shop.link.call(() => shop.account.chats.start(posting));
    shop.chats.unread.ask();
    return answer.ok ? ok({ chat: answer.value, shop: shop.id }) : shopFailed(answer.error);
  },

  'chat.markRead': async ({ chat, upTo }, { shop: connected }) => {
    const shop = connected();
    if (shop === null) return failed('no-shop', 'chats');
    if ((await writingOf(shop)) === 'no-premium') return failed('no-premium', 'read');
    const answer = await shop.link.call(() => shop.account.chats.markRead(chat, upTo));
    if (!answer.ok) return shopFailed(answer.error);
    shop.chats.unread.ask();
    return ok({ done: true });
  },

  'chat.keepDraft': ({ chat, text }, { db, now }) => {
    transaction(db, () => keepChatDraft(db, chat, text, now()));
    return ok({ done: true });
  },
};

async function send(
  sending: ChatSending,
  { db, shop: connected, now, publisher }: ProcedureContext,
): Promise<ProcedureAnswer<'chat.send'>> {
  const shop = connected();
  if (shop === null) return failed('no-shop', 'chats');
  const outcome = await sendInChat(sending, { db, shop, now });
  publisher.publish('changed', { list: 'chats' });
  return outcome.ok ? ok({ state: outcome.value }) : refusalOf(outcome.error);
}

function refusalOf(refusal: ChatRefusal) {
  switch (refusal.code) {
    case 'no-premium':
      return failed('no-premium', 'send');
    case 'too-late':
      return failed('reply-too-late', 'send');
    case 'undecided':
      return failed('chat-undecided', 'send');
    case 'shop':
      return shopFailed(refusal.failure);
  }
}

function shopFailed(error: ShopFailure) {
  return failed(
    'shop-failed',
    error.code === 'refused' ? `${error.shopCode}: ${error.detail}` : error.detail,
  );
}

async function writingOf({ chats }: ConnectedShop): Promise<ChatWriting> {
  const may = await chats.desk.mayWrite();
  if (!may.ok || may.value === null) return 'unknown';
  return may.value ? 'allowed' : 'no-premium';
}

async function historyView(
  chat: string,
  history: ChatHistory,
  { db, now, connected: shop }: ProcedureContext & { readonly connected: ConnectedShop },
): Promise<ChatHistoryView> {
  const isUnderWay = shop.chats.underWay.has(chat);
  const before = openChatSend(db, chat);
  if (before !== null && !isUnderWay) settleSend(db, before, history.messages);
  const row = openChatSend(db, chat);
  const order = history.order === '' ? null : await shop.chats.desk.order(history.order);
  const postings = order?.ok === true ? order.value.postings : [];
  return {
    messages: history.messages.map(messageView),
    ...{ hasMore: history.hasMore, unread: history.unread, order: history.order },
    postings: postings.map((number) => ({
      number,
      isHere: WAITING.has(getPosting(db, number)?.benchState ?? 'gone'),
    })),
    window: await windowOf(history, { shop, now }),
    undecided:
      row === null
        ? null
        : {
            ...{ id: row.id, kind: row.kind, content: row.content },
            ...{ actor: row.actor, askedAt: row.askedAt, isUnderWay },
          },
    draft: chatDraft(db, chat),
    writing: await writingOf(shop),
  };
}

function messageView({ id, author, at, text, isRead, check }: ChatMessage) {
  return { id, author, at, pieces: [...messagePieces(text)], isRead, check };
}

function preview(markdown: string): string {
  return messagePieces(markdown)
    .map(({ text }) => text)
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, PREVIEW);
}
