import { type BenchFile, shopIdOf } from '#contract/bench-file.ts';
import type { StationEvents } from '#contract/events.ts';
import type { ShopId } from '#domain/ids.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { countPostings, countQueuedOf } from '../database/posting-queue.ts';
import type { StationPublisher } from '../station-events.ts';
import type { LiveShops } from './live-shops.ts';

export type ShopNewsOptions = {
  readonly db: BenchDatabase;
  readonly publisher: StationPublisher;
  readonly benchFile: () => BenchFile;
  readonly shops: Pick<LiveShops, 'byId'>;
};

/**
 * Returns the function that tells how the bench stands with each of its shops, called where that may have changed: a link's
 * state, the first whole reading of a queue, and what later readings add to it or take away.
 */
export function createShopNews({ db, publisher, benchFile, shops }: ShopNewsOptions): () => void {
  const told = new Map<ShopId | null, string>();

  function newsOf(shop: ShopId): StationEvents['shop'] {
    const connected = shops.byId(shop);
    const { state, detail } = connected?.link.state() ?? { state: 'none' as const, detail: 'no-key' };
    const lastReadAt = connected?.reader.lastReadAt() ?? null;
    return { shop, state, detail, queued: countQueuedOf(db, shop), lastReadAt };
  }

  function tell(news: StationEvents['shop']): void {
    // Every later reading has another moment, which alone is no news.
    const isNews = JSON.stringify({ ...news, lastReadAt: news.lastReadAt !== null });
    if (isNews === told.get(news.shop)) return;
    told.set(news.shop, isNews);
    publisher.publish('shop', news);
  }

  return function tellAll() {
    const ids = benchFile().shops.map(shopIdOf);
    for (const shop of told.keys())
      if (shop === null ? ids.length > 0 : !ids.includes(shop)) told.delete(shop);
    for (const shop of ids) tell(newsOf(shop));
    if (ids.length === 0)
      tell({
        ...{ shop: null, state: 'none', detail: 'no-shop' },
        ...{ queued: countPostings(db, 'queued'), lastReadAt: null },
      });
  };
}
