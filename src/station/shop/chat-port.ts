import type { Arrival } from '#domain/chat/reply-window.ts';
import type { PostingNumber } from '#domain/ids.ts';
import type { ShopAnswer } from './seller-account.ts';

/** A chat as the shop lists it. */
export type Chat = {
  readonly id: string;
  /** With a buyer, or with the shop's own people and machines. */
  readonly kind: 'buyer' | 'shop';
  readonly isOpen: boolean;
  /** Epoch ms; null where the shop does not say. */
  readonly createdAt: number | null;
  readonly unread: number;
  /** Null where nothing was written yet. */
  readonly lastMessage: string | null;
};

export const chatAuthors = ['buyer', 'seller', 'shop', 'courier', 'support'] as const;
export type ChatAuthor = (typeof chatAuthors)[number];

/** One message; its text is what a stranger wrote, in Markdown. */
export type ChatMessage = {
  readonly id: string;
  readonly author: ChatAuthor;
  /** Epoch ms; null where the shop does not say. */
  readonly at: number | null;
  readonly text: string;
  readonly isPicture: boolean;
  readonly isRead: boolean;
  /** How the shop's look at a picture ended, where it looks. */
  readonly check: 'passed' | 'running' | 'failed' | null;
};

/** What a chat says, newest first; `order` is the order that it is about, "" where the shop does not say. */
export type ChatHistory = {
  readonly messages: readonly ChatMessage[];
  readonly order: string;
  readonly hasMore: boolean;
  /** Messages that could not be understood. */
  readonly unread: number;
};

/** The postings of an order, and when they came. */
export type ChatOrder = { readonly postings: readonly PostingNumber[]; readonly arrival: Arrival };

/**
 * What buyers and the seller write to each other. A right that the key or the seller's subscription lacks is `refused` with the
 * shopCode `NO_RIGHT`, never `unauthorized`: the rest of the bench works on.
 */
export interface ChatPort {
  /** Does the seller's subscription let the seller write? Null where the shop does not say. */
  mayWrite(signal?: AbortSignal): ShopAnswer<boolean | null>;
  /** The chats, and how many messages are unread in all; `isAll` is false where there are more than one asks for. */
  listChats(
    which: { readonly isUnreadOnly: boolean },
    signal?: AbortSignal,
  ): ShopAnswer<{ readonly chats: readonly Chat[]; readonly isAll: boolean; readonly unread: number }>;
  /** How many messages are unread. */
  countUnread(signal?: AbortSignal): ShopAnswer<number>;
  /** The newest messages, or those before one; `size` at most 1000. */
  getHistory(
    chat: string,
    from: { readonly before: string | null; readonly size: number },
    signal?: AbortSignal,
  ): ShopAnswer<ChatHistory>;
  /** The postings of an order. */
  getOrder(order: string, signal?: AbortSignal): ShopAnswer<ChatOrder>;
  /** Begins a chat with the buyer of a posting; answers the chat. Asked once. */
  start(posting: PostingNumber, signal?: AbortSignal): ShopAnswer<string>;
  /** Sends 1 to 1000 characters. Asked once: after `unknown` the history says whether it arrived. */
  sendText(chat: string, text: string, signal?: AbortSignal): ShopAnswer<void>;
  /** Sends a file; the same holds. */
  sendFile(
    chat: string,
    file: { readonly name: string; readonly bytes: Uint8Array },
    signal?: AbortSignal,
  ): ShopAnswer<void>;
  /** Marks a message and those before it as read; again changes nothing. */
  markRead(chat: string, upTo: string, signal?: AbortSignal): ShopAnswer<void>;
}
