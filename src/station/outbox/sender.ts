import { backoffMs } from '#domain/backoff.ts';
import { PostingNumber } from '#domain/ids.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import {
  doubtInterruptedSends,
  markParked,
  markRetry,
  markSending,
  markSent,
  markUnknown,
  nextDue,
  nextOutboxAttemptAt,
  nextUnknown,
  type OutboxRow,
} from '../database/outbox.ts';
import { transaction } from '../database/transaction.ts';
import { reportFailure } from '../report-failure.ts';
import type { SellerAccount } from '../shop/seller-account.ts';
import type { ShopLink } from '../shop/shop-link.ts';
import type { StationPublisher } from '../station-events.ts';
import { deliver } from './deliver.ts';
import type { Delivery } from './delivery.ts';
import { OutboxPayload } from './outbox-payload.ts';

export type SenderOptions = {
  readonly db: BenchDatabase;
  readonly account: SellerAccount;
  readonly link: ShopLink;
  readonly publisher: StationPublisher;
  /** Makes a final outcome fact: marks the row and tells the session, in one transaction. */
  readonly settle: (row: OutboxRow, payload: OutboxPayload, delivery: FinalDelivery) => void;
  /** Epoch ms. */
  readonly now: () => number;
  /** In [0, 1). */
  readonly random: () => number;
};

export type FinalDelivery = Extract<Delivery, { kind: 'done' | 'parked' | 'cancelled' }>;

/** Works the outbox: in order per posting, several postings side by side, with growing pauses. */
export type Sender = {
  /** Something was owed, or the shop came back: look now. */
  kick(): void;
  close(): Promise<void>;
};

const atOnce = 4;
const unauthorizedPauseMs = 30_000;
const idleMs = 60_000;
const afterFailureMs = 5_000;
/** A row that fails this often goes to a person; with the longest pause of 10 min that is more than a shift. */
const attemptsMax = 100;

