import { z } from 'zod';
import type { ShopId } from '#domain/ids.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { findCard } from '../database/catalogue-cards.ts';
import {
  endProductChange,
  isOutdated,
  markProductChangeSent,
  openStockChanges,
  type ProductChange,
  putOffProductChange,
  stockLastSentAt,
} from '../database/product-changes.ts';
import { raiseTask } from '../database/tasks.ts';
import { transaction } from '../database/transaction.ts';
import { reportFailure } from '../report-failure.ts';
import type { CataloguePort, ItemTrouble, StockRow } from './catalogue-port.ts';
import type { ShopFailure } from './seller-account.ts';
import type { ShopLink } from './shop-link.ts';

export type StockWriterOptions = {
  readonly shop: ShopId;
  readonly db: BenchDatabase;
  readonly account: { readonly catalogue: Pick<CataloguePort, 'readStocks' | 'writeStocks'> };
  readonly link: Pick<ShopLink, 'call'>;
  /** Told when something came of a change. */
  readonly onChange: () => void;
  /** Epoch ms. */
  readonly now: () => number;
};

/** Sends the stocks that leads have set, each pair of product and warehouse no oftener than the shop takes it. */
export type StockWriter = {
  /** Looks at once whether something can go. */
  kick(): void;
  /** Ends once everything that can go now has gone; for tests and for the end. */
  settled(): Promise<void>;
  close(): Promise<void>;
};

const atOnce = 100;
/** The shop takes a pair once in 30 s; its seconds are not ours. */
const pairPauseMs = 31_000;
/** What did not go out this soon is compared with the shop first: somebody may have changed it there meanwhile, ms. */
const freshForMs = 60_000;
const attemptsMax = 6;
const pauseMs = 5_000;
const pauseMostMs = 600_000;
/** Batches that one look sends: 5,000 wishes are the most that wait. */
const batchesMax = 60;

const Count = z.int().min(0);

