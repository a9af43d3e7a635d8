import { describe, expect, it } from 'vitest';
import { PostingNumber, type Sku } from '#domain/ids.ts';
import { mug, samplePosting, towel } from '#domain/packing/testing/sample-bench.ts';
import type { Posting } from '#domain/posting/posting.ts';
import { getOutboxRow, unfinishedOutboxOf, unpark } from '../database/outbox.ts';
import { packagesOfPosting } from '../database/packages.ts';
import { getPosting } from '../database/posting-record.ts';
import { openTasks } from '../database/tasks.ts';
import { labelPrinted, packInto } from '../packing/testing/packed-postings.ts';
import { openTestBench, type TestBench } from '../packing/testing/test-bench.ts';
import type { Delivery } from './delivery.ts';
import { OutboxPayload } from './outbox-payload.ts';
import type { FinalDelivery } from './sender.ts';
import { settleDelivery } from './settle-delivery.ts';

const number = samplePosting().number;
const child = PostingNumber.parse('70000001-0003-2');

function packed(...packages: (readonly Sku[])[]) {
  const at = openTestBench();
  at.know(samplePosting());
  packInto(at, number, packages);
  return at;
}

function settle(at: TestBench, delivery: FinalDelivery) {
  const [row] = unfinishedOutboxOf(at.db, number);
  if (row === undefined) throw new Error('nothing is owed');
  settleDelivery(at, row, OutboxPayload.parse(JSON.parse(row.payload)), delivery);
  return getOutboxRow(at.db, row.id);
}

function shipped(posting: PostingNumber, ...skus: readonly Sku[]): Posting {
  const lines = [...new Set(skus)].map((sku) => ({
    sku,
    quantity: skus.filter((other) => other === sku).length,
    requires: [],
  }));
  return samplePosting({ number: posting, status: 'packed', lines, labelBarcodes: [`%101%${posting}`] });
}

const done = (...postings: readonly Posting[]): Extract<Delivery, { kind: 'done' }> => ({
  kind: 'done',
  shipped: postings,
});
const numbersOf = (at: TestBench) => at.bench.onBench?.session.packages.map((parcel) => parcel.shopPosting);

describe('the end of a delivery', () => {
  it('gives each package the number of the posting that holds the same goods, in whatever order they come', () => {
    const at = packed([mug, mug], [towel]);
    settle(at, done(shipped(child, mug, mug), shipped(number, towel)));
    expect(numbersOf(at)).toEqual([child, number]);
    expect(packagesOfPosting(at.db, number).map((parcel) => parcel.shopPosting)).toEqual([child, number]);
  });

  it('gives no package the label of other goods: what differs is held, and the row waits for a lead', () => {
    const at = packed([mug, mug], [towel]);
    const row = settle(at, { kind: 'parked', shopCode: 'PACKAGES_DIFFER', detail: 'other goods' });
    expect(row?.state).toBe('parked');
    expect(numbersOf(at)).toEqual([null, null]);
    expect(at.bench.onBench?.session).toMatchObject({
      status: { kind: 'held', reason: 'shop-refused' },
      shipRefusal: { shopCode: 'PACKAGES_DIFFER' },
      isShipped: false,
    });
    expect(openTasks(at.db)).toMatchObject([{ kind: 'shop-refused', subject: number }]);
    unpark(at.db, row?.id ?? '', at.now());
    settle(at, done(shipped(number, towel), shipped(child, mug, mug)));
    expect(numbersOf(at)).toEqual([child, number]);
    expect(at.bench.onBench?.session.shipRefusal).toBeNull();
    expect(openTasks(at.db)).toEqual([]);
    expect(at.scan(number)).toBe('posting-resumed');
  });

  it('holds what the shop refuses, in the shop’s words, however many they are', () => {
    const at = packed([mug, mug, towel]);
    const row = settle(at, { kind: 'parked', shopCode: 'NO', detail: 'х'.repeat(3_000) });
    expect(row?.state).toBe('parked');
    expect(openTestBench({ db: at.db }).scan(number)).toBe('posting-resumed');
  });

  it('stops what was cancelled and owes the shop nothing more', () => {
    const at = packed([mug, mug, towel]);
    expect(settle(at, { kind: 'cancelled' })?.state).toBe('done');
    expect(at.bench.onBench?.session.status.kind).toBe('cancelled');
    expect(getPosting(at.db, number)?.benchState).toBe('stopped');
    expect(openTasks(at.db).map((task) => task.kind)).toEqual(['cancelled-after-packing']);
  });

  it('reaches a posting that was closed offline', () => {
    const at = packed([mug, mug, towel]);
    labelPrinted(at, 1, true);
    expect(at.scan(number)).toBe('posting-closed');
    settle(at, done(shipped(number, mug, mug, towel)));
    expect(at.bench.sessionOf(number)?.session).toMatchObject({
      status: { kind: 'closed' },
      packages: [{ shopPosting: number }],
    });
  });
});
