import { describe, expect, it } from 'vitest';
import { PostingNumber } from '#domain/ids.ts';
import { mug, samplePosting, towel } from '#domain/packing/testing/sample-bench.ts';
import type { Posting } from '#domain/posting/posting.ts';
import { findMarkingCode } from '../database/marking-codes.ts';
import { markParked, unfinishedOutboxOf } from '../database/outbox.ts';
import { packagesOfPosting } from '../database/packages.ts';
import { getPosting } from '../database/posting-record.ts';
import { upsertPostings } from '../database/postings.ts';
import { openTasks } from '../database/tasks.ts';
import { transaction } from '../database/transaction.ts';
import { applyShopChanges, catchUpWithShop } from './shop-changes.ts';
import { happen, packAndClose, packInto } from './testing/packed-postings.ts';
import { barcodeOf, openTestBench, type TestBench } from './testing/test-bench.ts';

const number = samplePosting().number;
const fewer = [{ sku: mug, quantity: 2, requires: [] }];

function shopSays(at: TestBench, posting: Posting) {
  const changes = transaction(at.db, () => upsertPostings(at.db, [posting], at.now()));
  applyShopChanges(
    at,
    changes.filter((change) => change.kind !== 'same'),
  );
}

function opened() {
  const at = openTestBench();
  at.know(samplePosting());
  return at;
}

describe('what the shop changes', () => {
  it('stops the open posting when it is cancelled', () => {
    const at = opened();
    at.scan(number);
    shopSays(at, samplePosting({ status: 'cancelled' }));
    expect(at.scan(barcodeOf.get(mug) ?? '')).toBe('cancelled');
    expect(getPosting(at.db, number)?.benchState).toBe('stopped');
  });

  it('stops what was cancelled while the station was not running', () => {
    const at = opened();
    at.scan(number);
    at.know(samplePosting({ status: 'cancelled' }));
    const again = openTestBench({ db: at.db });
    catchUpWithShop(again);
    expect(again.bench.onBench?.session.status.kind).toBe('cancelled');
  });

  it('alarms for a cancelled posting that is scanned with nothing open, each time, until it is answered', () => {
    const at = opened();
    const queued = PostingNumber.parse('70000001-0004-1');
    at.know(samplePosting({ number: queued, status: 'cancelled' }));
    expect([at.scan(queued), at.bench.alarm]).toEqual(['cancelled', queued]);
    expect([at.scan('nonsense'), at.bench.alarm]).toEqual(['unknown-code', queued]);
    expect([at.scan('PB-OK'), at.bench.alarm]).toEqual(['cancellation-answered', null]);
    expect([at.scan(queued), at.bench.alarm]).toEqual(['cancelled', queued]);
    expect([at.scan(number), at.bench.alarm]).toEqual(['posting-opened', null]);
  });

  it('is answered for on record also where the cancelled box was put aside', () => {
    const at = opened();
    at.scan(number);
    at.scan('PB-MISSING');
    const other = PostingNumber.parse('70000001-0004-1');
    at.know(samplePosting({ number: other }));
    at.scan(other);
    at.scan('PB-MISSING');
    shopSays(at, samplePosting({ status: 'cancelled' }));
    expect([at.scan(number), at.bench.alarm]).toEqual(['cancelled', number]);
    expect(at.scan('PB-OK')).toBe('cancellation-answered');
    const again = openTestBench({ db: at.db });
    expect(again.bench.onBench?.session.posting).not.toBe(number);
    expect(at.bench.sessionOf(number)?.session.status).toEqual({ kind: 'cancelled', isAnswered: true });
  });

  it('makes the cancellation of a packed parcel a person’s task, and does not call it packed again', () => {
    const at = opened();
    packInto(at, number, [[mug, mug, towel]]);
    shopSays(at, samplePosting({ status: 'cancelled' }));
    happen(at, { type: 'shipped', packages: [{ n: 1, shopPosting: number, labelBarcodes: [] }] });
    expect(openTasks(at.db).map((task) => task.kind)).toEqual(['cancelled-after-packing']);
    expect(getPosting(at.db, number)?.benchState).toBe('stopped');
    expect(packagesOfPosting(at.db, number)[0]?.state).toBe('void');
  });

  it('names the one parcel of several that is not wanted any more', () => {
    const at = opened();
    const child = PostingNumber.parse('70000001-0003-2');
    packAndClose(at, number, [[mug, mug], [towel]], [number, child]);
    at.know(samplePosting({ number: child, status: 'packed' }));
    shopSays(at, samplePosting({ number: child, status: 'cancelled' }));
    expect(openTasks(at.db)).toMatchObject([{ kind: 'cancelled-after-packing', subject: child }]);
    expect(at.bench.sessionOf(number)?.session.status.kind).toBe('closed');
  });

  it('has a posting packed anew when its lines change before it is packed', () => {
    const at = opened();
    at.scan(number);
    at.scan(barcodeOf.get(towel) ?? '');
    shopSays(at, samplePosting({ lines: fewer }));
    expect(at.bench.onBench?.session.pending).toMatchObject({ reason: 'posting-changed' });
    expect([at.scan('PB-OK'), at.scan(barcodeOf.get(towel) ?? '')]).toEqual([
      'rejection-answered',
      'wrong-item',
    ]);
  });

  it('waits for the shop’s answer to a ship that is under way, and gives a refused one up', () => {
    const at = opened();
    packInto(at, number, [[mug, mug, towel]]);
    shopSays(at, samplePosting({ lines: fewer }));
    expect(at.bench.onBench?.session.isShipRequested).toBe(true);
    const [row] = unfinishedOutboxOf(at.db, number);
    markParked(at.db, row?.id ?? '', 'refused');
    applyShopChanges(at, []);
    expect(at.bench.onBench?.session.lines).toEqual(fewer);
    expect(unfinishedOutboxOf(at.db, number)).toEqual([]);
    expect(packagesOfPosting(at.db, number)[0]?.state).toBe('void');
    at.scan('PB-OK');
    packInto(at, number, [[mug, mug]]);
    expect(unfinishedOutboxOf(at.db, number)).toHaveLength(1);
    expect(packagesOfPosting(at.db, number)[0]).toMatchObject({ state: 'packed', units: 2 });
  });

  it.each(['registering', 'packed', 'handed-over', 'delivered', 'disputed'] as const)(
    'holds a posting that somebody else has shipped meanwhile: %s',
    (status) => {
      const at = opened();
      at.scan(number);
      at.scan(barcodeOf.get(towel) ?? '');
      shopSays(at, samplePosting({ status, shopStatus: 'awaiting_deliver' }));
      const session = () => at.bench.onBench?.session;
      expect(session()).toMatchObject({
        status: { kind: 'held', reason: 'shop-refused', note: 'awaiting_deliver' },
        shipRefusal: { shopCode: 'ALREADY_SHIPPED' },
      });
      expect(openTasks(at.db)).toMatchObject([{ kind: 'shop-refused', subject: number }]);
      // Said once: whoever goes on with it has seen it.
      expect(at.scan(number)).toBe('posting-resumed');
      applyShopChanges(at, []);
      expect(session()?.status.kind).toBe('open');
      expect([at.scan('PB-UNDO'), at.scan('PB-NEXT')]).toEqual(['unit-undone', 'posting-put-back']);
      expect(getPosting(at.db, number)?.benchState).toBe('gone');
    },
  );

  it('also one that waited on the shelf, and none that this bench had shipped or found packed', () => {
    const at = opened();
    at.scan(number);
    at.scan('PB-MISSING');
    shopSays(at, samplePosting({ status: 'packed' }));
    expect(at.bench.sessionOf(number)?.session.shipRefusal?.shopCode).toBe('ALREADY_SHIPPED');
    const ours = opened();
    packInto(ours, number, [[mug, mug, towel]]);
    shopSays(ours, samplePosting({ status: 'packed' }));
    const found = openTestBench();
    found.know(samplePosting({ status: 'packed' }));
    found.scan(number);
    shopSays(found, samplePosting({ status: 'handed-over' }));
    for (const { bench, db } of [ours, found])
      expect([bench.onBench?.session.shipRefusal, openTasks(db)]).toEqual([null, []]);
  });

  it('shows a new cutoff at once', () => {
    const at = opened();
    at.scan(number);
    shopSays(at, samplePosting({ cutoffAt: 5 }));
    expect(at.bench.onBench?.session.cutoffAt).toBe(5);
  });

  it('leaves the lines of a posting alone that the shop has split into its packages', () => {
    const at = opened();
    packAndClose(at, number, [[mug, mug, towel]], [number]);
    shopSays(at, samplePosting({ status: 'packed', lines: fewer }));
    expect(at.bench.onBench?.session.status.kind).toBe('closed');
  });
});

