import type { PostingNumber } from '#domain/ids.ts';
import type { Posting } from '#domain/posting/posting.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { packedAs } from '../database/find-postings.ts';
import { relabelList } from '../database/packages.ts';
import { getPosting } from '../database/posting-record.ts';
import { raiseTask } from '../database/tasks.ts';
import { reportFailure } from '../report-failure.ts';
import type { LabelStore } from './label-store.ts';
import { labelTask } from './label-task.ts';

export type LabelsAheadOptions = {
  readonly db: BenchDatabase;
  readonly store: LabelStore;
  readonly isOnline: () => boolean;
  /** A label that was missed is here now: lists on the screen are out of date. */
  readonly onFetched: () => void;
  /** Epoch ms. */
  readonly now: () => number;
};

/**
 * Fetches labels before anybody waits for them: of postings that the shop has packed already, so that they print
 * without a network, and of packages that went out of hand with an interim label. One at a time, behind everything else.
 */
export type LabelsAhead = {
  /** The shop listed these postings. */
  listed(postings: readonly Posting[]): void;
  /** Goes on fetching; called now and then. */
  work(): void;
};

const waitingMax = 500;
/** After a full disk or the like nothing is fetched for this long, ms. */
const afterFailureMs = 30_000;

export function createLabelsAhead({ db, store, isOnline, onFetched, now }: LabelsAheadOptions): LabelsAhead {
  const wanted = new Map<PostingNumber, readonly string[]>();
  let pausedUntil = 0;
  let busy = false;

  function want(number: PostingNumber, labelBarcodes: readonly string[]): void {
    if (wanted.size < waitingMax && !store.has(number) && store.isDue(number))
      wanted.set(number, labelBarcodes);
  }

  function work(): void {
    if (busy || now() < pausedUntil || !isOnline()) return;
    for (const { shopPosting } of relabelList(db)) {
      if (shopPosting === null || store.has(shopPosting)) continue;
      want(shopPosting, getPosting(db, shopPosting)?.posting.labelBarcodes ?? []);
    }
    const [next] = wanted;
    if (next === undefined) return;
    wanted.delete(next[0]);
    busy = true;
    void fetch(next[0], next[1]);
  }

  async function fetch(number: PostingNumber, labelBarcodes: readonly string[]): Promise<void> {
    try {
      const label = await store.fetch(number, labelBarcodes);
      if (label.ok) return onFetched();
      const { error } = label;
      const isForGood = error.code === 'refused' || error.code === 'unprintable';
      // A posting that was not packed here may have no label of the shop's at all, and nobody waits for it.
      const isWaitedFor = relabelList(db).some(({ shopPosting }) => shopPosting === number);
      if (isForGood && isWaitedFor) raiseTask(db, labelTask(packedAs(db, number), error, now()));
    } catch (cause) {
      pausedUntil = now() + afterFailureMs;
      reportFailure('label ahead', cause);
    } finally {
      busy = false;
    }
  }

  return {
    listed(postings) {
      for (const { number, status, labelBarcodes } of postings)
        if (status === 'packed') want(number, labelBarcodes);
    },
    work,
  };
}
