import type { PostingNumber } from '#domain/ids.ts';
import { guarded } from '../guarded.ts';
import { reportFailure } from '../report-failure.ts';
import type { ConnectedShop } from './connected-shop.ts';
import { type GatheredPushes, gatherPushes, type NamedHint } from './gather-pushes.ts';
import { parseJson } from './ozon/parse-json.ts';
import { type PushHint, readPushMessage } from './ozon/push/push-message.ts';
import { openPushSpool, sellerOf } from './ozon/push/push-spool.ts';

export type FollowPushesOptions = {
  readonly home: string;
  /** The sellers whose shops this bench has; null while that shop is not connected. */
  readonly sellers: () => ReadonlyMap<string, PushedShop | null>;
  /** The seller of a posting, where this bench knows it. */
  readonly sellerOf: (posting: PostingNumber) => string | null;
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
 * Does what the shops' notifications ask for, as they come in: a message is only a hint, so that one that is late, repeated or in the wrong
 * order changes nothing. While a shop does not answer its own wait; its queue is polled all the same, as notifications get lost.
 */
export function followPushes(options: FollowPushesOptions): { close(): Promise<void> } {
  const spool = openPushSpool(options.home, options.now);
  /** By the seller in the name, so that a shop that is slow to answer holds up none of the others. */
  const looking = new Map<string, Promise<void>>();
  let listing: Promise<void> | null = null;

  async function look(): Promise<void> {
    const names = Map.groupBy(await spool.waiting(), sellerOf);
    for (const [seller, waiting] of names) {
      if (looking.has(seller)) continue;
      const work = lookAt(waiting.slice(0, atOnce))
        .catch((cause) => reportFailure('push', cause))
        .finally(() => looking.delete(seller));
      looking.set(seller, work);
    }
  }

  async function lookAt(names: readonly string[]): Promise<void> {
    const sellers = options.sellers();
    const hints = new Map<PushedShop, NamedHint[]>();
    for (const name of names) {
      const hint = await hintOf(name);
      const seller = hint === null ? null : sellerIn(hint, sellers);
      const shop = seller === null ? undefined : sellers.get(seller);
      if (hint === null || shop === undefined) await spool.remove(name);
      else if (shop !== null) hints.set(shop, [...(hints.get(shop) ?? []), { name, hint }]);
    }
    for (const [shop, theirs] of hints) await act(gatherPushes(theirs), shop);
  }

  /** Whom a message is for. One that names nobody says so by its posting, or else is for the only seller. */
  function sellerIn(
    message: PushHint & { readonly sellerId: string },
    sellers: ReadonlyMap<string, unknown>,
  ): string | null {
    if (message.sellerId !== '') return message.sellerId;
    const known = message.kind === 'posting' ? options.sellerOf(message.posting) : null;
    const [only, ...others] = sellers.keys();
    return known ?? (others.length === 0 ? (only ?? null) : null);
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

  /** What a notification asks for, and of whom; null for what nobody can read or use. */
  async function hintOf(name: string): Promise<(PushHint & { readonly sellerId: string }) | null> {
    const text = await spool.read(name);
    if (text === null) return null;
    const parsed = parseJson(text);
    const message = parsed.ok ? readPushMessage(parsed.value) : null;
    return message === null || message.kind === 'ping' || message.kind === 'other' ? null : message;
  }

  const timer = setInterval(
    guarded('push', () => {
      listing ??= look()
        .catch((cause) => reportFailure('push', cause))
        .finally(() => {
          listing = null;
        });
    }),
    options.everyMs ?? 1_000,
  );
  return {
    async close() {
      clearInterval(timer);
      await listing;
      await Promise.all(looking.values());
    },
  };
}