export function createSender(options: SenderOptions): Sender {
  const { db, publisher, now } = options;
  const abort = new AbortController();
  const inHand = new Map<string, Promise<void>>();
  const unwritten = new Set<string>();
  let askUnwrittenAt = 0;
  let timer: NodeJS.Timeout | null = null;

  doubtInterruptedSends(db, now());

  function kick(): void {
    if (abort.signal.aborted) return;
    noteUnwritten();
    const free = atOnce - inHand.size;
    const subjects = new Set(inHand.keys());
    const due = [...nextUnknown(db, now(), atOnce * 2), ...nextDue(db, now(), atOnce * 2)].filter(
      (row) => !subjects.has(row.subject) && !unwritten.has(row.id),
    );
    for (const row of due.slice(0, Math.max(0, free))) {
      const work = attempt(row)
        .catch((cause) => leaveForLater(row, cause))
        .finally(() => {
          inHand.delete(row.subject);
          kick();
        });
      inHand.set(row.subject, work);
    }
    sleep();
  }

  function sleep(): void {
    if (timer !== null) clearTimeout(timer);
    const next = nextOutboxAttemptAt(db);
    // What is due already and not in hand waits for a free place, which wakes us by itself.
    const waitMs = next === null ? idleMs : Math.min(idleMs, Math.max(50, next - now()));
    timer = setTimeout(kick, waitMs);
  }

  /** The outcome could not be written (a full disk, most likely): the shop is asked again once that is over. */
  function leaveForLater(row: OutboxRow, cause: unknown): void {
    reportFailure('outbox', cause);
    unwritten.add(row.id);
    askUnwrittenAt = now() + afterFailureMs;
  }

  function noteUnwritten(): void {
    if (unwritten.size === 0 || now() < askUnwrittenAt) return;
    askUnwrittenAt = now() + afterFailureMs;
    try {
      for (const id of unwritten) {
        markUnknown(db, id, now(), 'not-written');
        unwritten.delete(id);
      }
    } catch (cause) {
      reportFailure('outbox', cause);
    }
  }

  async function attempt(row: OutboxRow): Promise<void> {
    const payload = readPayload(row.payload);
    if (payload === null) {
      markParked(db, row.id, 'UNREADABLE');
      return say(row, 'parked', 'UNREADABLE');
    }
    if (row.state === 'ready' && !transaction(db, () => markSending(db, row.id))) return;
    say(row, 'sending', null);
    const { sentAt, takenAt, sends } = row;
    const delivery = await deliver(
      {
        ...{ payload, sentAt, takenAt, sends, now: now() },
        posting: PostingNumber.parse(row.subject),
        isFirst: row.attempts === 0 && row.state === 'ready',
        isVouchedFor: row.retriedAt !== null,
      },
      throughLink(row.id),
      abort.signal,
    );
    if (abort.signal.aborted) return;
    conclude(row, payload, delivery);
  }

  /** The account as this row sees it: every call through the circuit breaker, and the moment of a send on disk first. */
  function throughLink(id: string): SellerAccount {
    const { account, link } = options;
    return {
      ...account,
      getShipState: (...args) => link.call(() => account.getShipState(...args)),
      getMarkingState: (...args) => link.call(() => account.getMarkingState(...args)),
      setMarkings: (...args) => link.call(() => account.setMarkings(...args)),
      ship: (...args) =>
        link.call(() => {
          markSent(db, id, now());
          return account.ship(...args);
        }),
    };
  }

  function conclude(row: OutboxRow, payload: OutboxPayload, delivery: Delivery): void {
    switch (delivery.kind) {
      case 'done':
      case 'parked':
      case 'cancelled':
        options.settle(row, payload, delivery);
        return say(
          row,
          delivery.kind === 'parked' ? 'parked' : 'done',
          delivery.kind === 'parked' ? delivery.detail : null,
        );
      case 'in-process':
        markUnknown(db, row.id, now() + Math.max(delivery.afterMs, patienceMs(row)), 'in-process', {
          ...(delivery.isTaken ? { takenAt: now() } : {}),
        });
        return say(row, 'sending', 'in-process');
      case 'unknown':
        markUnknown(db, row.id, now() + 1_000, delivery.detail);
        return say(row, 'unknown', delivery.detail);
      case 'unauthorized':
        if (mayHaveArrived(row)) markUnknown(db, row.id, now() + unauthorizedPauseMs, delivery.detail);
        else markRetry(db, row.id, now() + unauthorizedPauseMs, delivery.detail);
        return say(row, row.state, delivery.detail);
      case 'retry':
        return again(row, payload, delivery);
    }
  }

  /** The longer the shop is at it, the less often it is asked: a tenth of the time gone by, at most half a minute. */
  function patienceMs({ sentAt }: OutboxRow): number {
    return sentAt === null ? 0 : Math.min(30_000, Math.round(Math.abs(now() - sentAt) / 10));
  }

  function again(
    row: OutboxRow,
    payload: OutboxPayload,
    delivery: Extract<Delivery, { kind: 'retry' }>,
  ): void {
    if (row.attempts >= attemptsMax) {
      options.settle(row, payload, { kind: 'parked', shopCode: 'NO_ANSWER', detail: delivery.detail });
      return say(row, 'parked', delivery.detail);
    }
    const pauseMs = Math.max(delivery.afterMs ?? 0, backoffMs(row.attempts + 1, options.random()));
    if (mayHaveArrived(row)) markUnknown(db, row.id, now() + Math.min(pauseMs, 30_000), delivery.detail);
    else markRetry(db, row.id, now() + pauseMs, delivery.detail);
    say(row, mayHaveArrived(row) ? 'unknown' : 'ready', delivery.detail);
  }

  /** What may have arrived in a try before this one is asked about again, never simply sent again. */
  function mayHaveArrived({ state, sentAt }: OutboxRow): boolean {
    return state === 'unknown' && sentAt !== null;
  }

  function say(row: OutboxRow, state: string, detail: string | null): void {
    publisher.publish('outbox', { id: row.id, kind: row.kind, subject: row.subject, state, detail });
  }

  return {
    kick,
    async close() {
      abort.abort();
      if (timer !== null) clearTimeout(timer);
      await Promise.allSettled(inHand.values());
    },
  };
}

function readPayload(text: string): OutboxPayload | null {
  const payload = OutboxPayload.safeParse(JSON.parse(text));
  return payload.success ? payload.data : null;
}