export function createStockWriter(options: StockWriterOptions): StockWriter {
  const { shop, db, account, link, now } = options;
  const abort = new AbortController();
  let running: Promise<void> | null = null;
  let isAskedAgain = false;
  let timer: NodeJS.Timeout | null = null;
  // What was on its way when the bench stopped may have arrived: it is compared with the shop before it goes again.
  for (const change of openStockChanges(db, shop))
    if (change.outcome === 'sending') putOffProductChange(db, change.seq, now(), change.words ?? '');

  async function work(): Promise<void> {
    for (let batch = 0; batch < batchesMax && !abort.signal.aborted; batch += 1) {
      const due = dueNow();
      if (due.length === 0) return;
      const sendable = await compared(due);
      if (sendable.length > 0) await send(sendable);
      options.onChange();
    }
  }

  /** The moment from which a change may go: not before its own, and not before the shop takes its pair again. */
  function dueAt(change: ProductChange): number {
    const last = stockLastSentAt(db, change);
    return Math.max(change.nextAt, last === null ? 0 : last + pairPauseMs);
  }

  function dueNow(): readonly ProductChange[] {
    const due: ProductChange[] = [];
    for (const change of openStockChanges(db, shop)) {
      // Each takes a look at the database: no more of them than one request holds.
      if (due.length === atOnce) break;
      if (change.outcome === 'waiting' && change.nextAt <= now() && dueAt(change) <= now()) due.push(change);
    }
    return due;
  }

  /** Those that may be sent as they are; the others are settled by what the shop has, or put off. */
  async function compared(due: readonly ProductChange[]): Promise<readonly ProductChange[]> {
    const isDoubtful = ({ attempts, askedAt }: ProductChange) => attempts > 0 || now() - askedAt > freshForMs;
    const doubtful = due.filter(isDoubtful);
    if (doubtful.length === 0) return due;
    const skus = doubtful.flatMap(({ card }) => findCard(db, shop, card)?.card.sku ?? []);
    const answer = await link.call(() => account.catalogue.readStocks([...new Set(skus)], abort.signal));
    if (abort.signal.aborted) return [];
    if (!answer.ok) {
      for (const change of due) putOff(change, answer.error);
      return [];
    }
    return due.filter((change) => !isDoubtful(change) || !isSettledBy(change, answer.value));
  }

  function isSettledBy(change: ProductChange, rows: readonly StockRow[]): boolean {
    const row = rows.find(({ card, warehouse }) => card === change.card && warehouse === change.warehouse);
    // A pair that the shop does not list has never had a stock.
    const free = row?.free ?? 0;
    if (free === wantedOf(change)) {
      end(change, 'done', null);
      return true;
    }
    const seen = change.seen === null ? null : Count.parse(JSON.parse(change.seen));
    if (seen === null || free === seen) return false;
    end(change, change.attempts > 0 ? 'unknown' : 'refused', `CHANGED_MEANWHILE: ${free}`);
    return true;
  }

  async function send(changes: readonly ProductChange[]): Promise<void> {
    transaction(db, () => {
      for (const { seq } of changes) markProductChangeSent(db, seq, now());
    });
    const wishes = changes.map((change) => ({
      ...{ card: change.card, warehouse: change.warehouse, free: wantedOf(change) },
    }));
    const answer = await link.call(() => account.catalogue.writeStocks(wishes, abort.signal));
    transaction(db, () => {
      for (const [index, change] of changes.entries()) {
        const sent = { ...change, attempts: change.attempts + 1 };
        if (!answer.ok) afterFailure(sent, answer.error);
        else afterAnswer(sent, answer.value[index] ?? null);
      }
    });
  }

  function afterAnswer(change: ProductChange, trouble: ItemTrouble): void {
    if (trouble === null) return end(change, 'done', null);
    const words = `${trouble.code}: ${trouble.words}`;
    if (!trouble.isForNow) return end(change, 'refused', words);
    again(change, now() + pairPauseMs, words);
  }

  function afterFailure(change: ProductChange, failure: ShopFailure): void {
    switch (failure.code) {
      case 'retry':
        return again(change, now() + waitMs(change, failure), failure.detail);
      case 'unknown':
        return again(change, now() + pairPauseMs, failure.detail);
      case 'refused':
        return end(change, 'refused', `${failure.shopCode}: ${failure.detail}`);
      default:
        return end(change, 'refused', failure.detail);
    }
  }

  function waitMs({ attempts }: ProductChange, failure: ShopFailure): number {
    const asked = failure.code === 'retry' ? (failure.afterMs ?? 0) : 0;
    return Math.min(pauseMostMs, Math.max(asked, pauseMs * 2 ** Math.min(attempts, 8)));
  }

  /** Before it was sent at all: it waits as long as it takes. */
  function putOff(change: ProductChange, failure: ShopFailure): void {
    const isForNow = failure.code === 'retry' || failure.code === 'unknown' || failure.code === 'malformed';
    if (!isForNow) return afterFailure(change, failure);
    putOffProductChange(db, change.seq, now() + waitMs(change, failure), failure.detail);
  }

  /** A newer wish is never overtaken by an older one, and nothing is tried for ever. */
  function again(change: ProductChange, at: number, words: string): void {
    if (isOutdated(db, change)) return end(change, 'replaced', words);
    if (change.attempts >= attemptsMax) return end(change, 'unknown', words);
    putOffProductChange(db, change.seq, at, words);
  }

  function end(
    change: ProductChange,
    outcome: 'done' | 'refused' | 'unknown' | 'replaced',
    words: string | null,
  ): void {
    endProductChange(db, change.seq, { outcome, words, at: now() });
    if (outcome !== 'unknown') return;
    raiseTask(db, { kind: 'stock-unknown', subject: change.offer, detail: { words }, at: now() });
  }

  function planNext(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (abort.signal.aborted) return;
    const next = openStockChanges(db, shop)
      .filter(({ outcome }) => outcome === 'waiting')
      .reduce<number | null>(
        (soonest, change) => Math.min(soonest ?? Number.MAX_SAFE_INTEGER, dueAt(change)),
        null,
      );
    if (next !== null) timer = setTimeout(kick, Math.min(pauseMostMs, Math.max(100, next - now())));
  }

  function kick(): void {
    if (abort.signal.aborted) return;
    if (running !== null) {
      isAskedAgain = true;
      return;
    }
    isAskedAgain = false;
    running = work()
      .catch((cause) => reportFailure('stocks', cause))
      .finally(() => {
        running = null;
        if (isAskedAgain) kick();
        else planNext();
      });
  }

  return {
    kick,
    async settled() {
      // Asked again while it worked, it works once more; a person does not ask that often.
      for (let turn = 0; turn < batchesMax && running !== null; turn += 1) await running;
    },
    async close() {
      abort.abort();
      if (timer !== null) clearTimeout(timer);
      await running;
    },
  };
}

function wantedOf(change: ProductChange): number {
  return Count.parse(JSON.parse(change.wanted));
}
