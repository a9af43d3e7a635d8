import { z } from 'zod';
import { type ApiCall, type ApiMethods, method } from '../http/api-method.ts';
import {
  type ApiRefusal,
  type ApiReply,
  json,
  jsonWithBigInts,
  notFound,
  refusal,
  refused,
} from '../http/api-reply.ts';
import { pageAfter } from '../http/cursor.ts';
import { flag, int64, repeated, text, timeText } from '../http/proto-fields.ts';
import type { World } from '../world/world.ts';
import type { Chat, ChatMessage } from './chat.ts';
import { chatOf, writeMessage } from './write-message.ts';

const HOUR_MS = 3_600_000;
/** uint64 as proto-JSON takes it; beyond 2^53 only its text survives. */
const uint64 = z.union([z.int().nonnegative().transform(String), z.string().regex(/^\d{1,20}$/)]);
const pageSize = (most: number) =>
  int64.refine((value) => value >= 1 && value <= most, `value must be inside range [1, ${most}]`);

const listSchema = z.object({
  filter: z
    .object({ chat_status: z.enum(['ALL', 'OPENED', 'CLOSED']).nullish(), unread_only: flag })
    .nullish(),
  limit: pageSize(100),
  cursor: text,
});
const historySchema = z.object({
  chat_id: z.string().min(1),
  direction: z.enum(['Forward', 'Backward']).nullish(),
  filter: z.object({ message_ids: repeated(uint64) }).nullish(),
  from_message_id: uint64.nullish(),
  limit: pageSize(1000).nullish(),
});
const textSchema = z.object({ chat_id: z.string().min(1), text: z.string().min(1).max(1000) });
const fileSchema = z.object({
  chat_id: z.string().min(1),
  base64_content: z.base64().min(4),
  name: z.string().regex(/^[^/\\]{1,200}\.[A-Za-z0-9]{1,5}$/),
});
const readSchema = z.object({ chat_id: z.string().min(1), from_message_id: uint64.nullish() });

/** `/v3/chat/*`, `/v1/chat/*`, `/v2/chat/read`: what buyers and the seller write to each other. */
export const chatMethods: ApiMethods = {
  '/v3/chat/list': method(listSchema, (input, { world }) => {
    const status = input.filter?.chat_status ?? 'ALL';
    const found = [...world.chats.values()]
      .filter((chat) => status === 'ALL' || chat.status === status)
      .filter((chat) => input.filter?.unread_only !== true || unreadOf(chat).length > 0)
      .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
    const page = pageAfter(found, keyOf, input.cursor, input.limit);
    if (page === null) return refused('INVALID_CURSOR');
    const unread = [...world.chats.values()].reduce((sum, chat) => sum + unreadOf(chat).length, 0);
    return json({
      chats: page.items.map(chatView),
      total_unread_count: unread,
      cursor: page.cursor,
      has_next: page.hasNext,
    });
  }),

  '/v3/chat/history': method(historySchema, (input, { world }) => {
    const chat = world.chats.get(input.chat_id);
    if (chat === undefined) return notFound('CHAT_NOT_FOUND');
    const isForward = input.direction === 'Forward';
    const from = input.from_message_id ?? null;
    if (isForward && from === null) return refused('from_message_id is required');
    const ids = input.filter?.message_ids ?? [];
    const isIn = ({ id }: ChatMessage) =>
      from === null || (isForward ? BigInt(id) >= BigInt(from) : BigInt(id) <= BigInt(from));
    const found = chat.messages.filter((one) => isIn(one) && (ids.length === 0 || ids.includes(one.id)));
    if (!isForward) found.reverse();
    const limit = input.limit ?? 50;
    const context = { order_number: orderOf(world, chat), sku: skuOf(world, chat) };
    return jsonWithBigInts({
      has_next: found.length > limit,
      messages: found.slice(0, limit).map((one) => messageView(one, context)),
    });
  }),

  '/v1/chat/start': method(z.object({ posting_number: z.string().min(1) }), (input, { world, now }) => {
    const poor = withoutPremium(world);
    if (poor !== null) return poor;
    const posting = world.postings.get(input.posting_number);
    if (posting === undefined) return notFound('POSTING_NOT_FOUND');
    if (posting.status === 'delivered' && now - posting.changedAt > 72 * HOUR_MS)
      return refused('CHAT_START_PERIOD_IS_OVER');
    return json({ result: { chat_id: chatOf(world, posting.number, now).id } });
  }),

  '/v1/chat/send/message': method(textSchema, (input, call) =>
    sent(call, input.chat_id, { data: [input.text], isImage: false }),
  ),

  '/v1/chat/send/file': method(fileSchema, ({ chat_id, name }, call) => {
    const isImage = /\.(png|jpe?g|webp)$/i.test(name);
    const link = `(${call.baseUrl}/cdn/chats/${chat_id}/${encodeURIComponent(name)})`;
    return sent(call, chat_id, { data: [isImage ? `![]${link}` : `[${name}]${link}`], isImage });
  }),

  '/v2/chat/read': method(readSchema, (input, { world }) => {
    const poor = withoutPremium(world);
    if (poor !== null) return poor;
    const chat = world.chats.get(input.chat_id);
    if (chat === undefined) return notFound('CHAT_NOT_FOUND');
    const upTo = input.from_message_id ?? chat.messages.at(-1)?.id ?? '0';
    for (const message of chat.messages) if (BigInt(message.id) <= BigInt(upTo)) message.isRead = true;
    return json({ unread_count: unreadOf(chat).length });
  }),
};

