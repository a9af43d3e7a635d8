import { z } from 'zod';
import { flag, id, isRecord, list, moment, optionalId, part, text, textOrNumber } from '../wire/fields.ts';

/** The document's example has a bool as text. */
const flagOrText = z.preprocess((value) => (typeof value === 'string' ? value === 'true' : value), flag);

const count = z
  .union([
    z.int().nonnegative(),
    z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
  ])
  .nullish()
  .transform((value) => value ?? 0);

/** A row of `/v3/chat/list`. */
export const WireChat = z.object({
  chat: z.object({
    chat_id: z.string().trim().min(1).max(100),
    chat_status: text,
    chat_type: text,
    created_at: moment,
  }),
  unread_count: count,
  last_message_id: optionalId,
});
export type WireChat = z.output<typeof WireChat>;

/** The answer of `/v3/chat/list`; rows are parsed one by one. One chat may come as itself: the document has no list's type. */
export const ChatsAnswer = z.object({
  chats: z.preprocess((value) => (isRecord(value) ? [value] : value), list(z.unknown())),
  total_unread_count: count,
  cursor: text,
  has_next: flagOrText,
});

/** A row of `/v3/chat/history`. */
export const WireMessage = z.object({
  message_id: id,
  user: part(z.object({ type: text })),
  created_at: moment,
  is_read: flag,
  is_image: flag,
  data: list(z.string()),
  moderate_image_status: text,
  context: part(z.object({ order_number: textOrNumber })),
});
export type WireMessage = z.output<typeof WireMessage>;

/** The answer of `/v3/chat/history`; rows are parsed one by one. */
export const HistoryAnswer = z.object({ messages: list(z.unknown()), has_next: flagOrText });

/** The answer of `/v1/chat/start`. */
export const ChatStartedAnswer = z.object({
  result: z.object({ chat_id: z.string().trim().min(1).max(100) }),
});

/** The answer of `/v1/chat/send/message` and `/v1/chat/send/file`: a word. */
export const ChatSentAnswer = z.object({ result: text });

/** What `/v4/posting/fbs/list` says of an order's postings; the rest of a posting does not matter here. */
export const OrderPostingsAnswer = z.object({
  postings: list(z.object({ posting_number: z.string().trim().min(1).max(64), status: text })),
});
