import type { PostingNumber } from '#domain/ids.ts';
import type { Session } from '#domain/packing/session.ts';
import { contentsKey, type SessionEvent } from '#domain/packing/session-event.ts';
import type { Posting, PostingStatus } from '#domain/posting/posting.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { packedAs } from '../database/find-postings.ts';
import { supersedeOutbox, unfinishedOutboxOf } from '../database/outbox.ts';
import { getPosting } from '../database/posting-record.ts';
import type { PostingChange } from '../database/postings.ts';
import { unfinishedSessions } from '../database/sessions.ts';
import { wasShippedAsPart } from '../database/shop-actions.ts';
import { raiseTask } from '../database/tasks.ts';
import type { Bench } from './bench.ts';

/** Our own word, among the shop's: somebody else has shipped what is being packed here. */
const shippedAlready = 'ALREADY_SHIPPED';

export type ShopChangesOptions = {
  readonly db: BenchDatabase;
  readonly bench: Bench;
  readonly now: () => number;
};

/**
 * What the shop changed reaches the sessions: a cancellation stops a posting wherever it stands, one that was shipped by
 * somebody else is held before it gets a label, other lines have it packed anew, a new cutoff shows at once. Facts of packing are never undone; a parcel that is packed already becomes a
 * person's task. The posting on the bench is compared with what the shop said last each time, so that nothing depends
 * on a change having been noticed when it came.
 */
export function applyShopChanges(options: ShopChangesOptions, changes: readonly PostingChange[]): void {
  for (const change of changes) if (change.kind === 'changed') catchUp(options, change.number);
  const onBench = options.bench.onBench?.session.posting;
  if (onBench !== undefined) catchUp(options, onBench);
  if (changes.length > 0) options.bench.refreshPosting();
}

/** At a start: what the shop had said and no session had heard yet when the station ended. */
export function catchUpWithShop(options: ShopChangesOptions): void {
  for (const { posting } of unfinishedSessions(options.db)) catchUp(options, posting);
}

function catchUp({ db, bench, now }: ShopChangesOptions, number: PostingNumber): void {
  const posting = getPosting(db, number)?.posting;
  const known = bench.sessionOf(number);
  if (posting === undefined) return;
  if (known === null) return stopParcelOf(db, posting, now());
  const { session } = known;
  if (posting.status === 'cancelled') {
    const { kind } = session.status;
    if (kind === 'put-back' || kind === 'cancelled') return;
    const isPacked = session.packages.some((parcel) => parcel.isPacked);
    const task = () =>
      isPacked && raiseTask(db, { kind: 'cancelled-after-packing', subject: number, detail: {}, at: now() });
    bench.happen(known.id, [{ type: 'cancelled-by-shop' }], 'shop', task);
    return;
  }
  if (session.status.kind !== 'open' && session.status.kind !== 'held') return;
  const events: SessionEvent[] = [];
  if (posting.cutoffAt !== session.cutoffAt)
    events.push({ type: 'cutoff-changed', cutoffAt: posting.cutoffAt });
  const isAnew = mustStartOver(db, session, posting);
  if (isAnew) events.push({ type: 'lines-changed', lines: [...posting.lines] });
  const refusal = isShippedBySomebodyElse(db, session, posting) ? alreadyShipped(session, posting) : [];
  if (events.length + refusal.length === 0) return;
  bench.happen(known.id, [...events, ...refusal], 'shop', () => {
    if (isAnew) supersedeOutbox(db, number, now());
    const words = posting.shopStatus;
    if (refusal.length > 0)
      raiseTask(db, {
        kind: 'shop-refused',
        subject: number,
        detail: { shopCode: shippedAlready, words },
        at: now(),
      });
  });
}

/** From the second package on the shop has a posting of its own for each; nobody scans its number but on the parcel. */
function stopParcelOf(db: BenchDatabase, { number, status }: Posting, at: number): void {
  if (status === 'cancelled' && packedAs(db, number) !== number)
    raiseTask(db, { kind: 'cancelled-after-packing', subject: number, detail: {}, at });
}

const pastPacking: ReadonlySet<PostingStatus> = new Set([
  'registering',
  'packed',
  'disputed',
  'handed-over',
  'delivered',
]);

/** Another bench, the seller's cabinet, or this bench before its file was restored: nothing here asked the shop to ship. */
function isShippedBySomebodyElse(db: BenchDatabase, session: Session, posting: Posting): boolean {
  return (
    pastPacking.has(posting.status) &&
    !session.isShipRequested &&
    !session.shippedBefore &&
    session.shipRefusal?.shopCode !== shippedAlready &&
    !wasShippedAsPart(db, posting.number)
  );
}

/** No label is printed from here on; a lead decides what becomes of the goods. */
function alreadyShipped(session: Session, { shopStatus }: Posting): SessionEvent[] {
  const refused: SessionEvent = { type: 'ship-refused', shopCode: shippedAlready, detail: shopStatus };
  return session.status.kind === 'open'
    ? [refused, { type: 'held', reason: 'shop-refused', note: shopStatus }]
    : [refused];
}

/**
 * Other goods are wanted now, and the shop has shipped none of those that were packed. A request to ship that may still
 * come through is waited for; one that the shop refused is given up.
 */
function mustStartOver(db: BenchDatabase, session: Session, posting: Posting): boolean {
  if (session.isShipped || posting.status !== 'to-pack') return false;
  if (contentsKey(posting.lines) === contentsKey(session.lines)) return false;
  return unfinishedOutboxOf(db, posting.number).every((row, index) => row.state === 'parked' || index > 0);
}
