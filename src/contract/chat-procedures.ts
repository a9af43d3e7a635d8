import { z } from 'zod';
import { PostingNumber, ShopId } from '#domain/ids.ts';
import type { ProcedureTable } from './procedure-table.ts';

const moment = z.number().nullable();
const ChatId = z.string().min(1).max(100);
const done = z.object({ done: z.literal(true) });
const ChatAuthor = z.enum(['buyer', 'seller', 'shop', 'courier', 'support']);

/** Whether the seller's subscription lets the seller write to buyers. */
export const ChatWriting = z.enum(['allowed', 'no-premium', 'unknown']);
export type ChatWriting = z.infer<typeof ChatWriting>;

/** A chat in a list; `text` is the beginning of its newest message. Times are epoch ms. */
export const ChatView = z.object({
  id: ChatId,
  kind: z.enum(['buyer', 'shop']),
  isOpen: z.boolean(),
  unread: z.number(),
  /** "" where nobody knows. */
  order: z.string(),
  newest: z.object({ author: ChatAuthor, at: moment, text: z.string() }).nullable(),
  createdAt: moment,
  /** Something was sent there, and nobody knows whether it arrived. */
  isUndecided: z.boolean(),
});
export type ChatView = z.infer<typeof ChatView>;

/** A message as plain text; addresses are letters, nothing of them is opened or loaded. */
export const ChatMessageView = z.object({
  id: z.string(),
  author: ChatAuthor,
  at: moment,
  pieces: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('text'), text: z.string() }),
      z.object({ kind: z.enum(['link', 'picture']), text: z.string(), address: z.string() }),
    ]),
  ),
  isRead: z.boolean(),
  check: z.enum(['passed', 'running', 'failed']).nullable(),
});
export type ChatMessageView = z.infer<typeof ChatMessageView>;

/** See `domain/chat/reply-window`. */
export const ReplyWindowView = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('open'),
    sureUntil: moment,
    why: z.enum(['not-come', 'just-come', 'buyer-wrote']),
  }),
  z.object({ state: z.literal('perhaps') }),
  z.object({ state: z.literal('closed'), since: z.number() }),
]);
export type ReplyWindowView = z.infer<typeof ReplyWindowView>;

/** What was sent and is under way or undecided. */
export const UndecidedView = z.object({
  id: z.string(),
  kind: z.enum(['text', 'file']),
  content: z.string(),
  actor: z.string(),
  askedAt: z.number(),
  isUnderWay: z.boolean(),
});
export type UndecidedView = z.infer<typeof UndecidedView>;

export const ChatHistoryView = z.object({
  /** Newest first. */
  messages: z.array(ChatMessageView),
  hasMore: z.boolean(),
  /** Messages that could not be understood. */
  unread: z.number(),
  order: z.string(),
  postings: z.array(z.object({ number: PostingNumber, isHere: z.boolean() })),
  window: ReplyWindowView,
  undecided: UndecidedView.nullable(),
  draft: z.string(),
  writing: ChatWriting,
});
export type ChatHistoryView = z.infer<typeof ChatHistoryView>;

const Sent = z.object({ state: z.enum(['sent', 'perhaps']) });

/** What buyers and the seller write to each other; asked of the shop at every question. */
export const chatProcedures = {
  'chat.list': {
    role: 'packer',
    input: z.object({ isUnreadOnly: z.boolean() }),
    output: z.object({
      chats: z.array(ChatView),
      isAll: z.boolean(),
      unread: z.number(),
      writing: ChatWriting,
    }),
  },
  'chat.history': {
    role: 'packer',
    input: z.object({ chat: ChatId, size: z.int().min(1).max(1000) }),
    output: ChatHistoryView,
  },
  /** Sends a text, once; `perhaps` is one of which nobody knows whether it arrived. */
  'chat.send': {
    role: 'packer',
    input: z.object({ chat: ChatId, text: z.string().trim().min(1).max(1000) }),
    output: Sent,
  },
  /** Sends a picture or a PDF, 5 MB at most; what it is its first bytes say. */
  'chat.sendFile': {
    role: 'packer',
    input: z.object({ chat: ChatId, name: z.string().max(255), base64: z.base64().min(4).max(7_100_000) }),
    output: Sent,
  },
  /** A person has looked: what nobody knew of did arrive, or did not. */
  'chat.settle': {
    role: 'packer',
    input: z.object({ send: z.string().max(64), hasArrived: z.boolean() }),
    output: done,
  },
  /** Begins a chat with the buyer of a posting. */
  'chat.start': {
    role: 'packer',
    input: z.object({ posting: PostingNumber }),
    output: z.object({ chat: ChatId, shop: ShopId }),
  },
  /** Marks messages as read, where the subscription allows it. */
  'chat.markRead': {
    role: 'packer',
    input: z.object({ chat: ChatId, upTo: z.string().regex(/^\d{1,20}$/) }),
    output: done,
  },
  'chat.keepDraft': {
    role: 'packer',
    input: z.object({ chat: ChatId, text: z.string().max(1000) }),
    output: done,
  },
} as const satisfies ProcedureTable;
