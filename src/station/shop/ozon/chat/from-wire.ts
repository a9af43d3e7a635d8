import type { Chat, ChatAuthor, ChatMessage } from '../../chat-port.ts';
import type { WireChat, WireMessage } from './wire.ts';

/** A chat as the port names it. */
export function chatFromWire({ chat, unread_count, last_message_id }: WireChat): Chat {
  return {
    id: chat.chat_id,
    // `Buyer_Seller` in the words of the document, `BUYER_SELLER` in its answers.
    kind: chat.chat_type.toUpperCase() === 'BUYER_SELLER' ? 'buyer' : 'shop',
    isOpen: chat.chat_status.toUpperCase() !== 'CLOSED',
    createdAt: chat.created_at,
    unread: unread_count,
    lastMessage: last_message_id,
  };
}

/** A message as the port names it. */
export function messageFromWire(row: WireMessage): ChatMessage {
  return {
    id: row.message_id,
    author: authorOf(row.user.type),
    at: row.created_at,
    text: row.data.join('\n'),
    isPicture: row.is_image,
    isRead: row.is_read,
    check: CHECKS[row.moderate_image_status] ?? null,
  };
}

const CHECKS: Readonly<Record<string, ChatMessage['check']>> = {
  SUCCESS: 'passed',
  MODERATION: 'running',
  FAILED: 'failed',
};

const AUTHORS: Readonly<Record<string, ChatAuthor>> = {
  customer: 'buyer',
  seller: 'seller',
  courier: 'courier',
  support: 'support',
};

/** Ozon's document writes `Customer` with a Cyrillic С in places; unknown ones are the shop's own. */
function authorOf(type: string): ChatAuthor {
  return AUTHORS[type.trim().toLowerCase().replace(/^с/, 'c')] ?? 'shop';
}
