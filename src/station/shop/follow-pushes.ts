import type { PostingNumber } from '#domain/ids.ts';
import { guarded } from '../guarded.ts';
import { reportFailure } from '../report-failure.ts';
import type { ConnectedShop } from './connected-shop.ts';
import { parseJson } from './ozon/parse-json.ts';
import { readPushMessage } from './ozon/push/push-message.ts';
import { openPushSpool } from './ozon/push/push-spool.ts';

export type FollowPushesOptions = {
  readonly home: string;
  readonly clientId: () => string | null;
  readonly shop: () => Pick<ConnectedShop, 'reader'> | null;
  /** Epoch ms. */
  readonly now: () => number;
  /** How often it is looked, ms; every second unless told. */
  readonly everyMs?: number;
};

/** So many postings are read at a time; the rest waits for the next look. */
const atOnce = 50;

/**
 * Reads the postings that the shop's notifications name, as they come in: a message is only a hint, so that one that
 * is late, repeated or in the wrong order changes nothing. While the shop does not answer they wait; the queue is polled
 * all the same, as notifications get lost.
 */
export function followPushes(options: FollowPushesOptions): { close(): Promise<void> } {
  const spool = openPushSpool(options.home, options.now);
  let looking: Promise<void> | null = null;

  async function look(): Promise<void> {
    const shop = options.shop();
    if (shop === null) return;
    const named = new Map<PostingNumber, string[]>();
    for (const name of await spool.waiting()) {
      const posting = await postingOf(name);
      if (posting === null) await spool.remove(name);
      else named.set(posting, [...(named.get(posting) ?? []), name]);
      if (named.size >= atOnce) break;
    }
    for (const [posting, names] of named) {
      if (!(await shop.reader.readPosting(posting))) return;
      for (const name of names) await spool.remove(name);
    }
  }

  /** The posting that a notification is about; null for those of another seller's and what nobody can read. */
  async function postingOf(name: string): Promise<PostingNumber | null> {
    const text = await spool.read(name);
    if (text === null) return null;
    const parsed = parseJson(text);
    const message = parsed.ok ? readPushMessage(parsed.value) : null;
    if (message?.kind !== 'posting') return null;
    const isOwn = message.sellerId === '' || message.sellerId === options.clientId();
    return isOwn ? message.posting : null;
  }

  const timer = setInterval(
    guarded('push', () => {
      looking ??= look()
        .catch((cause) => reportFailure('push', cause))
        .finally(() => {
          looking = null;
        });
    }),
    options.everyMs ?? 1_000,
  );
  return {
    async close() {
      clearInterval(timer);
      await looking;
    },
  };
}
