import { z } from 'zod';
import { PostingNumber } from '#domain/ids.ts';
import { isRecord, textOrNumber } from '../wire/fields.ts';

/** What a notification of Ozon's asks for. A posting's message is only a hint: the posting itself is read from the shop. */
export type PushMessage =
  | { readonly kind: 'ping' }
  | {
      readonly kind: 'posting';
      readonly type: string;
      readonly sellerId: string;
      readonly posting: PostingNumber;
    }
  /** Of a kind that changes nothing here, or that is not known. */
  | { readonly kind: 'other'; readonly type: string; readonly sellerId: string };

/** Those that tell of a posting of the seller's own warehouse (Ozon, push notifications). */
const POSTING_TYPES: ReadonlySet<string> = new Set([
  'TYPE_NEW_POSTING',
  'TYPE_POSTING_CANCELLED',
  'TYPE_STATE_CHANGED',
  'TYPE_CUTOFF_DATE_CHANGED',
  'TYPE_DELIVERY_DATE_CHANGED',
]);

const Message = z.object({
  message_type: z.string().min(1).max(100),
  seller_id: textOrNumber,
  posting_number: PostingNumber.optional().catch(undefined),
});

/** Reads a notification; null where it is none. A posting's message without its number is none either. */
export function readPushMessage(body: unknown): PushMessage | null {
  if (!isRecord(body)) return null;
  const message = Message.safeParse(body);
  if (!message.success) return null;
  const { message_type: type, seller_id: sellerId, posting_number: posting } = message.data;
  if (type === 'TYPE_PING') return { kind: 'ping' };
  if (!POSTING_TYPES.has(type)) return { kind: 'other', type, sellerId };
  return posting === undefined ? null : { kind: 'posting', type, sellerId, posting };
}
