import type { ListedCard } from '#domain/catalogue/listed-card.ts';
import type { ShopId } from '#domain/ids.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { dropCardsBefore, keepCards } from '../database/catalogue-cards.ts';
import { catalogueReadingOf, keepCatalogueReading } from '../database/catalogue-readings.ts';
import { transaction } from '../database/transaction.ts';
import { reportFailure } from '../report-failure.ts';
import type { CardPage, CataloguePort } from './catalogue-port.ts';
import type { ShopAnswer, ShopFailure } from './seller-account.ts';
import type { ShopLink } from './shop-link.ts';

export type CatalogueReaderOptions = {
  readonly shop: ShopId;
  readonly db: BenchDatabase;
  readonly account: { readonly catalogue: Pick<CataloguePort, 'listCards' | 'readCards'> };
  readonly link: Pick<ShopLink, 'call'>;
  /** Told after each page that is on disk, and at the end. */
  readonly onProgress: () => void;
  /** Epoch ms. */
  readonly now: () => number;
};

/** Brings the seller's products in, page by page in the background, while somebody wants to see them. */
export type CatalogueReader = {
  /**
   * Begins a reading, or goes on with one that was broken off; nothing happens while one is under way. `isWanted` reads anew
   * however fresh the last one is.
   */
  read(isWanted: boolean): void;
  /** Reads some products anew, as something of theirs has just changed; null where the shop does not answer. */
  readCards(ids: readonly ListedCard['id'][]): ShopAnswer<readonly ListedCard[]>;
  isReading(): boolean;
  /** Why the last reading broke off; null where it did not. */
  failure(): ShopFailure | null;
  close(): Promise<void>;
};

/** A list that never ends is a fault of the shop's; 5,000 pages are a million products. */
const pagesMax = 5_000;
/** What was read as a whole this short ago is not read again by itself, ms. */
const freshForMs = 3_600_000;
/** What was broken off this long ago is not gone on with, ms. */
const forgottenAfterMs = 21_600_000;

export function createCatalogueReader(options: CatalogueReaderOptions): CatalogueReader {
  const { shop, db, account, link, now } = options;
  const abort = new AbortController();
  let running: Promise<void> | null = null;
  let failure: ShopFailure | null = null;

  async function readAll(): Promise<void> {
    for (let page = 0; page < pagesMax; page += 1) {
      const at = catalogueReadingOf(db, shop);
      if (at === null || at.endedAt !== null || abort.signal.aborted) return;
      const from = { cursor: at.cursor, isArchived: at.isArchivedPart };
      const answer = await link.call(() => account.catalogue.listCards(from, abort.signal));
      if (abort.signal.aborted) return;
      if (!answer.ok) {
        failure = answer.error;
        // A place in the list that the shop does not know any more leads nowhere: the next reading begins at the front.
        const isDeadEnd = answer.error.code === 'refused' || answer.error.code === 'malformed';
        if (isDeadEnd && at.cursor !== null) keepCatalogueReading(db, { ...at, endedAt: now() });
        return;
      }
      transaction(db, () => takeOver(answer.value));
      options.onProgress();
    }
  }

  function takeOver({ cards, unread, nextCursor, total }: CardPage): void {
    const before = catalogueReadingOf(db, shop);
    if (before === null) return;
    keepCards(db, shop, cards, { reading: before.reading, at: now() });
    const isPartOver = nextCursor === null;
    const isOver = isPartOver && before.isArchivedPart;
    const isFirstPage = before.cursor === null;
    keepCatalogueReading(db, {
      ...before,
      cards: before.cards + cards.length,
      unread: before.unread + unread,
      total: isFirstPage && total !== null ? (before.total ?? 0) + total : before.total,
      cursor: nextCursor,
      isArchivedPart: before.isArchivedPart || isPartOver,
      endedAt: isOver ? now() : null,
      wholeAt: isOver ? now() : before.wholeAt,
    });
    // A card that could not be read this time is not gone.
    if (isOver && before.unread + unread === 0) dropCardsBefore(db, shop, before.reading);
  }

  return {
    read(isWanted) {
      if (running !== null || abort.signal.aborted) return;
      const last = catalogueReadingOf(db, shop);
      const isOver = last === null || last.endedAt !== null || now() - last.begunAt >= forgottenAfterMs;
      const isFresh = last?.wholeAt != null && now() - last.wholeAt < freshForMs;
      if (isOver && isFresh && !isWanted) return;
      failure = null;
      if (isOver) {
        keepCatalogueReading(db, {
          ...{ shop, reading: (last?.reading ?? 0) + 1, begunAt: now(), endedAt: null },
          ...{ wholeAt: last?.wholeAt ?? null, isArchivedPart: false, cursor: null },
          ...{ cards: 0, unread: 0, total: null },
        });
      }
      running = readAll()
        .catch((cause) => reportFailure('catalogue', cause))
        .finally(() => {
          running = null;
          if (!abort.signal.aborted) options.onProgress();
        });
    },
    async readCards(ids) {
      const answer = await link.call(() => account.catalogue.readCards(ids, abort.signal));
      if (!answer.ok || abort.signal.aborted) return answer;
      const reading = catalogueReadingOf(db, shop)?.reading ?? 0;
      transaction(db, () => keepCards(db, shop, answer.value, { reading, at: now() }));
      return answer;
    },
    isReading: () => running !== null,
    failure: () => failure,
    async close() {
      abort.abort();
      await running;
    },
  };
}
