import { expect, it } from 'vitest';
import { samplePosting } from '#domain/packing/testing/sample-bench.ts';
import type { Posting } from '#domain/posting/posting.ts';
import { notePostingStep, parcelsOnWay, postingSteps } from './posting-steps.ts';
import { setBenchState, upsertPostings } from './postings.ts';
import { openBench } from './testing/temporary-bench.ts';
import { transaction } from './transaction.ts';

const at = 1_000_000_000_000;

it('what becomes of a packed parcel is kept word by word with its time, and it is on its way until it is there', () => {
  const db = openBench();
  const posting = samplePosting();
  const { number } = posting;
  const hear = (change: Partial<Posting>, when: number) =>
    transaction(db, () => {
      upsertPostings(db, [{ ...posting, ...change }], when);
      notePostingStep(db, { ...posting, ...change }, when);
    });
  // Before it is packed here, its words are nobody's concern.
  hear({}, at);
  expect(postingSteps(db, number)).toEqual([]);
  transaction(db, () => setBenchState(db, number, 'closed'));
  hear({ status: 'packed', shopStatus: 'awaiting_deliver' }, at + 1);
  hear({ status: 'packed', shopStatus: 'awaiting_deliver' }, at + 2);
  const way = { status: 'handed-over', shopStatus: 'delivering' } as const;
  hear({ ...way, shopStep: 'posting_on_way_to_pickup_point' }, at + 3);
  hear({ ...way, shopStep: 'posting_in_pickup_point' }, at + 4);
  expect(postingSteps(db, number)).toEqual([
    { word: 'awaiting_deliver', seenAt: at + 1 },
    { word: 'posting_on_way_to_pickup_point', seenAt: at + 3 },
    { word: 'posting_in_pickup_point', seenAt: at + 4 },
  ]);
  expect(parcelsOnWay(db, 10)).toMatchObject({
    rows: [{ posting: number, word: 'posting_in_pickup_point', newsAt: at + 4 }],
    total: 1,
  });
  hear({ status: 'delivered', shopStatus: 'delivered' }, at + 5);
  expect(postingSteps(db, number).at(-1)?.word).toBe('delivered');
  expect(parcelsOnWay(db, 10)).toEqual({ rows: [], total: 0 });
});
