import type { ShopId } from '#domain/ids.ts';
import type { BenchDatabase } from './bench-database.ts';
import { prepareOnce } from './prepare-once.ts';
import { requireTransaction } from './transaction.ts';

const statements = prepareOnce((db: BenchDatabase) => ({
  dequeue: db.sqlite.prepare(
    `DELETE FROM queue_line WHERE posting IN
       (SELECT number FROM posting WHERE bench_state = 'queued' AND shop <> ?)`,
  ),
  // Without its digest a posting counts as changed when its shop is read again, and so comes back.
  goes: db.sqlite.prepare(
    `UPDATE posting SET bench_state = 'gone', digest = '' WHERE bench_state = 'queued' AND shop <> ?`,
  ),
}));

/**
 * Takes what other shops wanted packed out of the queue, as this bench ships at `shop` alone now: packed all the same, it would be
 * reported to an account that does not know it. What was begun here stays as it is. Answers how many left the queue.
 */
export function leaveOtherShops(db: BenchDatabase, shop: ShopId): number {
  requireTransaction(db, 'leaving other shops');
  statements(db).dequeue.run(shop);
  return statements(db).goes.run(shop).changes;
}