describe('a marked unit', () => {
  const code = '0104600000000015215aBcD1\u001d91EE10\u001d92dGVzdA==';
  const marked = samplePosting({ lines: [{ sku: mug, quantity: 1, requires: ['marking-code'] }] });

  it('may go into another posting once its own is cancelled', () => {
    const at = openTestBench();
    at.know(marked);
    at.scan(number);
    expect(at.scan(`]d2${code}`)).toBe('package-complete');
    const unit = at.bench.onBench?.session.packages[0]?.units[0]?.marking?.unit ?? '';
    expect(findMarkingCode(at.db, unit)?.posting).toBe(number);
    shopSays(at, { ...marked, status: 'cancelled' });
    expect(findMarkingCode(at.db, unit)).toBeNull();
  });
});

describe('a posting that is put back', () => {
  it('is offered again only while the shop waits for it', () => {
    const at = opened();
    at.scan(number);
    at.know(samplePosting({ status: 'handed-over' }));
    expect(at.scan('PB-NEXT')).toBe('posting-put-back');
    expect(getPosting(at.db, number)?.benchState).toBe('gone');
    expect(at.scan(barcodeOf.get(mug) ?? '')).toBe('no-posting-needs-it');
  });

  it('that is held stays held when the shop ships it meanwhile', () => {
    const at = opened();
    packInto(at, number, [[mug, mug, towel]]);
    at.scan('PB-HOLD');
    at.scan('PB-OK');
    happen(at, { type: 'shipped', packages: [{ n: 1, shopPosting: number, labelBarcodes: [] }] });
    expect(getPosting(at.db, number)?.benchState).toBe('held');
  });
});
