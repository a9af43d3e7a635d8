import fc from 'fast-check';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { ShopId } from '#domain/ids.ts';
import type { BenchDatabase } from './bench-database.ts';
import {
  countOutbox,
  doubtInterruptedSends,
  enqueueOutbox,
  getOutboxRow,
  hurryOutbox,
  markDone,
  markParked,
  markRetry,
  markSending,
  markUnknown,
  nextDue,
  nextOutboxAttemptAt,
  nextUnknown,
  unfinishedOutboxOf,
  unpark,
} from './outbox.ts';
import { openBench } from './testing/temporary-bench.ts';
import { transaction } from './transaction.ts';

const shop = ShopId.parse('ozon-1');
const other = ShopId.parse('ozon-2');

function owe(db: BenchDatabase, subject: string, payload: unknown = {}, at = 0): string {
  return transaction(db, () => enqueueOutbox(db, { kind: 'ship', shop, subject, payload, at }));
}

const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

describe('the outbox', () => {
  it('sends each posting’s rows in order, and lets a stuck posting hold back nobody else', () => {
    const db = openBench();
    const [a1, b1, a2, b2] = [owe(db, 'A'), owe(db, 'B'), owe(db, 'A'), owe(db, 'B')];
    expect(ids(nextDue(db, shop, 0, 10))).toEqual([a1, b1]);
    expect(markSending(db, a1)).toBe(true);
    expect(ids(nextDue(db, shop, 0, 10))).toEqual([b1]);
    markRetry(db, a1, 5000, 'HTTP 500');
    expect(ids(nextDue(db, shop, 4999, 10))).toEqual([b1]);
    expect(ids(nextDue(db, shop, 5000, 10))).toEqual([a1, b1]);
    markSending(db, b1);
    markParked(db, b1, 'refused');
    expect(ids(nextDue(db, shop, 9000, 10))).toEqual([a1]);
    markSending(db, a1);
    markDone(db, a1, 9000);
    expect(ids(nextDue(db, shop, 9000, 10))).toEqual([a2]);
    expect(getOutboxRow(db, a1)).toMatchObject({ state: 'done', attempts: 2, doneAt: 9000, lastError: null });
    expect(ids(unfinishedOutboxOf(db, 'B'))).toEqual([b1, b2]);
    expect(countOutbox(db, shop)).toEqual({ ready: 2, sending: 0, parked: 1, unknown: 0 });
  });

  it('never sends a row again whose answer did not come before the shop was asked', () => {
    const db = openBench();
    const id = owe(db, 'A');
    owe(db, 'A');
    markSending(db, id);
    markUnknown(db, id, 700, 'timeout');
    expect(nextDue(db, shop, 1000, 10)).toEqual([]);
    expect(nextUnknown(db, shop, 699, 10)).toEqual([]);
    expect(ids(nextUnknown(db, shop, 700, 10))).toEqual([id]);
    expect(nextOutboxAttemptAt(db, shop)).toBe(700);
    expect(markSending(db, id)).toBe(false);
    expect(markRetry(db, id, 1000, 'not there')).toBe(true);
    expect(ids(nextDue(db, shop, 1000, 10))).toEqual([id]);
  });

  it('doubts after a restart whatever was being sent, and asks before a parked row is tried again', () => {
    const db = openBench();
    const [a, b] = [owe(db, 'A'), owe(db, 'B')];
    markSending(db, a);
    markParked(db, b, 'refused');
    expect(doubtInterruptedSends(db, shop, 50)).toBe(1);
    expect(unpark(db, b, 60)).toBe(true);
    expect(unpark(db, b, 60)).toBe(false);
    expect(nextUnknown(db, shop, 60, 10).map(({ id, lastError }) => [id, lastError])).toEqual([
      [a, 'interrupted'],
      [b, 'retried-by-lead'],
    ]);
  });

  it('tries at once what had waited long for the shop, when the shop is back; what a person must look at waits on', () => {
    const db = openBench();
    const [late, asked, parked] = [owe(db, 'A'), owe(db, 'B'), owe(db, 'C')];
    for (const id of [late, asked, parked]) markSending(db, id);
    markRetry(db, late, 600_000, 'no answer');
    markUnknown(db, asked, 500_000, 'no answer');
    markParked(db, parked, 'refused');
    expect(hurryOutbox(db, shop, 1_000)).toBe(2);
    expect([ids(nextDue(db, shop, 1_000, 10)), ids(nextUnknown(db, shop, 1_000, 10))]).toEqual([
      [late],
      [asked],
    ]);
    expect(hurryOutbox(db, shop, 2_000)).toBe(0);
  });

  it('gives a shop what is owed to it, and leaves alone what another one must hear', () => {
    const db = openBench();
    const mine = owe(db, 'A');
    const theirs = transaction(db, () =>
      enqueueOutbox(db, { kind: 'ship', shop: other, subject: 'B', payload: {}, at: 0 }),
    );
    expect([ids(nextDue(db, shop, 0, 10)), ids(nextDue(db, other, 0, 10))]).toEqual([[mine], [theirs]]);
    for (const id of [mine, theirs]) markSending(db, id);
    // The other shop is connected anew while this one's message is on its way.
    expect(doubtInterruptedSends(db, other, 5)).toBe(1);
    expect([countOutbox(db, shop), countOutbox(db, other)]).toMatchObject([{ sending: 1 }, { unknown: 1 }]);
    markUnknown(db, theirs, 900, 'asked');
    expect([
      hurryOutbox(db, shop, 10),
      nextOutboxAttemptAt(db, shop),
      nextOutboxAttemptAt(db, other),
    ]).toEqual([0, null, 900]);
  });

  it('keeps a row’s word: the same id stands for the same thing for ever and is never deleted', () => {
    const db = openBench();
    const id = v7();
    const row = { shop, id, kind: 'ship', subject: 'A', payload: { n: 1 }, at: 0 };
    expect(() => enqueueOutbox(db, row)).toThrow(/part of a transaction/);
    transaction(db, () => enqueueOutbox(db, row));
    transaction(db, () => enqueueOutbox(db, row));
    expect(unfinishedOutboxOf(db, 'A')).toHaveLength(1);
    expect(() => transaction(db, () => enqueueOutbox(db, { ...row, payload: { n: 2 } }))).toThrow(
      /something else/,
    );
    expect(() => db.sqlite.exec('DELETE FROM outbox')).toThrow(/never deleted/);
    expect(() => db.sqlite.exec("UPDATE outbox SET payload = '{}'")).toThrow(/never changed/);
  });

  it('keeps the order of every subject through any course of answers', () => {
    const db = openBench();
    const step = fc.record({
      what: fc.constantFrom('owe', 'send', 'done', 'retry', 'unknown', 'park', 'unpark', 'restart', 'wait'),
      subject: fc.constantFrom('A', 'B', 'C'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const run = v7();
        let now = 0;
        const owed = new Map<string, string[]>();
        const finished = new Map<string, string[]>();
        for (const { what, subject: letter } of steps) {
          const subject = `${run}-${letter}`;
          const first = unfinishedOutboxOf(db, subject)[0];
          if (what === 'wait') now += 10;
          else if (what === 'restart') doubtInterruptedSends(db, shop, now);
          else if (what === 'owe')
            owed.set(subject, [...(owed.get(subject) ?? []), owe(db, subject, {}, now)]);
          else if (what === 'send') {
            for (const row of nextDue(db, shop, now, 1000).filter((due) => due.subject === subject)) {
              expect(row.id).toBe(first?.id);
              expect(row.nextAttemptAt).toBeLessThanOrEqual(now);
              expect(markSending(db, row.id)).toBe(true);
            }
          } else if (first !== undefined) {
            const isSent = first.state === 'sending';
            if (what === 'retry') markRetry(db, first.id, now + 10, 'retry');
            if (what === 'unknown') markUnknown(db, first.id, now + 10, 'unknown');
            if (what === 'park') markParked(db, first.id, 'parked');
            if (what === 'unpark') unpark(db, first.id, now);
            if (what === 'done' && isSent && markDone(db, first.id, now)) {
              finished.set(subject, [...(finished.get(subject) ?? []), first.id]);
            }
          }
        }
        for (const [subject, done] of finished)
          expect(owed.get(subject)?.slice(0, done.length)).toEqual(done);
      }),
      { numRuns: 60 },
    );
  });
});
