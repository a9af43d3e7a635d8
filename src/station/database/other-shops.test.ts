import { expect, it } from 'vitest';
import { PostingNumber, ShopId, Sku } from '#domain/ids.ts';
import { mostUrgentNeeding } from './find-postings.ts';
import { leaveOtherShops } from './other-shops.ts';
import { countPostings, listPostings } from './posting-queue.ts';
import { setBenchState } from './postings.ts';
import { shopPosting, takeOver } from './testing/shop-postings.ts';
import { openBench } from './testing/temporary-bench.ts';
import { transaction } from './transaction.ts';

const before = ShopId.parse('ozon-1');
const now = ShopId.parse('ozon-2');
const sku = Sku.parse('100');

it('what another account wanted packed is not packed for this one, and comes back with its account', () => {
  const db = openBench();
  takeOver(db, shopPosting('1-1-1', { shop: before }), shopPosting('1-2-1', { shop: before }));
  takeOver(db, shopPosting('2-1-1', { shop: now, cutoffAt: 1_764_020_000_000 }));
  transaction(db, () => setBenchState(db, PostingNumber.parse('1-2-1'), 'held'));

  expect(transaction(db, () => leaveOtherShops(db, [now]))).toBe(1);
  const queue = { state: 'queued', limit: 10, offset: 0 } as const;
  expect(listPostings(db, queue).entries.map(({ posting }) => posting)).toEqual(['2-1-1']);
  expect(mostUrgentNeeding(db, sku)).toBe('2-1-1');
  expect([countPostings(db, 'queued'), countPostings(db, 'held'), countPostings(db, 'gone')]).toEqual([
    1, 1, 1,
  ]);
  expect(transaction(db, () => leaveOtherShops(db, [now]))).toBe(0);

  expect(transaction(db, () => leaveOtherShops(db, [before]))).toBe(1);
  expect(takeOver(db, shopPosting('1-1-1', { shop: before }))).toMatchObject([{ kind: 'changed' }]);
  expect(listPostings(db, queue).entries.map(({ posting }) => posting)).toEqual(['1-1-1']);
  expect(mostUrgentNeeding(db, sku)).toBe('1-1-1');
});
