/** So long after a parcel has come may a seller write to its buyer unasked (Ozon, /v1/chat/send/message). */
export const UNASKED_MS = 72 * 3_600_000;
/** So long may a seller answer what a buyer wrote after that. */
export const ANSWER_MS = 48 * 3_600_000;

/** What is known of when the parcels of a chat's order came: a shop does not always say it to the hour. */
export type Arrival =
  /** One of them at least has not come yet. */
  | { readonly kind: 'not-yet' }
  /** The last of them came between these two moments, epoch ms. */
  | { readonly kind: 'between'; readonly from: number; readonly to: number }
  | { readonly kind: 'unknown' };

/**
 * Whether a seller may write to a buyer now. `open`: yes, until `sureUntil` at least (epoch ms; null: no end is in sight). `perhaps`:
 * the shop decides. `closed`: no, until the buyer writes again; `since` is when the last right to write ended at the latest.
 */
export type ReplyWindow =
  | {
      readonly state: 'open';
      readonly sureUntil: number | null;
      readonly why: 'not-come' | 'just-come' | 'buyer-wrote';
    }
  | { readonly state: 'perhaps' }
  | { readonly state: 'closed'; readonly since: number };

/**
 * The rule of Ozon's chats for parcels of the seller's own warehouse: free until 72 h after they came, later only within
 * 48 h of the buyer's last message. `lastAskedAt` is when the buyer wrote last, null for never; all times epoch ms.
 */
export function replyWindow(facts: {
  readonly arrival: Arrival;
  readonly lastAskedAt: number | null;
  readonly now: number;
}): ReplyWindow {
  const { arrival, lastAskedAt, now } = facts;
  if (arrival.kind === 'not-yet') return { state: 'open', sureUntil: null, why: 'not-come' };
  const answerUntil = lastAskedAt === null ? Number.NEGATIVE_INFINITY : lastAskedAt + ANSWER_MS;
  const unaskedUntil = arrival.kind === 'between' ? arrival.from + UNASKED_MS : Number.NEGATIVE_INFINITY;
  const sureUntil = Math.max(answerUntil, unaskedUntil);
  if (now < sureUntil)
    return { state: 'open', sureUntil, why: unaskedUntil >= answerUntil ? 'just-come' : 'buyer-wrote' };
  if (arrival.kind === 'unknown' || now < arrival.to + UNASKED_MS) return { state: 'perhaps' };
  return { state: 'closed', since: Math.max(answerUntil, arrival.to + UNASKED_MS) };
}
