import { type BenchFile, type ShopConfig, shopIdOf } from '#contract/bench-file.ts';
import type { PostingNumber, ShopId } from '#domain/ids.ts';
import { leaveOtherShops } from '../database/other-shops.ts';
import { shopOfPosting } from '../database/shop-of-posting.ts';
import { tryTransaction } from '../database/transaction.ts';
import { reportFailure } from '../report-failure.ts';
import type { SecretKeeper } from '../station-options.ts';
import { type ConnectedShop, connectShop, type ShopOptions } from './connected-shop.ts';

/** The shops that the bench file names, each connected while there is a key for it. */
export type LiveShops = {
  /** Connects, or connects anew, each shop that is another than before or has another key; the others are left alone. */
  readonly reopen: () => Promise<void>;
  /** Those that are connected, in the order of the bench file. */
  readonly connected: () => readonly ConnectedShop[];
  /** Null while that shop is not connected. */
  readonly byId: (id: ShopId) => ConnectedShop | null;
  /**
   * The shop that a posting, or a package with a number of its own, belongs to; null while that one is not connected. Of a
   * number that nobody here knows it is the only shop, where there is but one.
   */
  readonly of: (number: PostingNumber) => ConnectedShop | null;
  readonly close: () => Promise<void>;
};

export type LiveShopsOptions = Omit<ShopOptions, 'config' | 'apiKey'> & {
  readonly benchFile: () => BenchFile;
  readonly secrets: SecretKeeper;
};

type Held = { readonly key: string; readonly shop: ConnectedShop | null };

/** Holds the connections to the bench file's shops. */
export function createLiveShops({ benchFile, secrets, ...rest }: LiveShopsOptions): LiveShops {
  const { db, publisher } = rest;
  const held = new Map<ShopId, Held>();
  let reopening: Promise<void> = Promise.resolve();

  const keyOf = ({ apiKey, clientId }: ShopConfig) =>
    apiKey ?? secrets.apiKeyOf(clientId, benchFile().shops.length <= 1);

  /** A new key for the same account counts, too: the old one may have expired. How it is called does not. */
  function wantedKey(named: ShopConfig): string {
    const { name: _, ...config } = named;
    return JSON.stringify([config, keyOf(named)]);
  }

  async function reopenOne(config: ShopConfig): Promise<void> {
    const id = shopIdOf(config);
    const key = wantedKey(config);
    const before = held.get(id);
    if (before?.key === key) return;
    await before?.shop?.close();
    held.delete(id);
    const apiKey = keyOf(config);
    const shop = apiKey === null ? null : connectShop({ ...rest, config, apiKey });
    held.set(id, { key, shop });
  }

  function leaveOthers(ids: readonly ShopId[]): void {
    const left = tryTransaction(db, () => leaveOtherShops(db, ids));
    if (!left.ok) reportFailure('queue', left.error.detail);
    else if (left.value > 0) publisher.publish('changed', { list: 'queue' });
  }

  async function reopenAll(): Promise<void> {
    const configs = benchFile().shops;
    const ids = configs.map(shopIdOf);
    const gone = [...held].filter(([id]) => !ids.includes(id));
    for (const [id] of gone) held.delete(id);
    await Promise.all(gone.map(([, { shop }]) => shop?.close()));
    if (ids.length + gone.length > 0) leaveOthers(ids);
    // One that cannot be connected keeps none of the others away.
    const opened = await Promise.allSettled(configs.map(reopenOne));
    const failed = opened.find((one) => one.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }

  const byId = (id: ShopId) => held.get(id)?.shop ?? null;

  return {
    reopen() {
      // One after the other, so that no account is ever at work twice.
      reopening = reopening.then(reopenAll, reopenAll);
      return reopening;
    },
    connected: () => benchFile().shops.flatMap((config) => byId(shopIdOf(config)) ?? []),
    byId,
    of(number) {
      const known = shopOfPosting(db, number);
      if (known !== null) return byId(known);
      const [only, ...others] = benchFile().shops;
      return only === undefined || others.length > 0 ? null : byId(shopIdOf(only));
    },
    async close() {
      await Promise.all([...held.values()].map(({ shop }) => shop?.close()));
    },
  };
}

/** Labels may come: the shop answers, or nothing says yet that it does not, and its key is good for them. */
export function mayLabel(shop: Pick<ConnectedShop, 'link' | 'missingFeatures'> | null): boolean {
  const state = shop?.link.state().state ?? 'none';
  return (
    shop !== null &&
    state !== 'offline' &&
    state !== 'unauthorized' &&
    !shop.missingFeatures().some((feature) => feature === 'labels' || feature === 'shipping')
  );
}
