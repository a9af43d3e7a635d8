import { randomUUID } from 'node:crypto';
import type { World } from '../world/world.ts';
import { type Chat, type ChatMessage, messageId } from './chat.ts';

/** The chat of a posting's order; a new one where there is none. `now` in epoch ms. */
export function chatOf(world: World, posting: string, now: number): Chat {
  for (const chat of world.chats.values()) if (chat.posting === posting) return chat;
  const chat: Chat = {
    ...{ id: randomUUID(), status: 'OPENED', type: 'BUYER_SELLER', createdAt: now, posting, messages: [] },
  };
  world.chats.set(chat.id, chat);
  return chat;
}

/** Adds a message to a chat and answers its id. What the seller writes is read by the seller. */
export function writeMessage(
  world: World,
  chat: Chat,
  message: Pick<ChatMessage, 'author' | 'at' | 'data'> & { readonly isImage?: boolean },
): string {
  let count = 0;
  for (const { messages } of world.chats.values()) count += messages.length;
  const id = messageId(count);
  const { author, at, data, isImage = false } = message;
  chat.messages.push({ id, author, at, data, isImage, isRead: author === 'Seller' });
  return id;
}
