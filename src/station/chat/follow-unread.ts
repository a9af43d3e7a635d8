import { guarded } from '../guarded.ts';
import { reportFailure } from '../report-failure.ts';
import type { ChatPort } from '../shop/chat-port.ts';
import type { ShopLink } from '../shop/shop-link.ts';

export type FollowUnreadOptions = {
  readonly port: Pick<ChatPort, 'countUnread'>;
  readonly link: Pick<ShopLink, 'call' | 'state'>;
  /** The key may read chats, as far as is known. */
  readonly mayRead: () => boolean;
  /** Told when the count is another one, or `ask` brought news. */
  readonly onNews: () => void;
  /** Epoch ms. */
  readonly now: () => number;
  /** How often it is looked whether it is time, ms. */
  readonly everyMs?: number;
};

/** How many messages wait for the seller. */
export type UnreadFollower = {
  /** 0 until the shop has said. */
  count(): number;
  /** Something was written or read: asks soon, however often it is called. */
  ask(): void;
  close(): Promise<void>;
};

/** Between two questions that nothing gave reason for, ms. */
const POLL_MS = 60_000;
/** Between two questions at all: a hundred notifications in a second are one question. */
const LEAST_MS = 5_000;
/** A shop that does not let this key ask is asked again after this time, ms. */
const REFUSED_MS = 3_600_000;

/** Asks the shop for the count of unread messages, gently: once a minute, and soon after there was a reason. */
export function followUnread(options: FollowUnreadOptions): UnreadFollower {
  const { port, link, now } = options;
  const abort = new AbortController();
  let count = 0;
  let askedAt = Number.NEGATIVE_INFINITY;
  let restUntil = Number.NEGATIVE_INFINITY;
  let isAsked = false;
  let asking: Promise<void> | null = null;

  async function look(): Promise<void> {
    const hasReason = isAsked;
    isAsked = false;
    askedAt = now();
    const answer = await link.call(() => port.countUnread(abort.signal));
    if (abort.signal.aborted) return;
    if (!answer.ok && answer.error.code === 'refused') restUntil = now() + REFUSED_MS;
    const before = count;
    if (answer.ok) count = answer.value;
    if (hasReason || count !== before) options.onNews();
  }

  const timer = setInterval(
    guarded('chats', () => {
      const sinceMs = now() - askedAt;
      if (asking !== null || now() < restUntil || sinceMs < (isAsked ? LEAST_MS : POLL_MS)) return;
      if (!options.mayRead() || link.state().state !== 'online') return;
      asking = look()
        .catch((cause) => reportFailure('chats', cause))
        .finally(() => {
          asking = null;
        });
    }),
    options.everyMs ?? 1_000,
  );
  return {
    count: () => count,
    ask() {
      isAsked = true;
    },
    async close() {
      clearInterval(timer);
      abort.abort();
      await asking;
    },
  };
}
