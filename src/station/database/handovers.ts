import type { PostingNumber, ShopId } from '#domain/ids.ts';
import type { BenchDatabase, ReadableDatabase } from './bench-database.ts';
import type { Period } from './manifest-rows.ts';
import { prepareOnce } from './prepare-once.ts';
import type { BenchState } from './schema.ts';
import { requireTransaction } from './transaction.ts';

/** Why a posting must not go yet: its label is not on it, or is an interim one, or the shop has cancelled it. */
export type NotToGo = 'NOT_CLOSED' | 'INTERIM_LABEL' | 'CANCELLED';

export type ReadyPackage = {
  /** The shop's own number of it. */
  readonly number: PostingNumber;
  readonly deliveryMethodId: string;
  readonly deliveryMethod: string;
};

type Stand = { readonly packages: number; readonly open: number; readonly interim: number };

const statements = prepareOnce((db: ReadableDatabase) => ({
  ready: db.sqlite.prepare<[string, number], ReadyPackage>(
    `SELECT DISTINCT coalesce(package.shop_posting, package.posting) AS number,
       posting.delivery_method_id AS deliveryMethodId, posting.delivery_method AS deliveryMethod
     FROM package JOIN posting ON posting.number = package.posting
       LEFT JOIN posting AS own ON own.number = package.shop_posting
     WHERE posting.shop = ? AND package.packed_at >= ? AND package.state = 'closed' AND package.interim = 0
       AND coalesce(own.status, posting.status) NOT IN ('disputed', 'handed-over', 'delivered', 'cancelled')
       AND NOT EXISTS (SELECT 1 FROM handed_over
         WHERE handed_over.posting = coalesce(package.shop_posting, package.posting))
     ORDER BY package.packed_at, package.n`,
  ),
  unready: db.sqlite
    .prepare<[string, string], PostingNumber>(
      `SELECT DISTINCT coalesce(package.shop_posting, posting.number) AS number
       FROM posting LEFT JOIN package ON package.posting = posting.number AND package.state <> 'void'
         LEFT JOIN posting AS own ON own.number = package.shop_posting
       WHERE posting.status NOT IN ('handed-over', 'delivered', 'cancelled') AND posting.bench_state <> 'gone'
         AND posting.shop = ? AND posting.delivery_method_id = ?
         AND (package.interim = 1 OR coalesce(own.status, posting.status) = 'packed')
         AND NOT EXISTS (SELECT 1 FROM handed_over
           WHERE handed_over.posting = coalesce(package.shop_posting, posting.number))
       ORDER BY posting.due_at, number`,
    )
    .pluck(),
  packages: db.sqlite.prepare<{ number: string }, Stand>(
    `SELECT count(*) AS packages, coalesce(sum(state <> 'closed'), 0) AS open, coalesce(sum(interim), 0) AS interim
     FROM (SELECT state, interim FROM package WHERE shop_posting = :number AND state <> 'void'
       UNION ALL SELECT state, interim FROM package WHERE posting = :number AND shop_posting IS NULL AND state <> 'void')`,
  ),
  approved: db.sqlite.prepare<{ shop: string; from: number; to: number }, ApprovedHandover>(
    `SELECT handover AS id, count(*) AS postings, max(at) AS at FROM handed_over
     GROUP BY handover HAVING max(at) >= :from AND max(at) < :to
       AND (SELECT shop FROM handover_watch WHERE handover_watch.handover = handed_over.handover) = :shop
     ORDER BY max(at) DESC`,
  ),
  benchState: db.sqlite
    .prepare<[string], BenchState>('SELECT bench_state FROM posting WHERE number = ?')
    .pluck(),
}));

const writes = prepareOnce((db: BenchDatabase) => ({
  note: db.sqlite.prepare(
    `INSERT INTO handed_over (posting, handover, at) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET handover = excluded.handover, at = excluded.at`,
  ),
  forget: db.sqlite.prepare('DELETE FROM handed_over WHERE handover = ?'),
}));

/**
 * A shop's packages that were packed here since `since` (epoch ms), carry their own label and have not been handed over, in the
 * order of packing.
 */
export function readyForHandover(db: ReadableDatabase, shop: ShopId, since: number): readonly ReadyPackage[] {
  return statements(db).ready.all(shop, since);
}

/** Postings of a shop's delivery method that the shop would give to the courier, or a parcel waits for, and that must not go yet. */
export function unreadyForHandover(
  db: ReadableDatabase,
  shop: ShopId,
  deliveryMethodId: string,
): readonly { readonly number: PostingNumber; readonly why: NotToGo }[] {
  return statements(db)
    .unready.all(shop, deliveryMethodId)
    .flatMap((number) => {
      const why = notToGo(db, number);
      return why === null ? [] : [{ number, why }];
    });
}

/** Why a posting of the shop's must not go with the courier; null where this bench knows of no reason. */
export function notToGo(db: ReadableDatabase, number: PostingNumber): NotToGo | null {
  const stand = statements(db).packages.get({ number });
  const benchState = statements(db).benchState.get(number);
  if (benchState === 'stopped') return 'CANCELLED';
  if (stand !== undefined && stand.packages > 0) {
    if (stand.interim > 0) return 'INTERIM_LABEL';
    return stand.open > 0 ? 'NOT_CLOSED' : null;
  }
  return benchState === undefined || benchState === 'gone' || benchState === 'closed' ? null : 'NOT_CLOSED';
}

/** Was it packed here? */
export function isPackedHere(db: ReadableDatabase, number: PostingNumber): boolean {
  return (statements(db).packages.get({ number })?.packages ?? 0) > 0;
}

/** A handover that this bench approved: how many of the shop's postings went with it, and when (epoch ms). */
export type ApprovedHandover = { readonly id: string; readonly postings: number; readonly at: number };

/** The handovers of a shop approved in a period (epoch ms, its end left out), the latest first. */
export function handoversOf(
  db: ReadableDatabase,
  shop: ShopId,
  { from, to }: Period,
): readonly ApprovedHandover[] {
  return statements(db).approved.all({ shop, from, to });
}

/** Puts back what went with a handover that was called off, in the caller's transaction: it waits for another one. */
export function forgetHandover(db: BenchDatabase, handover: string): void {
  requireTransaction(db, 'forgetting a handover');
  writes(db).forget.run(handover);
}

/** Notes what went with an approved handover, in the caller's transaction. `at` in epoch ms. */
export function noteHandedOver(
  db: BenchDatabase,
  handover: string,
  numbers: readonly PostingNumber[],
  at: number,
): void {
  requireTransaction(db, 'noting a handover');
  for (const number of numbers) writes(db).note.run(number, handover, at);
}
