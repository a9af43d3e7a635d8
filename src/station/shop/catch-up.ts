import type { ShopId } from '#domain/ids.ts';
import type { Posting } from '#domain/posting/posting.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { isKnownPosting } from '../database/find-postings.ts';
import {
  lastChangesReadingAt,
  lastWholeReadingAt,
  noteCatchUp,
  noteChangesReading,
  unfinishedCatchUp,
} from '../database/shop-readings.ts';
import { rereadableTransaction } from '../database/transaction.ts';
import { meeting } from './meeting.ts';
import type { SellerAccount, SetAside } from './seller-account.ts';
import type { ShopLink } from './shop-link.ts';
import { lanesMax, walkPages } from './walk-pages.ts';

export type CatchUpOptions = {
  readonly db: BenchDatabase;
  readonly shop: ShopId;
  readonly account: SellerAccount;
  readonly link: ShopLink;
  readonly takeOver: (postings: readonly Posting[], setAside: readonly SetAside[]) => Promise<void>;
  readonly signal: AbortSignal;
  /** Epoch ms. */
  readonly now: () => number;
};

/** A walk that never ends is a fault of the shop's: 5,000 pages are half a million postings. */
const pagesMax = 5_000;

/**
 * Brings in what changed at the shop since it was last read, however long that is ago: cancelled, handed over and delivered
 * ones too, which no queue holds any more. How far it has come is kept after each page, so an outage in the middle costs
 * one page, and a power cut few. `false` when it did not come to the end; `'denied'` where the key may not read it.
 */
export async function catchUp(options: CatchUpOptions): Promise<boolean | 'denied'> {
  const { db, shop, account, link, now, signal } = options;
  const since = lastChangesReadingAt(db, shop) ?? lastWholeReadingAt(db, shop);
  const begun =
    unfinishedCatchUp(db, shop) ?? (since === null ? null : { since, begunAt: now(), cursors: [null] });
  // A bench that has never read its shop has missed nothing.
  if (begun === null) return true;
  const end = await walkPages({
    ...{ from: begun.cursors, pagesMax, lanesMax, isMet: meeting() },
    read: (cursor) => link.call(() => account.listChanges({ cursor, changedSince: begun.since }, signal)),
    fork: (cursor) => account.forkCursor(cursor),
    takeOver: async ({ postings, setAside }, open) => {
      if (signal.aborted) return;
      await options.takeOver(
        postings.filter((posting) => concernsBench(db, posting)),
        setAside,
      );
      // Lost in a power cut, it costs a page or two that are read again.
      if (open.length > 0)
        rereadableTransaction(db, () => noteCatchUp(db, shop, { ...begun, cursors: open }));
    },
  });
  if (signal.aborted) return false;
  if (end.kind === 'failed') {
    const isDenied = end.error.code === 'refused';
    // A cursor of another version is of no use: the walk begins anew with the next poll.
    if (isDenied || (end.error.code === 'malformed' && end.cursor !== null)) noteCatchUp(db, shop, null);
    return isDenied ? 'denied' : false;
  }
  noteCatchUp(db, shop, null);
  noteChangesReading(db, shop, begun.begunAt);
  return true;
}

/** What is past packing and was never here needs no row. */
function concernsBench(db: BenchDatabase, { number, status }: Posting): boolean {
  const isPast = status === 'handed-over' || status === 'delivered' || status === 'cancelled';
  return !isPast || isKnownPosting(db, number);
}
