import type { PostingNumber, ShopId } from '#domain/ids.ts';
import type { AcceptanceState } from '#domain/posting/acceptance.ts';
import type { BenchDatabase, ReadableDatabase } from './bench-database.ts';
import { prepareOnce } from './prepare-once.ts';
import type { acceptance } from './schema.ts';
import { requireTransaction } from './transaction.ts';

/** How far a posting of a handover is; `changedAt` in epoch ms. */
export type AcceptanceRow = Readonly<typeof acceptance.$inferSelect>;

const statements = prepareOnce((db: ReadableDatabase) => ({
  of: db.sqlite.prepare<[string], AcceptanceRow>(
    `SELECT handover, posting, state, shop_status AS shopStatus, changed_at AS changedAt FROM acceptance
     WHERE handover = ? ORDER BY posting`,
  ),
  held: db.sqlite
    .prepare<[string], PostingNumber>('SELECT posting FROM handed_over WHERE handover = ? ORDER BY posting')
    .pluck(),
  handoversOf: db.sqlite
    .prepare<{ posting: string }, string>(
      `SELECT handover FROM handed_over WHERE posting = :posting
       UNION SELECT handover FROM acceptance WHERE posting = :posting`,
    )
    .pluck(),
  nowIn: db.sqlite.prepare<[string], string>('SELECT handover FROM handed_over WHERE posting = ?').pluck(),
  since: db.sqlite.prepare<[string], number>('SELECT since FROM handover_watch WHERE handover = ?').pluck(),
  due: db.sqlite
    .prepare<[string, number, number, number], string>(
      `SELECT handover FROM handover_watch
       WHERE shop = ? AND settled_at IS NULL AND since >= ? AND coalesce(checked_at, 0) < ?
       ORDER BY coalesce(checked_at, 0), handover LIMIT ?`,
    )
    .pluck(),
}));

const writes = prepareOnce((db: BenchDatabase) => ({
  watch: db.sqlite.prepare(
    'INSERT INTO handover_watch (handover, shop, since) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  ),
  checked: db.sqlite.prepare('UPDATE handover_watch SET checked_at = ?, settled_at = ? WHERE handover = ?'),
  put: db.sqlite.prepare(
    `INSERT INTO acceptance (handover, posting, state, shop_status, changed_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET state = excluded.state, shop_status = excluded.shop_status,
       changed_at = excluded.changed_at`,
  ),
  free: db.sqlite.prepare('DELETE FROM handed_over WHERE posting = ? AND handover = ?'),
}));

/** What is known of each posting of a handover. */
export function acceptancesOf(db: ReadableDatabase, handover: string): readonly AcceptanceRow[] {
  return statements(db).of.all(handover);
}

/** What this bench knows went with a handover when it was approved. */
export function heldBy(db: ReadableDatabase, handover: string): readonly PostingNumber[] {
  return statements(db).held.all(handover);
}

/** The handovers that a posting is or was in, so far as this bench knows. */
export function handoversWith(db: ReadableDatabase, posting: string): readonly string[] {
  return statements(db).handoversOf.all({ posting });
}

/** The handover that a posting went with last; null where this bench knows of none. */
export function handoverOfPosting(db: ReadableDatabase, posting: string): string | null {
  return statements(db).nowIn.get(posting) ?? null;
}

/** Follows a shop's handover from a moment (epoch ms) on; one that is followed already stays as it is. */
export function watchHandover(
  db: BenchDatabase,
  { handover, shop, since }: { readonly handover: string; readonly shop: ShopId; readonly since: number },
): void {
  writes(db).watch.run(handover, shop, since);
}

/** Since when a handover is followed, epoch ms; null where it is not. */
export function watchedSince(db: ReadableDatabase, handover: string): number | null {
  return statements(db).since.get(handover) ?? null;
}

/** Followed handovers of a shop that nothing settled, followed since `since` and not looked at since `checkedBefore` (both epoch ms). */
export function handoversToCheck(
  db: ReadableDatabase,
  {
    shop,
    since,
    checkedBefore,
    limit,
  }: {
    readonly shop: ShopId;
    readonly since: number;
    readonly checkedBefore: number;
    readonly limit: number;
  },
): readonly string[] {
  return statements(db).due.all(shop, since, checkedBefore, limit);
}

/** Notes that a handover was looked at, and whether nothing more is to come of it. In the caller's transaction. */
export function noteHandoverChecked(
  db: BenchDatabase,
  handover: string,
  { at, isSettled }: { readonly at: number; readonly isSettled: boolean },
): void {
  requireTransaction(db, 'noting a look at a handover');
  writes(db).checked.run(at, isSettled ? at : null, handover);
}

/** Keeps how far a posting of a handover is. In the caller's transaction. */
export function putAcceptance(
  db: BenchDatabase,
  row: AcceptanceRow & { readonly state: AcceptanceState },
): void {
  requireTransaction(db, 'keeping an acceptance');
  writes(db).put.run(row.handover, row.posting, row.state, row.shopStatus, row.changedAt);
}

/** A posting left its handover and waits for the courier again. In the caller's transaction. */
export function freeOfHandover(db: BenchDatabase, posting: string, handover: string): void {
  requireTransaction(db, 'freeing a posting');
  writes(db).free.run(posting, handover);
}
