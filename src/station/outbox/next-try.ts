import { backoffMs, longestPauseMs } from '#domain/backoff.ts';
import type { OutboxRow } from '../database/outbox.ts';
import type { Delivery } from './delivery.ts';

/** What a try that ended nothing leaves. Times in epoch ms. */
export type UnfinishedDelivery = Exclude<Delivery, { kind: 'done' | 'parked' | 'cancelled' }>;

/** What becomes of the row: it goes to a person, is sent again, or is asked about before anything is sent. */
export type NextTry =
  | { readonly kind: 'park'; readonly shopCode: 'NO_ANSWER' | 'STILL_IN_PROCESS' }
  | {
      readonly kind: 'send' | 'ask';
      readonly at: number;
      /** Tries in a row that the shop was there for and that came to nothing. */
      readonly failures: number;
    };

export type TryTimes = {
  readonly now: number;
  /** In [0, 1). */
  readonly random: number;
  /** Does the shop answer at present? */
  readonly isShopThere: boolean;
};

/** What the shop answers this often in a row with nothing goes to a person; what is a day old, sooner. */
const failuresMax = 12;
const failuresMaxWhenOld = 3;
const oldMs = 86_400_000;
/** After a request that the shop has taken: a label waits for what comes of it, ms. */
const askSoonestMs = 300;
/** After a request whose answer was lost, ms. */
const askSoonMs = 1_000;
const unauthorizedPauseMs = 30_000;

/**
 * When a row that is not through is tried next. Every course of tries ends: with a person where the shop is there and
 * nothing comes of it. Without the shop nothing is counted, as a bench that was off the network for days owes what it
 * owes; nor while the key is no good, which the screen says.
 */
export function nextTry(row: OutboxRow, delivery: UnfinishedDelivery, times: TryTimes): NextTry {
  const { now, random } = times;
  const isOld = now - sinceAt(row) > oldMs;
  switch (delivery.kind) {
    case 'in-process':
      // The row is as it was before the request that has just been taken: however long it had waited, its time begins now.
      if (delivery.isTaken === true) return { kind: 'ask', at: now + askSoonestMs, failures: 0 };
      if (isOld) return { kind: 'park', shopCode: 'STILL_IN_PROCESS' };
      return { kind: 'ask', at: now + patienceMs(row, now), failures: 0 };
    case 'unauthorized':
      return { kind: againBy(row), at: now + unauthorizedPauseMs, failures: row.failures };
    case 'unknown':
    case 'retry': {
      const isPause = delivery.kind === 'retry' && delivery.isPause === true;
      const isCounted = times.isShopThere && !isPause;
      const failures = row.failures + (isCounted ? 1 : 0);
      if (isCounted && failures >= (isOld ? failuresMaxWhenOld : failuresMax))
        return { kind: 'park', shopCode: 'NO_ANSWER' };
      if (delivery.kind === 'unknown') return { kind: 'ask', at: now + askSoonMs, failures };
      const pauseMs = Math.max(delivery.afterMs ?? 0, backoffMs(row.attempts + 1, random));
      return { kind: againBy(row), at: now + pauseMs, failures };
    }
  }
}

/** What may have arrived in a try before this one is asked about again, never simply sent again. */
function againBy({ state, sentAt }: OutboxRow): 'send' | 'ask' {
  return state === 'unknown' && sentAt !== null ? 'ask' : 'send';
}

/** When the present course of tries began. */
function sinceAt({ createdAt, sentAt, retriedAt }: OutboxRow): number {
  return Math.max(createdAt, sentAt ?? 0, retriedAt ?? 0);
}

/** The longer the shop is at it, the less often it is asked: after a tenth of the time gone by, ten minutes at most. */
function patienceMs(row: OutboxRow, now: number): number {
  return Math.min(longestPauseMs, Math.max(askSoonestMs, Math.round((now - sinceAt(row)) / 10)));
}
