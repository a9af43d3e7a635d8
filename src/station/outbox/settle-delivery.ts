import { PostingNumber } from '#domain/ids.ts';
import { contentsOf, type Session } from '#domain/packing/session.ts';
import { contentsKey, type SessionEvent } from '#domain/packing/session-event.ts';
import type { Posting } from '#domain/posting/posting.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { markDone, markParked, type OutboxRow, unfinishedOutboxOf } from '../database/outbox.ts';
import { upsertPostings } from '../database/postings.ts';
import { findOpenTask, raiseTask, resolveTask } from '../database/tasks.ts';
import { transaction } from '../database/transaction.ts';
import type { Bench } from '../packing/bench.ts';
import type { OutboxPayload } from './outbox-payload.ts';
import type { FinalDelivery } from './sender.ts';

/** Our own word, among the shop's: it shipped other packages than those on the bench. */
const packagesDiffer = 'PACKAGES_DIFFER';
const noteMax = 500;

export type SettleOptions = { readonly db: BenchDatabase; readonly bench: Bench; readonly now: () => number };

/** Makes the end of a delivery fact: the outbox row and the session's event in one transaction. */
export function settleDelivery(
  options: SettleOptions,
  row: OutboxRow,
  payload: OutboxPayload,
  delivery: FinalDelivery,
): void {
  const { db, bench } = options;
  const posting = PostingNumber.parse(row.subject);
  const known = bench.sessionOf(posting);
  const events = known === null ? [] : eventsFor(known.session, payload, delivery);
  const rows = () => {
    writeRows(options, row, delivery);
    const odd = events.find((event) => event.type === 'ship-refused' && delivery.kind === 'done');
    if (odd?.type === 'ship-refused') raiseRefusal(options, row.subject, odd.shopCode, odd.detail);
  };
  if (known === null || events.length === 0) transaction(db, rows);
  else bench.happen(known.id, events, 'shop', rows);
}

function writeRows({ db, now }: SettleOptions, { id, subject }: OutboxRow, delivery: FinalDelivery): void {
  switch (delivery.kind) {
    case 'done':
      markDone(db, id, now());
      if (delivery.shipped.length > 0) upsertPostings(db, delivery.shipped, now());
      dropRefusal({ db, now }, subject);
      return;
    case 'cancelled':
      for (const owed of unfinishedOutboxOf(db, subject)) markDone(db, owed.id, now());
      raiseTask(db, { kind: 'cancelled-after-packing', subject, detail: {}, at: now() });
      return;
    case 'parked': {
      markParked(db, id, `${delivery.shopCode}: ${delivery.detail}`);
      raiseRefusal({ db, now }, subject, delivery.shopCode, delivery.detail);
    }
  }
}

function raiseRefusal(
  { db, now }: Pick<SettleOptions, 'db' | 'now'>,
  subject: string,
  shopCode: string,
  words: string,
): void {
  raiseTask(db, { kind: 'shop-refused', subject, detail: { shopCode, words }, at: now() });
}

/** A lead's second try went through: nothing is left to decide. */
function dropRefusal({ db, now }: Pick<SettleOptions, 'db' | 'now'>, subject: string): void {
  const task = findOpenTask(db, 'shop-refused', subject);
  if (task !== null) resolveTask(db, task, 'station', 'done', now());
}

function eventsFor(session: Session, payload: OutboxPayload, delivery: FinalDelivery): SessionEvent[] {
  switch (delivery.kind) {
    case 'cancelled':
      return session.status.kind === 'cancelled' ? [] : [{ type: 'cancelled-by-shop' }];
    case 'parked':
      return refusedEvents(session, delivery.shopCode, delivery.detail);
    case 'done':
      return payload.kind === 'ship' ? shippedEvents(session, delivery.shipped) : [];
  }
}

/** Packages that the shop did not ship as they were packed get no label until a person has looked at them. */
function shippedEvents(session: Session, shipped: readonly Posting[]): SessionEvent[] {
  const packages = matchPackages(session, shipped);
  const event: SessionEvent = { type: 'shipped', packages };
  if (packages.length === session.packages.length) return [event];
  const detail = shipped.map((posting) => `${posting.number}: ${contentsKey(posting.lines)}`).join('; ');
  return [event, ...refusedEvents(session, packagesDiffer, detail)];
}

function refusedEvents(session: Session, shopCode: string, detail: string): SessionEvent[] {
  const refused: SessionEvent = { type: 'ship-refused', shopCode, detail };
  const note = detail.slice(0, noteMax);
  return session.status.kind === 'open'
    ? [refused, { type: 'held', reason: 'shop-refused', note }]
    : [refused];
}

/**
 * Which of the shop's postings is which package: by contents, as the shop promises no order; equal contents are
 * interchangeable until a label is on them. A package that no posting of the shop's holds gets none: a label on other
 * goods than it speaks of is a wrong parcel.
 */
function matchPackages(
  session: Session,
  shipped: readonly Posting[],
): Extract<SessionEvent, { type: 'shipped' }>['packages'] {
  const free = [...shipped];
  const matched = new Map<number, Posting>();
  for (const parcel of session.packages) {
    const contents = contentsKey(contentsOf(parcel));
    const index = free.findIndex((posting) => contentsKey(posting.lines) === contents);
    const [posting] = index === -1 ? [] : free.splice(index, 1);
    if (posting !== undefined) matched.set(parcel.n, posting);
  }
  return [...matched]
    .sort(([a], [b]) => a - b)
    .map(([n, { number, labelBarcodes }]) => ({ n, shopPosting: number, labelBarcodes }));
}
