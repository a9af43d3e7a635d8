import { PostingNumber } from '#domain/ids.ts';
import { mayTakeOut, takeOutRefused } from '#domain/packing/refused-markings.ts';
import type { Session } from '#domain/packing/session.ts';
import type { SessionEvent } from '#domain/packing/session-event.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import {
  markDone,
  markParked,
  type OutboxRow,
  supersedeOutbox,
  unfinishedOutboxOf,
} from '../database/outbox.ts';
import { upsertPostings } from '../database/postings.ts';
import { findOpenTask, raiseTask, resolveTask } from '../database/tasks.ts';
import { transaction } from '../database/transaction.ts';
import type { Bench } from '../packing/bench.ts';
import { matchPackages } from './match-packages.ts';
import type { OutboxPayload } from './outbox-payload.ts';
import type { FinalDelivery } from './sender.ts';

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
  const takenOut = known === null ? null : unitsToTakeOut(known.session, delivery);
  if (known !== null && takenOut !== null) {
    // The packer scans other units, and what is owed then is owed anew.
    const giveUp = () => {
      markParked(db, row.id, 'MARKING_CODES_REFUSED');
      supersedeOutbox(db, posting, options.now());
    };
    bench.happen(known.id, [takenOut], 'shop', giveUp);
    return;
  }
  const events = known === null ? [] : eventsFor(known.session, payload, delivery);
  const rows = () => writeRows(options, row, delivery);
  if (known === null || events.length === 0) transaction(db, rows);
  else bench.happen(known.id, events, 'shop', rows);
}

/** Refused marking codes of a posting that has no label yet are the packer's own affair: those units come out again. */
function unitsToTakeOut(session: Session, delivery: FinalDelivery) {
  if (delivery.kind !== 'parked' || delivery.codes === undefined || !mayTakeOut(session)) return null;
  return takeOutRefused(session, delivery.codes);
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
      const { shopCode, detail: words } = delivery;
      markParked(db, id, `${shopCode}: ${words}`);
      raiseTask(db, { kind: 'shop-refused', subject, detail: { shopCode, words }, at: now() });
    }
  }
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
    case 'done': {
      const packages = payload.kind === 'ship' ? matchPackages(payload.packages, delivery.shipped) : null;
      return packages === null ? [] : [{ type: 'shipped', packages }];
    }
  }
}

function refusedEvents(session: Session, shopCode: string, detail: string): SessionEvent[] {
  const refused: SessionEvent = { type: 'ship-refused', shopCode, detail };
  const note = detail.slice(0, noteMax);
  return session.status.kind === 'open'
    ? [refused, { type: 'held', reason: 'shop-refused', note }]
    : [refused];
}
