import { PostingNumber, type ShopId } from '#domain/ids.ts';
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
import { wasShippedAsPart } from '../database/shop-actions.ts';
import { raiseTask } from '../database/tasks.ts';
import { transaction } from '../database/transaction.ts';
import { reportFailure } from '../report-failure.ts';
import type { SellerAccount } from '../shop/seller-account.ts';
import type { ShopLink } from '../shop/shop-link.ts';
import type { StationPublisher } from '../station-events.ts';
import { deliver } from './deliver.ts';
import type { Delivery } from './delivery.ts';
import { nextTry, type UnfinishedDelivery } from './next-try.ts';
import { type OutboxPayload, parseOutboxPayload } from './outbox-payload.ts';

export type SenderOptions = {
  /** Whose account it is: rows that are owed to another one are none of its business. */
  readonly shop: ShopId;
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
const idleMs = 60_000;
const afterFailureMs = 5_000;
export function createSender(options: SenderOptions): Sender {
  const { shop, db, publisher, now } = options;
  const abort = new AbortController();
  const inHand = new Map<string, Promise<void>>();
  const unwritten = new Set<string>();
  let askUnwrittenAt = 0;
  let timer: NodeJS.Timeout | null = null;

  doubtInterruptedSends(db, shop, now());

  function kick(): void {
    if (abort.signal.aborted) return;
    try {
      workWhatIsDue();
      sleep(waitMs());
    } catch (cause) {
      reportFailure('outbox', cause);
      sleep(afterFailureMs);
    }
  }

  function workWhatIsDue(): void {
    noteUnwritten();
    const free = atOnce - inHand.size;
    const subjects = new Set(inHand.keys());
    const due = [...nextUnknown(db, shop, now(), atOnce * 2), ...nextDue(db, shop, now(), atOnce * 2)].filter(
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
  }

  function waitMs(): number {
    const next = nextOutboxAttemptAt(db, shop);
    // What is due already and not in hand waits for a free place, which wakes us by itself.
    return next === null ? idleMs : Math.min(idleMs, Math.max(50, next - now()));
  }

  function sleep(ms: number): void {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(kick, ms);
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
    const payload = parseOutboxPayload(row.payload);
    if (payload === null) return setAside(row);
    if (row.state === 'ready' && !transaction(db, () => markSending(db, row.id))) return;
    say(row, 'sending', null);
    const { sentAt, takenAt, sends } = row;
    const delivery = await deliver(
      {
        ...{ payload, sentAt, takenAt, sends, now: now() },
        posting: PostingNumber.parse(row.subject),
        isFirst: row.attempts === 0 && row.state === 'ready',
        isVouchedFor: row.retriedAt !== null || wasShippedAsPart(db, PostingNumber.parse(row.subject)),
      },
      throughLink(row.id),
      abort.signal,
    );
    if (abort.signal.aborted) return;
    conclude(row, payload, delivery);
  }

  /** Nobody can say what it was meant to tell; a person may know. */
  function setAside(row: OutboxRow): void {
    const { id, subject } = row;
    transaction(db, () => {
      markParked(db, id, 'UNREADABLE');
      raiseTask(db, { kind: 'shop-refused', subject, detail: { shopCode: 'UNREADABLE' }, at: now() });
    });
    say(row, 'parked', 'UNREADABLE');
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
      case 'cancelled':
        options.settle(row, payload, delivery);
        return say(row, 'done', null);
      case 'parked':
        options.settle(row, payload, delivery);
        return say(row, 'parked', delivery.detail);
      default:
        return tryAgain(row, payload, delivery);
    }
  }

  function park(row: OutboxRow, payload: OutboxPayload, shopCode: string, detail: string): void {
    options.settle(row, payload, { kind: 'parked', shopCode, detail });
    say(row, 'parked', detail);
  }

  function tryAgain(row: OutboxRow, payload: OutboxPayload, delivery: UnfinishedDelivery): void {
    const isShopThere = options.link.state().state === 'online';
    const next = nextTry(row, delivery, { now: now(), random: options.random(), isShopThere });
    const detail = delivery.kind === 'in-process' ? delivery.kind : delivery.detail;
    if (next.kind === 'park') return park(row, payload, next.shopCode, detail);
    const { at, failures } = next;
    if (next.kind === 'send') {
      markRetry(db, row.id, at, detail, { failures });
      return say(row, 'ready', detail);
    }
    // Asking is no try while the shop is at it; sending was counted when it began.
    const attempt = row.state === 'unknown' && delivery.kind !== 'in-process' ? 1 : 0;
    const taken = delivery.kind === 'in-process' && delivery.isTaken ? { takenAt: now() } : {};
    markUnknown(db, row.id, at, detail, { failures, attempt, ...taken });
    say(row, delivery.kind === 'in-process' ? 'sending' : 'unknown', detail);
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
