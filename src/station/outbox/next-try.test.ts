import { describe, expect, it } from 'vitest';
import { ShopId } from '#domain/ids.ts';
import type { OutboxRow } from '../database/outbox.ts';
import { type NextTry, nextTry, type TryTimes, type UnfinishedDelivery } from './next-try.ts';

const start = 1_764_000_000_000;
const dayMs = 86_400_000;

function rowOf(over: Partial<OutboxRow>): OutboxRow {
  return {
    ...{ seq: 1, id: 'a', kind: 'ship', subject: '1-1', payload: '{}', payloadHash: '', attempts: 1 },
    ...{ nextAttemptAt: start, state: 'unknown', lastError: null, createdAt: start, doneAt: null },
    shop: ShopId.parse('ozon-1'),
    ...{ sentAt: start, takenAt: null, sends: 1, failures: 0, retriedAt: null },
    ...over,
  };
}

function next(row: Partial<OutboxRow>, delivery: UnfinishedDelivery, over: Partial<TryTimes> = {}): NextTry {
  return nextTry(rowOf(row), delivery, { now: start + 1_000, random: 0, isShopThere: true, ...over });
}

const failing: UnfinishedDelivery = { kind: 'retry', afterMs: null, detail: 'HTTP 500' };
const lost: UnfinishedDelivery = { kind: 'unknown', detail: 'timeout' };
const running: UnfinishedDelivery = { kind: 'in-process' };

describe('a row that is not through', () => {
  it.each([failing, lost])(
    'goes to a person with the twelfth failure, whatever its state: %j',
    (delivery) => {
      expect(next({ failures: 10 }, delivery)).toMatchObject({ failures: 11 });
      expect(next({ failures: 11 }, delivery)).toEqual({ kind: 'park', shopCode: 'NO_ANSWER' });
      expect(next({ failures: 11, state: 'ready', sentAt: null }, delivery).kind).toBe('park');
    },
  );

  it('goes to a person sooner when it is a day old, counted anew from a lead’s word', () => {
    const now = start + dayMs + 1;
    expect(next({ failures: 1 }, failing, { now }).kind).toBe('ask');
    expect(next({ failures: 2 }, failing, { now }).kind).toBe('park');
    expect(next({ failures: 2, retriedAt: now - 1 }, failing, { now }).kind).toBe('ask');
  });

  it('goes to nobody while the shop is away or only wants a pause', () => {
    const now = start + 9 * dayMs;
    expect(next({ failures: 11 }, failing, { now, isShopThere: false })).toMatchObject({ failures: 11 });
    expect(next({ failures: 11 }, { ...failing, isPause: true })).toMatchObject({ failures: 11 });
    expect(next({ failures: 11 }, { kind: 'unauthorized', detail: 'expired' }, { now }).kind).toBe('ask');
  });

  it('is asked about less and less while the shop is at it, and for no longer than a day', () => {
    const askedAfter = (passedMs: number) => {
      const asked = next({ failures: 3 }, running, { now: start + passedMs });
      return asked.kind === 'ask' ? [asked.at - start - passedMs, asked.failures] : asked;
    };
    expect(askedAfter(0)).toEqual([300, 0]);
    expect(askedAfter(20_000)).toEqual([2_000, 0]);
    expect(askedAfter(60_000)).toEqual([6_000, 0]);
    expect(askedAfter(dayMs)).toEqual([600_000, 0]);
    expect(askedAfter(dayMs + 1)).toEqual({ kind: 'park', shopCode: 'STILL_IN_PROCESS' });
  });

  it('is asked about at once when the shop has just taken it, however long it had waited to be sent', () => {
    const asked = next({ createdAt: start - 9 * dayMs, sentAt: null }, { kind: 'in-process', isTaken: true });
    expect(asked).toEqual({ kind: 'ask', at: start + 1_300, failures: 0 });
  });

  it('is asked about when it may have arrived, and sent again when it certainly did not', () => {
    expect(next({}, failing).kind).toBe('ask');
    expect(next({ sentAt: null }, failing).kind).toBe('send');
    expect(next({ state: 'ready', sentAt: null }, failing).kind).toBe('send');
    expect(next({ state: 'ready', sentAt: null }, lost).kind).toBe('ask');
  });
});
