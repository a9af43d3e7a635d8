import { z } from 'zod';

/** One message of a chat; `id` has more digits than a double holds. `at` in epoch ms. */
export const chatMessageSchema = z.object({
  id: z.string(),
  author: z.enum(['Customer', 'Seller', 'Crm']),
  at: z.number(),
  /** Markdown. */
  data: z.array(z.string()),
  isImage: z.boolean(),
  isRead: z.boolean(),
});
export type ChatMessage = z.infer<typeof chatMessageSchema>;

/** A chat about an order; messages are in the order in which they came. */
export const chatSchema = z.object({
  id: z.string(),
  status: z.enum(['OPENED', 'CLOSED']),
  type: z.enum(['BUYER_SELLER', 'SELLER_SUPPORT']),
  createdAt: z.number(),
  posting: z.string(),
  messages: z.array(chatMessageSchema),
});
export type Chat = z.infer<typeof chatSchema>;

/** Ids of the documents' examples begin so. */
const FIRST_MESSAGE = 3_000_000_000_817_031_942n;

/** The id of the message after `count` others of the whole shop: later ones are greater. */
export function messageId(count: number): string {
  return String(FIRST_MESSAGE + BigInt(count) * 3n);
}
