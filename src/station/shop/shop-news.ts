import type { BenchFile } from '#contract/bench-file.ts';
import type { StationEvents } from '#contract/events.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { countPostings } from '../database/posting-queue.ts';
import type { StationPublisher } from '../station-events.ts';
import type { ConnectedShop } from './connected-shop.ts';

export type ShopNewsOptions = {
  readonly db: BenchDatabase;
  readonly publisher: StationPublisher;
  readonly benchFile: () => BenchFile;
  readonly shop: () => Pick<ConnectedShop, 'link' | 'reader'> | null;
};

/**
 * Returns the function that tells how the bench stands with its shop, called where that may have changed: the link's state,
 * the first whole reading of the queue, and what later readings add to it or take away.
 */
export function createShopNews({ db, publisher, benchFile, shop }: ShopNewsOptions): () => void {
  let told = '';
  return function tell() {
    const connected = shop();
    const { state, detail } = connected?.link.state() ?? {
      state: 'none' as const,
      detail: benchFile().shop === undefined ? 'no-shop' : 'no-key',
    };
    const lastReadAt = connected?.reader.lastReadAt() ?? null;
    const news: StationEvents['shop'] = { state, detail, queued: countPostings(db, 'queued'), lastReadAt };
    // Every later reading has another moment, which alone is no news.
    const isNews = JSON.stringify({ ...news, lastReadAt: lastReadAt !== null });
    if (isNews === told) return;
    told = isNews;
    publisher.publish('shop', news);
  };
}
