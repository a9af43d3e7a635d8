import type { PostingNumber, ShopId } from '#domain/ids.ts';
import type { Posting, PostingStatus } from '#domain/posting/posting.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { packedAs } from '../database/find-postings.ts';
import { relabelList } from '../database/packages.ts';
import { getPosting } from '../database/posting-record.ts';
import { shopOfPosting } from '../database/shop-of-posting.ts';
import { raiseTask } from '../database/tasks.ts';
import { reportFailure } from '../report-failure.ts';
import { dropLabel } from './drop-label.ts';
import { createLabelGroups, groupMax } from './label-groups.ts';
import type { LabelStore } from './label-store.ts';
import { labelTask } from './label-task.ts';
import type { TakingEnd, WantedLabel } from './take-labels.ts';

export type LabelsAheadOptions = {
  /** Whose labels these are: those of other shops are none of its business. */
  readonly shop: ShopId;
  readonly db: BenchDatabase;
  readonly store: LabelStore;
  /** Asks for the labels of several postings in one file. */
  readonly takeLabels: (wanted: readonly WantedLabel[]) => Promise<TakingEnd>;
  /** Labels that the posting on the bench will need after the one that it waits for now. */
  readonly nextOnBench: () => readonly WantedLabel[];
  readonly isOnline: () => boolean;
  /** Labels that were missed are here now: lists on the screen are out of date. */
  readonly onFetched: () => void;
  /** Epoch ms. */
  readonly now: () => number;
};

/**
 * Fetches labels before anybody waits for them, so that they print without a network: of postings that the shop has packed
 * already, of the further packages of the posting on the bench, and of packages that went out of hand with an interim label.
 * Many in one file where that is safe, otherwise one at a time; behind everything else.
 */
export type LabelsAhead = {
  /** The shop listed these postings. */
  listed(postings: readonly Posting[]): void;
  /** Goes on fetching; called now and then. */
  work(): void;
};

/** A shift's worth, and the next poll names whoever was left out. */
const waitingMax = 5_000;
/** No parcel of these needs a label any more. */
const ended: ReadonlySet<PostingStatus> = new Set(['handed-over', 'delivered', 'cancelled']);
/** After a full disk or the like nothing is fetched for this long, ms. */
const afterFailureMs = 30_000;

export function createLabelsAhead(options: LabelsAheadOptions): LabelsAhead {
  const { db, store, isOnline, onFetched, now } = options;
  const wanted = new Map<PostingNumber, WantedLabel>();
  const groups = createLabelGroups(now);
  let pausedUntil = 0;
  let busy = false;

  function want(label: WantedLabel): void {
    if (wanted.size < waitingMax && !store.has(label.number) && store.isDue(label.number))
      wanted.set(label.number, label);
  }

  function drop(number: PostingNumber): void {
    wanted.delete(number);
    groups.forget(number);
  }

  /** Who is next: whoever's package is packed and waits, then the most urgent. No more than one file may hold. */
  function due(): readonly WantedLabel[] {
    const urgent = [...options.nextOnBench(), ...waitingForRelabel()];
    for (const label of urgent) want(label);
    const found = new Map<PostingNumber, WantedLabel>();
    for (const label of [...urgent, ...wanted.values()]) {
      if (found.size >= groupMax) break;
      if (!wanted.has(label.number) || found.has(label.number) || !store.isDue(label.number)) continue;
      if (store.has(label.number)) drop(label.number);
      else found.set(label.number, label);
    }
    return [...found.values()];
  }

  function waitingForRelabel(): readonly WantedLabel[] {
    return relabelList(db).flatMap(({ shopPosting }) => {
      if (shopPosting === null || store.has(shopPosting)) return [];
      if (shopOfPosting(db, shopPosting) !== options.shop) return [];
      const labelBarcodes = getPosting(db, shopPosting)?.posting.labelBarcodes ?? [];
      return [{ number: shopPosting, labelBarcodes }];
    });
  }

  function work(): void {
    if (busy || now() < pausedUntil || !isOnline()) return;
    const labels = due();
    const group = groups.next(labels);
    if (group !== null) return begin(fetchGroup(group));
    const alone = labels.find((label) => groups.isAlone(label));
    const one = alone ?? (groups.isUnderWay() ? undefined : labels[0]);
    if (one !== undefined) begin(fetchOne(one));
  }

  function begin(fetching: Promise<boolean>): void {
    busy = true;
    void fetching
      .catch((cause: unknown) => {
        pausedUntil = now() + afterFailureMs;
        reportFailure('label ahead', cause);
        return false;
      })
      .then((hasMore) => {
        busy = false;
        if (hasMore) work();
      })
      // Of a bench that was closed meanwhile nothing can be read any more.
      .catch((cause: unknown) => reportFailure('label ahead', cause));
  }

  /** True where the next file need not wait for somebody to look. */
  async function fetchGroup(group: readonly WantedLabel[]): Promise<boolean> {
    const end = await options.takeLabels(group);
    groups.ended(group, end);
    const taken = end.kind === 'read' ? end.taken : [];
    for (const number of taken) drop(number);
    if (taken.length > 0) onFetched();
    return taken.length > 0;
  }

  async function fetchOne({ number, labelBarcodes }: WantedLabel): Promise<boolean> {
    wanted.delete(number);
    const label = await store.fetch(number, labelBarcodes, { isAhead: true });
    if (label.ok) {
      groups.forget(number);
      onFetched();
      return false;
    }
    const { error } = label;
    const isForGood = error.code === 'refused' || error.code === 'unprintable';
    // A posting that was not packed here may have no label of the shop's at all, and nobody waits for it.
    const isWaitedFor = relabelList(db).some(({ shopPosting }) => shopPosting === number);
    if (isForGood && isWaitedFor) raiseTask(db, labelTask(packedAs(db, number), error, now()));
    return false;
  }

  return {
    listed(postings) {
      for (const { number, status, labelBarcodes } of postings)
        if (status === 'packed') want({ number, labelBarcodes });
        else {
          drop(number);
          if (ended.has(status)) dropLabel(db, number);
        }
    },
    work,
  };
}
