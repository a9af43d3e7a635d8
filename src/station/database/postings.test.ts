import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PostingNumber, ShopId, Sku } from '#domain/ids.ts';
import type { BenchDatabase } from './bench-database.ts';
import { findPostingsByCode, mostUrgentNeeding, unsettledButNotListed } from './find-postings.ts';
import { countDueUpTo, countPostings, listPostings, queueCutoffs } from './posting-queue.ts';
import { getPosting } from './posting-record.ts';
import { addLabelBarcodes, setBenchState, upsertPostings } from './postings.ts';
import { type BenchState, benchStates } from './schema.ts';
import { shopPosting, takeOver } from './testing/shop-postings.ts';
import { openBench } from './testing/temporary-bench.ts';
import { transaction } from './transaction.ts';

const sku = Sku.parse('100');
const number = (text: string) => PostingNumber.parse(text);

function move(db: BenchDatabase, posting: string, state: BenchState): boolean {
  return transaction(db, () => setBenchState(db, number(posting), state));
}

describe('postings from the shop', () => {
  it('come back as they were given', () => {
    const db = openBench();
    const posting = shopPosting('1-1', {
      cutoffAt: null,
      isExpress: true,
      lines: [
        { sku, quantity: 2, requires: ['marking-code', 'country'] },
        { sku: Sku.parse('200'), quantity: 1, requires: [] },
      ],
    });
    expect(takeOver(db, posting)).toEqual([{ kind: 'new', number: '1-1' }]);
    expect(getPosting(db, posting.number)).toMatchObject({ posting, benchState: 'gone' });
    expect(getPosting(db, number('9-9'))).toBeNull();
  });

  it('change nothing when the shop says the same again', () => {
    const db = openBench();
    takeOver(db, shopPosting('1-1'), shopPosting('2-1'));
    const changes = db.sqlite.prepare('SELECT total_changes()').pluck();
    const before = changes.get();
    expect(takeOver(db, shopPosting('1-1'), shopPosting('2-1')).map(({ kind }) => kind)).toEqual([
      'same',
      'same',
    ]);
    expect(changes.get()).toBe(before);
  });

  it('keep their goods untouched when only their status has changed', () => {
    const db = openBench();
    const posting = shopPosting('1-1', { lines: [{ sku, quantity: 2, requires: ['country'] }] });
    takeOver(db, posting);
    db.sqlite.exec(
      "CREATE TEMP TRIGGER untouched BEFORE DELETE ON line BEGIN SELECT RAISE(ABORT, 'lines'); END",
    );
    expect(takeOver(db, { ...posting, status: 'cancelled' })).toMatchObject([{ kind: 'changed' }]);
    const other = { ...posting, lines: [{ sku, quantity: 3, requires: [] }] };
    expect(() => takeOver(db, other)).toThrow('lines');
  });

  it('tell what was known before when the shop says something new', () => {
    const db = openBench();
    takeOver(db, shopPosting('1-1'));
    const cancelled = shopPosting('1-1', { status: 'cancelled', shopStatus: 'cancelled' });
    expect(takeOver(db, cancelled)).toMatchObject([
      { kind: 'changed', before: { status: 'to-pack', benchState: 'queued' } },
    ]);
    expect(getPosting(db, cancelled.number)?.benchState).toBe('gone');
    expect(mostUrgentNeeding(db, sku)).toBeNull();
  });

  it('leave a posting that is on a bench where it is, whatever the shop says', () => {
    const db = openBench();
    takeOver(db, shopPosting('1-1'));
    move(db, '1-1', 'open');
    takeOver(db, shopPosting('1-1', { status: 'cancelled' }));
    expect(getPosting(db, number('1-1'))).toMatchObject({
      benchState: 'open',
      posting: { status: 'cancelled' },
    });
  });

  it('keep an old label’s barcode scannable, and another package’s label apart', () => {
    const db = openBench();
    takeOver(db, shopPosting('1-1', { labelBarcodes: ['OLD'] }));
    takeOver(db, shopPosting('1-1', { labelBarcodes: ['NEW'] }));
    addLabelBarcodes(db, number('1-1'), number('1-2'), ['SECOND']);
    for (const code of ['OLD', 'NEW', 'SECOND', '1-1']) {
      expect(findPostingsByCode(db, code).map((record) => record.posting.number)).toEqual(['1-1']);
    }
    expect(findPostingsByCode(db, 'OTHER')).toEqual([]);
    expect(getPosting(db, number('1-1'))?.posting.labelBarcodes).toEqual(['NEW', 'OLD']);
  });
});

