import type { PostingNumber, ShopId, Sku } from '#domain/ids.ts';
import { missingAtShop, type Posting } from '#domain/posting/posting.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { unsettledButNotListed } from '../database/find-postings.ts';
import { notePostingStep } from '../database/posting-steps.ts';
import { type PostingChange, upsertPostings } from '../database/postings.ts';
import { keepSetAside } from '../database/set-asides.ts';
import { lastWholeReadingAt, noteWholeReading } from '../database/shop-readings.ts';
import { raiseTask } from '../database/tasks.ts';
import { rereadableTransaction } from '../database/transaction.ts';
import { reportFailure } from '../report-failure.ts';
import { askForMissing } from './ask-for-missing.ts';
import { catchUp } from './catch-up.ts';
import { meeting } from './meeting.ts';
import { createProductReader } from './product-reader.ts';
import type { SellerAccount, SetAside } from './seller-account.ts';
import type { ShopLink } from './shop-link.ts';
import { lanesMax, walkPages } from './walk-pages.ts';

export type ShopReaderOptions = {
  readonly shop: ShopId;
  readonly db: BenchDatabase;
  readonly account: SellerAccount;
  readonly link: ShopLink;
  readonly pollMs: number;
  /** Told of every posting that the shop listed, changed or not. */
  readonly onListed: (postings: readonly Posting[]) => void;
  /** Told of every posting that the shop changed, after it is on disk. */
  readonly onChanges: (changes: readonly PostingChange[]) => void;
  /** Told when the queue was read as a whole. */
  readonly onRead?: () => void;
  /** Told of products that are new or say something new, after they are on disk. */
  readonly onProducts: (skus: readonly Sku[]) => void;
  /** Epoch ms. */
  readonly now: () => number;
};

/** Brings in what the shop wants packed: new postings, changed cutoffs, cancellations, products. */
export type ShopReader = {
  start(): void;
  /** Reads at once instead of at the next poll; nothing happens while it reads. */
  readNow(): void;
  /** Reads one posting anew, as it has just changed at the shop. False where the shop did not answer. */
  readPosting(number: PostingNumber): Promise<boolean>;
  /** Reads products anew, as the shop says that something of them changed. False where the shop did not answer. */
  readProducts(skus: readonly Sku[]): Promise<boolean>;
  lastReadAt(): number | null;
  /** When it reads next, epoch ms; null while it reads. */
  nextReadAt(): number | null;
  close(): Promise<void>;
};

/** A list that never ends is a fault of the shop's; 5,000 pages are half a million postings. */
const pagesMax = 5_000;
/** A queue of up to this many pages is read as a whole with each poll; of a longer one what changed, */
const pagesEachPoll = 10;
/** and the whole after this time, as a cutoff that moves is no change of status, ms. */
const wholeAgainMs = 600_000;
/** What became of the parcels under way is asked for this often, ms. */
const followEveryMs = 600_000;
const askedAtOnce = 50;
/** A posting that is in no list and of which nothing new was heard is asked for again after this time, ms. */
const askAgainMs = 600_000;

