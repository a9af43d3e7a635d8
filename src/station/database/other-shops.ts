import type { ShopId } from '#domain/ids.ts';
import type { BenchDatabase } from './bench-database.ts';
import { prepareOnce } from './prepare-once.ts';
import { requireTransaction } from './transaction.ts';

const statements = prepareOnce((db: BenchDatabase) => ({
  dequeue: db.sqlite.prepare(
    `DELETE FROM queue_line WHERE posting IN
       (SELECT number FROM posting WHERE bench_state = 'queued' AND shop NOT IN (SELECT value FROM json_each(?)))`,
  ),
  // Without its digest a posting counts as changed when its shop is read again, and so comes back.
  goes: db.sqlite.prepare(
    `UPDATE posting SET bench_state = 'gone', digest = '' WHERE bench_state = 'queued' AND shop NOT IN (SELECT value FROM json_each(?))`,
  ),
  begun: db.sqlite
    .prepare<[string], number>(
      "SELECT EXISTS (SELECT 1 FROM posting WHERE bench_state IN ('open', 'held', 'packed') AND shop = ?)",
    )
    .pluck(),
  waiting: db.sqlite
    .prepare<[string], number>(
      `SELECT EXISTS (SELECT 1 FROM package JOIN posting ON posting.number = package.posting
         WHERE package.interim = 1 AND package.packed_at IS NOT NULL AND package.state <> 'void' AND posting.shop = ?)`,
    )
    .pluck(),
}));

/** Has the packing of a posting of that shop's begun and not come to its end? */
export function hasBegun(db: BenchDatabase, shop: ShopId): boolean {
  return statements(db).begun.get(shop) === 1;
}

/** Does a parcel of that shop's carry an interim label, and wait for the shop's own? */
export function waitsForLabel(db: BenchDatabase, shop: ShopId): boolean {
  return statements(db).waiting.get(shop) === 1;
}

/**
 * Takes what other shops wanted packed out of the queue, as this bench ships at `shops` alone: packed all the same, it would
 * be owed to an account that nobody here can speak to. What was begun here stays as it is. Answers how many left the queue.
 */
export function leaveOtherShops(db: BenchDatabase, shops: readonly ShopId[]): number {
  requireTransaction(db, 'leaving other shops');
  const ours = JSON.stringify(shops);
  statements(db).dequeue.run(ours);
  return statements(db).goes.run(ours).changes;
}
