import type { Language } from '#contract/language.ts';
import type { PostingNumber, SessionId, ShopId } from '#domain/ids.ts';
import type { LabelRoute } from '#domain/labels/printer-route.ts';
import { type Package, packageAwaitingLabel, phaseOf, type Session } from '#domain/packing/session.ts';
import type { InterimReason } from '#domain/packing/session-event.ts';
import { err, type Result } from '#domain/result.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import type { PreparedBytes } from '../database/labels.ts';
import { getPrintJob } from '../database/print-jobs.ts';
import type { StoredBytes } from '../database/stored-bytes.ts';
import { raiseTask } from '../database/tasks.ts';
import type { LabelWorkshop } from '../labels/label-workshop.ts';
import type { Bench } from '../packing/bench.ts';
import { reportFailure } from '../report-failure.ts';
import { interimBytes } from './interim-bytes.ts';
import { type LabelPrinting, unaskedWithinMs } from './label-printing.ts';
import type { LabelFailure, LabelStore } from './label-store.ts';
import { type LabelFailureForGood, labelTask } from './label-task.ts';

export type LabelDeskOptions = {
  readonly db: BenchDatabase;
  readonly bench: Bench;
  readonly store: LabelStore;
  readonly printing: LabelPrinting;
  readonly workshop: LabelWorkshop;
  /** The printer that a label of our own, which fits any paper, comes out of now. */
  readonly anyRoute: () => LabelRoute;
  readonly language: () => Language;
  readonly benchName: () => string;
  readonly labelWaitMs: () => number;
  /** Does this shop answer at present? */
  readonly isOnline: (shop: ShopId) => boolean;
  readonly isPrinterReady: (device: string) => boolean;
  /** Epoch ms. */
  readonly now: () => number;
};

const askAgainMs = 1_000;
/** A label usually takes the shop a second or two, and whoever waits longer is asked for less often, ms. */
const askSoonestMs = 300;
const askLatestMs = 10_000;
const afterFailureMs = 5_000;

/**
 * Sees to it that the package in hand gets its label: fetches, prints, falls back to an interim label. `attend` looks
 * at where the session stands and does the one next thing; it is called after every change and now and then, so
 * nothing depends on a step having been remembered.
 */
export type LabelDesk = { attend(): void };