export function createShopReader(options: ShopReaderOptions): ShopReader {
  const { db, shop, account, link, now } = options;
  const abort = new AbortController();
  let timer: NodeJS.Timeout | null = null;
  let reading: Promise<void> = Promise.resolve();
  let readAt: number | null = null;
  let nextReadAt: number | null = null;
  const askedAt = new Map<PostingNumber, number>();
  const listedSkus = new Set<Sku>();
  let mayCatchUp = true;
  /** Nothing says yet what the shop changed while this bench was not running. */
  let isBehind = true;
  let caughtUpAt = Number.NEGATIVE_INFINITY;
  /** When the last whole reading of this life began, epoch ms, and how long it was. */
  let wholeAt: number | null = null;
  let pagesOfWhole = 0;
  const { onProducts } = options;
  const products = createProductReader({
    ...{ shop, db, account, link, now, keepUnreadable, onProducts, signal: abort.signal },
  });

  function start(): void {
    if (abort.signal.aborted) return;
    timer = null;
    nextReadAt = null;
    reading = readAll()
      // A full disk, most likely: the next poll reads it all again.
      .catch((cause) => reportFailure('shop list', cause))
      .finally(() => {
        if (abort.signal.aborted) return;
        timer = setTimeout(start, options.pollMs);
        nextReadAt = now() + options.pollMs;
      });
  }

  async function readAll(): Promise<void> {
    // What changed comes first: a cancellation must not wait for a long queue to be read.
    if (mayCatchUp && isCatchUpDue()) {
      const caughtUp = await catchUp({ db, shop, account, link, takeOver, signal: abort.signal, now });
      if (caughtUp === 'denied') mayCatchUp = false;
      if (caughtUp === false) return;
      isBehind = false;
      caughtUpAt = now();
    }
    if (!mayCatchUp || isWholeDue()) return readWhole();
    readAt = now();
    options.onRead?.();
  }

  /**
   * After a start, with each poll while the queue is too long to be read with each, and now and then for the parcels that
   * are under way, which no queue holds.
   */
  function isCatchUpDue(): boolean {
    return isBehind || pagesOfWhole > pagesEachPoll || now() - caughtUpAt >= followEveryMs;
  }

  function isWholeDue(): boolean {
    return wholeAt === null || pagesOfWhole <= pagesEachPoll || now() - wholeAt >= wholeAgainMs;
  }

  async function readWhole(): Promise<void> {
    const begunAt = now();
    const changedSince = lastWholeReadingAt(db, shop);
    const listed = new Set<string>();
    const isMet = meeting();
    const end = await walkPages({
      ...{ from: [null], pagesMax, lanesMax, isMet },
      read: (cursor) => link.call(() => account.listUnfulfilled({ cursor, changedSince }, abort.signal)),
      fork: (cursor) => account.forkCursor(cursor),
      takeOver: async ({ postings, setAside, isFromBothEnds }) => {
        if (abort.signal.aborted) return;
        // Where two lanes meet, both read the same page.
        await takeOver(
          isFromBothEnds ? postings.filter(({ number }) => !listed.has(number)) : postings,
          setAside,
        );
        for (const posting of postings) listed.add(posting.number);
        for (const entry of setAside) listed.add(entry.subject);
      },
    });
    // What was read so far stays, the rest comes with the next poll.
    if (end.kind === 'failed' || abort.signal.aborted) return;
    readAt = now();
    options.onRead?.();
    if (end.kind === 'too-long') return;
    noteWholeReading(db, shop, begunAt);
    wholeAt = begunAt;
    pagesOfWhole = end.pages;
    await askForUnlisted(listed);
    await products.readStale([...listedSkus]);
    listedSkus.clear();
  }

  async function takeOver(postings: readonly Posting[], setAside: readonly SetAside[]): Promise<void> {
    // Products come first, so that no posting is ever in the queue without its barcodes.
    const skus = postings.flatMap((posting) => posting.lines.map((line) => line.sku));
    await products.readUnknown(skus);
    for (const sku of skus) listedSkus.add(sku);
    const changes = rereadableTransaction(db, () => {
      for (const entry of setAside) keepUnreadable(entry);
      const upserted = upsertPostings(db, postings, now());
      for (const [index, posting] of postings.entries()) follow(posting, upserted[index]?.kind ?? 'same');
      return upserted;
    });
    options.onListed(postings);
    options.onChanges(changes.filter((change) => change.kind !== 'same'));
  }

  /** What follows for a posting from what the shop says of it, within the same transaction. */
  function follow(posting: Posting, kind: PostingChange['kind']): void {
    if (kind !== 'new') notePostingStep(db, posting, now());
    if (kind === 'changed' || (kind === 'new' && missingAtShop(posting).length > 0))
      askForMissing(db, posting, now());
  }

  function keepUnreadable(entry: SetAside): void {
    if (keepSetAside(db, entry, now())) {
      raiseTask(db, {
        kind: 'posting-unreadable',
        subject: entry.subject,
        detail: { reason: entry.reason },
        at: now(),
      });
    }
  }

  /** What this bench has to do with and is in no list is asked for by number, a few at a time, longest not asked for first. */
  async function askForUnlisted(listed: ReadonlySet<string>): Promise<void> {
    const at = now();
    const unlisted = unsettledButNotListed(db, shop, listed);
    const isUnlisted = new Set(unlisted);
    for (const number of askedAt.keys()) if (!isUnlisted.has(number)) askedAt.delete(number);
    const lastAt = (number: PostingNumber) => askedAt.get(number) ?? Number.NEGATIVE_INFINITY;
    const due = unlisted.filter((number) => at - lastAt(number) >= askAgainMs);
    due.sort((one, other) => (lastAt(one) === lastAt(other) ? 0 : lastAt(one) - lastAt(other)));
    for (const number of due.slice(0, askedAtOnce)) {
      const answer = await link.call(() => account.getPosting(number, abort.signal));
      if (abort.signal.aborted) return;
      // What cannot be read now will hardly be a minute later, and must not keep the others waiting.
      if (answer.ok || answer.error.code === 'refused' || answer.error.code === 'malformed')
        askedAt.set(number, at);
      if (answer.ok) await takeOver([answer.value], []);
    }
  }

  return {
    start,
    readNow() {
      if (timer === null) return;
      clearTimeout(timer);
      start();
    },
    async readPosting(number) {
      const answer = await link.call(() => account.getPosting(number, abort.signal));
      if (abort.signal.aborted) return false;
      if (answer.ok) await takeOver([answer.value], []);
      return answer.ok || answer.error.code === 'refused' || answer.error.code === 'malformed';
    },
    readProducts: products.readAgain,
    lastReadAt: () => readAt,
    nextReadAt: () => nextReadAt,
    async close() {
      abort.abort();
      if (timer !== null) clearTimeout(timer);
      await reading;
    },
  };
}
