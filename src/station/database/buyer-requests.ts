import type { ShopId } from '#domain/ids.ts';
import type { BenchDatabase, ReadableDatabase } from './bench-database.ts';
import { noteListChange } from './list-changes.ts';
import { prepareOnce } from './prepare-once.ts';
import type { BuyerRequestKind, buyerRequest } from './schema.ts';
import { findOpenTask, raiseTask, resolveTask } from './tasks.ts';
import { requireTransaction } from './transaction.ts';

/** Something that a buyer asked for, as it is kept. `detail` is JSON; times are epoch ms. */
export type BuyerRequestRow = Readonly<typeof buyerRequest.$inferSelect>;

/** A request that waits at the shop. */
export type WaitingRequest = {
  readonly id: string;
  readonly posting: string;
  /** What its task is called by: a posting's number, or the request's own. */
  readonly subject: string;
  /** For people, in the shop's words. */
  readonly words: string;
  readonly askedAt: number | null;
  /** When the shop decides by itself, epoch ms; null where it never does. */
  readonly decidesAt: number | null;
};

/** The kinds of tasks that ask for an answer to a buyer. */
export const requestTaskKinds: Readonly<Record<BuyerRequestKind, string>> = {
  cancellation: 'cancellation-waits',
  return: 'return-waits',
};

const columns = `shop, kind, id, posting, detail, asked_at AS askedAt, decides_at AS decidesAt, task,
  first_seen_at AS firstSeenAt, settled_at AS settledAt`;

const statements = prepareOnce((db: ReadableDatabase) => ({
  one: db.sqlite.prepare<[string, string, string], BuyerRequestRow>(
    `SELECT ${columns} FROM buyer_request WHERE shop = ? AND kind = ? AND id = ?`,
  ),
  waiting: db.sqlite.prepare<[string, string], BuyerRequestRow>(
    `SELECT ${columns} FROM buyer_request WHERE shop = ? AND kind = ? AND settled_at IS NULL
     ORDER BY coalesce(decides_at, 9007199254740991), id`,
  ),
  count: db.sqlite
    .prepare<[string], number>('SELECT count(*) FROM buyer_request WHERE shop = ? AND settled_at IS NULL')
    .pluck(),
  sharers: db.sqlite
    .prepare<[string], number>('SELECT count(*) FROM buyer_request WHERE task = ? AND settled_at IS NULL')
    .pluck(),
}));

const writes = prepareOnce((db: BenchDatabase) => ({
  put: db.sqlite.prepare(
    `INSERT INTO buyer_request (shop, kind, id, posting, detail, asked_at, decides_at, task, first_seen_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET posting = excluded.posting, detail = excluded.detail, asked_at = excluded.asked_at,
       decides_at = excluded.decides_at, task = excluded.task, settled_at = NULL`,
  ),
  settle: db.sqlite.prepare(
    'UPDATE buyer_request SET settled_at = ? WHERE shop = ? AND kind = ? AND id = ? AND settled_at IS NULL',
  ),
}));

/**
 * Takes over what waits for an answer at the shop; part of the caller's transaction. A new one becomes a task with the time
 * at which the shop decides by itself. One that is no longer listed is settled, and so is its task, but only where
 * `isWhole`: the list was read to its end and every row of it was understood. True where anything changed.
 */
export function keepBuyerRequests(
  db: BenchDatabase,
  shop: ShopId,
  kind: BuyerRequestKind,
  listed: { readonly rows: readonly WaitingRequest[]; readonly isWhole: boolean; readonly at: number },
): boolean {
  requireTransaction(db, 'taking over what buyers ask for');
  const { rows, isWhole, at } = listed;
  let isChanged = false;
  for (const row of rows) if (keep(db, shop, kind, row, at)) isChanged = true;
  const ids = new Set(rows.map(({ id }) => id));
  const gone = isWhole ? waitingRequests(db, shop, kind).filter(({ id }) => !ids.has(id)) : [];
  for (const { id } of gone) {
    settleBuyerRequest(db, shop, kind, { id, by: 'station', resolution: 'answered at the shop', at });
    isChanged = true;
  }
  return isChanged;
}

/** Notes that a request was answered, and closes its task; `by` is who did. Part of the caller's transaction. */
export function settleBuyerRequest(
  db: BenchDatabase,
  shop: ShopId,
  kind: BuyerRequestKind,
  { id, by, resolution, at }: { id: string; by: string; resolution: string; at: number },
): void {
  requireTransaction(db, "settling a buyer's request");
  const row = statements(db).one.get(shop, kind, id);
  if (row === undefined || writes(db).settle.run(at, shop, kind, id).changes === 0) return;
  noteListChange(db, 'requests');
  // Two requests about one posting share a task: the last one settles it.
  if (statements(db).sharers.get(row.task) === 0) resolveTask(db, row.task, by, resolution, at);
}

/** What waits for an answer, soonest to be decided by the shop itself first. */
export function waitingRequests(
  db: ReadableDatabase,
  shop: ShopId,
  kind: BuyerRequestKind,
): readonly BuyerRequestRow[] {
  return statements(db).waiting.all(shop, kind);
}

/** How many requests of a shop's buyers wait for an answer. */
export function countWaitingRequests(db: ReadableDatabase, shop: ShopId): number {
  return statements(db).count.get(shop) ?? 0;
}

function keep(
  db: BenchDatabase,
  shop: ShopId,
  kind: BuyerRequestKind,
  { id, posting, subject, words, askedAt, decidesAt }: WaitingRequest,
  at: number,
): boolean {
  const known = statements(db).one.get(shop, kind, id);
  const detail = JSON.stringify({ words, dueAt: decidesAt });
  const isWaiting = known !== undefined && known.settledAt === null;
  if (isWaiting && known.detail === detail && known.posting === posting) return false;
  const taskKind = requestTaskKinds[kind];
  // A task that a person has put away stays away as long as the request waits.
  const isPutAway = isWaiting && findOpenTask(db, taskKind, subject) === null;
  const task = isPutAway
    ? known.task
    : raiseTask(db, { kind: taskKind, subject, detail: { words, dueAt: decidesAt }, at }).id;
  writes(db).put.run(shop, kind, id, posting, detail, askedAt, decidesAt, task, at);
  noteListChange(db, 'requests');
  return true;
}