function sent(
  { world, now }: ApiCall,
  id: string,
  content: { readonly data: string[]; readonly isImage: boolean },
): ApiReply {
  const poor = withoutPremium(world);
  if (poor !== null) return poor;
  const chat = world.chats.get(id);
  if (chat === undefined) return notFound('CHAT_NOT_FOUND');
  if (chat.status === 'CLOSED') return refused('CHAT_IS_CLOSED');
  const posting = world.postings.get(chat.posting);
  const isLate = posting?.status === 'delivered' && now - posting.changedAt > 72 * HOUR_MS;
  const asked = chat.messages.findLast(({ author }) => author === 'Customer');
  if (isLate && (asked === undefined || now - asked.at > 48 * HOUR_MS))
    return refused('CHAT_SEND_PERIOD_IS_OVER');
  writeMessage(world, chat, { author: 'Seller', at: now, ...content });
  return json({ result: 'success' });
}

function withoutPremium({ subscription }: World): ApiRefusal | null {
  if (subscription === 'PREMIUM_PLUS' || subscription === 'PREMIUM_PRO') return null;
  return refusal(403, 7, 'Premium Plus or Premium Pro subscription is required');
}

const keyOf = ({ createdAt, id }: Chat) => `${String(createdAt).padStart(15, '0')} ${id}`;
const unreadOf = ({ messages }: Chat) => messages.filter(({ isRead }) => !isRead);
const orderOf = (world: World, chat: Chat) => world.postings.get(chat.posting)?.orderNumber ?? '';
const skuOf = (world: World, chat: Chat) => String(world.postings.get(chat.posting)?.lines[0]?.sku ?? '');

function chatView(chat: Chat) {
  const unread = unreadOf(chat);
  return {
    chat: {
      created_at: timeText(chat.createdAt),
      chat_id: chat.id,
      chat_status: chat.status,
      chat_type: chat.type,
    },
    first_unread_message_id: unread[0]?.id ?? '',
    last_message_id: chat.messages.at(-1)?.id ?? '',
    unread_count: unread.length,
  };
}

function messageView(message: ChatMessage, context: object) {
  const { id, author, at, data, isImage, isRead } = message;
  return {
    message_id: BigInt(id),
    // The document's own example writes it with a Cyrillic С.
    user: { id: author === 'Seller' ? '7' : '115568', type: author === 'Customer' ? 'Сustomer' : author },
    created_at: timeText(at),
    is_read: isRead,
    is_image: isImage,
    ...(isImage ? { moderate_image_status: 'SUCCESS' } : {}),
    data,
    context,
  };
}
