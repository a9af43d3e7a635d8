import { guarded } from '../guarded.ts';
import { reportFailure } from '../report-failure.ts';
import type { ConnectedShop } from './connected-shop.ts';
import { type GatheredPushes, gatherPushes, type NamedHint } from './gather-pushes.ts';
import { parseJson } from './ozon/parse-json.ts';
import { type PushHint, readPushMessage } from './ozon/push/push-message.ts';
import { openPushSpool } from './ozon/push/push-spool.ts';

export type FollowPushesOptions = {
  readonly home: string;
  readonly clientId: () => string | null;
  readonly shop: () => PushedShop | null;
  /** Epoch ms. */
  readonly now: () => number;
  /** How often it is looked, ms; every second unless told. */
  readonly everyMs?: number;
};

/** What notifications have done at the shop's side of the bench. */
export type PushedShop = {
  readonly reader: Pick<ConnectedShop['reader'], 'readPosting'>;
  readonly chats: {
    readonly desk: Pick<ConnectedShop['chats']['desk'], 'forget'>;
    readonly unread: Pick<ConnectedShop['chats']['unread'], 'ask'>;
  };
  readonly readProductsAgain: ConnectedShop['readProductsAgain'];
  readonly ageVocabulary: ConnectedShop['ageVocabulary'];
};

/** So many notifications are taken at a time; the rest waits for the next look. */
const atOnce = 500;
/** So many postings are read for one look: a packer waits for none of them. */
const postingsAtOnce = 50;

/**
 * Does what the shop's notifications ask for, as they come in: a message is only a hint, so that one that is late, repeated or in the wrong
 * order changes nothing. While the shop does not answer they wait; the queue is polled all the same, as notifications get lost.
 */
export function followPushes(options: FollowPushesOptions): { close(): Promise<void> } {
  const spool = openPushSpool(options.home, options.now);
  let looking: Promise<void> | null = null;

  async function look(): Promise<void> {
    const shop = options.shop();
    if (shop === null) return;
    const hints: NamedHint[] = [];
    for (const name of (await spool.waiting()).slice(0, atOnce)) {
      const hint = await hintOf(name);
      if (hint === null) await spool.remove(name);
      else hints.push({ name, hint });
    }
    await act(gatherPushes(hints), shop);
  }

  /** What costs the shop nothing comes first: it must not wait for what the shop does not answer. */
  async function act(pushes: GatheredPushes, shop: PushedShop): Promise<void> {
    if (pushes.chats.size > 0) shop.chats.unread.ask();
    for (const [chat, names] of pushes.chats) {
      shop.chats.desk.forget(chat);
      await removeAll(names);
    }
    if (pushes.vocabulary.length > 0) shop.ageVocabulary();
    await removeAll(pushes.vocabulary);
    for (const [posting, names] of [...pushes.postings].slice(0, postingsAtOnce)) {
      if (!(await shop.reader.readPosting(posting))) return;
      await removeAll(names);
    }
    const { products } = pushes;
    if (products.names.length > 0 && (await shop.readProductsAgain(products)))
      await removeAll(products.names);
  }

  async function removeAll(names: readonly string[]): Promise<void> {
    for (const name of names) await spool.remove(name);
  }

  /** What a notification asks for; null for those of another seller's and what nobody can read or use. */
  async function hintOf(name: string): Promise<PushHint | null> {
    const text = await spool.read(name);
    if (text === null) return null;
    const parsed = parseJson(text);
    const message = parsed.ok ? readPushMessage(parsed.value) : null;
    if (message === null || message.kind === 'ping' || message.kind === 'other') return null;
    return message.sellerId === '' || message.sellerId === options.clientId() ? message : null;
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