export function createLabelDesk(options: LabelDeskOptions): LabelDesk {
  const { bench, store, printing, now } = options;
  /** The one piece of work in hand; the desk serves one package at a time. */
  let busy: Promise<void> | null = null;
  let waiting: { readonly key: string; readonly sinceAt: number } | null = null;
  let askNotBefore = 0;
  let pausedUntil = 0;

  function begin(work: Promise<void>): void {
    busy = work.catch(pause).then(() => {
      busy = null;
      attend();
    });
  }

  /** A full disk or a thread that died: the same step is tried again, but not at once. */
  function pause(cause: unknown): void {
    pausedUntil = now() + afterFailureMs;
    reportFailure('label', cause);
  }

  function attend(): void {
    try {
      doNextThing();
    } catch (cause) {
      pause(cause);
    }
  }

  function doNextThing(): void {
    const onBench = bench.onBench;
    if (now() < pausedUntil || busy !== null || onBench === null || phaseOf(onBench.session) !== 'labelling')
      return;
    const { id, session } = onBench;
    const parcel = packageAwaitingLabel(session);
    if (parcel === null) return;
    switch (parcel.label.state) {
      case 'none':
        return obtain(id, session, parcel);
      case 'ready':
        return begin(printReady(id, session, parcel));
      case 'queued':
        return begin(printing.recover(id, parcel, parcel.label.job));
      case 'not-sent':
        return retryWhenBack(id, session, parcel, parcel.label.job);
      case 'unprintable':
      case 'sent':
      case 'doubtful':
      case 'verified':
    }
  }

  /** Waits for the shop to ship, fetches the label, and gives up on it in favour of an interim one in time. */
  function obtain(id: SessionId, session: Session, parcel: Package): void {
    const key = `${id}/${parcel.n}`;
    if (waiting?.key !== key) waiting = { key, sinceAt: now() };
    if (session.shipRefusal !== null) return;
    const shopPosting = parcel.shopPosting;
    const here = shopPosting === null ? null : store.prepared(shopPosting);
    if (here !== null) return ready(id, parcel, here);
    const isOnlyToBeDrawn = shopPosting !== null && store.has(shopPosting);
    if (!isOnlyToBeDrawn && !options.isOnline(session.shop)) return chooseInterim(id, parcel, 'offline');
    if (!isOnlyToBeDrawn && now() - waiting.sinceAt > options.labelWaitMs())
      return chooseInterim(id, parcel, 'late');
    if (shopPosting === null || now() < askNotBefore) return;
    begin(fetch(id, session, parcel, shopPosting));
  }

  function ready(id: SessionId, parcel: Package, bytes: PreparedBytes): void {
    bench.happen(
      id,
      [{ type: 'label-ready', package: parcel.n, sha256: bytes.sha256, codes: [...bytes.codes] }],
      'station',
    );
  }

  function chooseInterim(id: SessionId, parcel: Package, why: InterimReason): void {
    bench.happen(id, [{ type: 'interim-chosen', package: parcel.n, why }], 'station');
  }

  async function fetch(
    id: SessionId,
    session: Session,
    parcel: Package,
    shopPosting: PostingNumber,
  ): Promise<void> {
    const label = await store.fetch(shopPosting, parcel.labelBarcodes);
    if (!isStillOwed(id, parcel.n)) return;
    if (label.ok) return ready(id, parcel, label.value);
    const waitedMs = waiting === null ? 0 : now() - waiting.sinceAt;
    askNotBefore = now() + Math.min(askLatestMs, Math.max(askSoonestMs, waitedMs / 10));
    const { error } = label;
    if (error.code === 'refused')
      bench.happen(id, [{ type: 'interim-chosen', package: parcel.n, why: 'refused' }], 'station', () =>
        raiseLabelTask(session.posting, error),
      );
    if (error.code === 'unprintable') giveUp(id, session, parcel, error);
  }

  function giveUp(id: SessionId, session: Session, parcel: Package, failure: LabelFailureForGood): void {
    const reason = failure.code === 'refused' ? failure.shopCode : failure.reason;
    bench.happen(id, [{ type: 'label-unprintable', package: parcel.n, reason }], 'station', () =>
      raiseLabelTask(session.posting, failure),
    );
  }

  function raiseLabelTask(posting: PostingNumber, failure: LabelFailureForGood): void {
    raiseTask(options.db, labelTask(posting, failure, now()));
  }

  function isStillOwed(id: SessionId, n: number): boolean {
    const onBench = bench.onBench;
    if (onBench?.id !== id || phaseOf(onBench.session) !== 'labelling') return false;
    const owed = packageAwaitingLabel(onBench.session);
    return owed?.n === n && owed.label.state === 'none';
  }

  function routeOf({ isInterim, shopPosting }: Package): LabelRoute {
    return isInterim || shopPosting === null ? options.anyRoute() : store.routeOf(shopPosting);
  }

  async function printReady(id: SessionId, session: Session, parcel: Package): Promise<void> {
    const route = routeOf(parcel);
    const drawn = parcel.isInterim
      ? await interimBytes({ ...options, target: () => route.target }, session, parcel)
      : await ownBytes(parcel);
    // A cancellation may have come meanwhile: nothing is printed for a posting that is not to be shipped.
    const current = bench.onBench;
    if (current?.id !== id || phaseOf(current.session) !== 'labelling') return;
    // These bytes are for that printer alone, and another may have taken over while they were made.
    if (routeOf(parcel).device !== route.device) return;
    if (drawn.ok) return printing.print(id, parcel, drawn.value, route.device);
    const { error } = drawn;
    if (error.code === 'unprintable' || error.code === 'refused') return giveUp(id, session, parcel, error);
    pausedUntil = now() + askAgainMs;
  }

  async function ownBytes(parcel: Package): Promise<Result<StoredBytes, LabelFailure>> {
    if (parcel.shopPosting === null) return err({ code: 'not-ready' });
    return store.fetch(parcel.shopPosting, parcel.labelBarcodes);
  }

  /** The time counts from the first refusal, which a restart does not make younger. */
  function retryWhenBack(id: SessionId, session: Session, parcel: Package, job: string): void {
    const key = `${id}/${parcel.n}/not-sent`;
    if (waiting?.key !== key) waiting = { key, sinceAt: getPrintJob(options.db, job)?.createdAt ?? now() };
    const isReady = options.isPrinterReady(routeOf(parcel).device);
    if (!isReady || now() - waiting.sinceAt > unaskedWithinMs || now() < askNotBefore) return;
    askNotBefore = now() + askAgainMs;
    begin(printReady(id, session, parcel));
  }

  return { attend };
}