describe('the queue', () => {
  it('opens the posting with the earliest cutoff that needs the product, those without a cutoff last', () => {
    const db = openBench();
    takeOver(
      db,
      shopPosting('1-1', { cutoffAt: null }),
      shopPosting('2-1', { cutoffAt: 3000 }),
      shopPosting('3-1', { cutoffAt: 1000, lines: [{ sku: Sku.parse('200'), quantity: 1, requires: [] }] }),
      shopPosting('4-1', { cutoffAt: 2000 }),
    );
    expect(mostUrgentNeeding(db, sku)).toBe('4-1');
    move(db, '4-1', 'open');
    expect(mostUrgentNeeding(db, sku)).toBe('2-1');
    takeOver(db, shopPosting('2-1', { cutoffAt: 9000 }));
    move(db, '4-1', 'queued');
    expect(mostUrgentNeeding(db, sku)).toBe('4-1');
    expect(listPostings(db, { state: 'queued', limit: 2, offset: 1 })).toMatchObject({
      entries: [{ posting: '4-1' }, { posting: '2-1', units: 1, lines: [{ sku: '100', name: '' }] }],
      total: 4,
    });
    expect(queueCutoffs(db).map(({ cutoffAt }) => cutoffAt)).toEqual([1000, 2000, 9000, null]);
    expect(countDueUpTo(db, 2000)).toBe(2);
  });

  it('that the shop may still change is asked for when no list has it, what is in hand first', () => {
    const db = openBench();
    takeOver(db, ...['1-1', '2-1', '3-1', '4-1', '5-1', '6-1'].map((number) => shopPosting(number)));
    takeOver(
      db,
      shopPosting('7-1', { shop: ShopId.parse('another') }),
      shopPosting('8-1', { status: 'packed' }),
    );
    move(db, '2-1', 'closed');
    move(db, '3-1', 'held');
    move(db, '4-1', 'packed');
    for (const number of ['5-1', '6-1']) move(db, number, 'closed');
    takeOver(db, shopPosting('5-1', { status: 'handed-over' }), shopPosting('6-1', { status: 'cancelled' }));
    const ask = (...listed: string[]) => unsettledButNotListed(db, ShopId.parse('ozon-1'), new Set(listed));
    expect(ask()).toEqual(['3-1', '1-1', '4-1', '2-1']);
    expect(ask('1-1', '3-1')).toEqual(['4-1', '2-1']);
  });

  it('is found by one step into an index, not by looking through postings', () => {
    const db = openBench();
    const plan = (statement: string) =>
      JSON.stringify(db.sqlite.prepare(`EXPLAIN QUERY PLAN ${statement}`).all());
    const urgent = plan("SELECT posting FROM queue_line WHERE sku = '1' ORDER BY due_at, posting LIMIT 1");
    expect(urgent).toContain('SEARCH queue_line USING PRIMARY KEY (sku=?)');
    expect(urgent).not.toContain('TEMP B-TREE');
    const page = plan("SELECT * FROM posting WHERE bench_state = 'queued' ORDER BY due_at, number LIMIT 50");
    expect(page).toContain('posting_due');
    expect(page).not.toContain('TEMP B-TREE');
  });

  it('keeps its counters and its index true to the postings through any changes', () => {
    const db = openBench();
    const change = fc.record({
      posting: fc.constantFrom('1-1', '2-1', '3-1'),
      cutoffAt: fc.constantFrom(null, 1000, 2000),
      status: fc.constantFrom('to-pack' as const, 'cancelled' as const, 'unknown' as const),
      skus: fc.uniqueArray(fc.constantFrom('100', '200', '300'), { minLength: 1 }),
      state: fc.option(fc.constantFrom(...benchStates)),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        transaction(db, () => {
          for (const { posting, cutoffAt, status, skus, state } of changes) {
            const lines = skus.map((text) => ({ sku: Sku.parse(text), quantity: 1, requires: [] }));
            upsertPostings(db, [shopPosting(posting, { cutoffAt, status, lines })], 1);
            if (state !== null) setBenchState(db, number(posting), state);
          }
        });
        expectTrueProjections(db);
      }),
      { numRuns: 200 },
    );
  });
});

function expectTrueProjections(db: BenchDatabase): void {
  const all = (statement: string) => db.sqlite.prepare(statement).all();
  expect(all('SELECT sku, due_at, posting FROM queue_line ORDER BY 1, 2, 3')).toEqual(
    all(`SELECT DISTINCT line.sku, posting.due_at, posting.number AS posting FROM posting JOIN line ON line.posting = number
         WHERE bench_state = 'queued' ORDER BY 1, 2, 3`),
  );
  expect(all('SELECT due_at, postings FROM queue_cutoff ORDER BY 1')).toEqual(
    all(
      `SELECT due_at, count(*) AS postings FROM posting WHERE bench_state = 'queued' GROUP BY 1 ORDER BY 1`,
    ),
  );
  for (const state of benchStates) {
    const counted = db.sqlite
      .prepare('SELECT count(*) FROM posting WHERE bench_state = ?')
      .pluck()
      .get(state);
    expect(countPostings(db, state)).toBe(counted);
  }
}
