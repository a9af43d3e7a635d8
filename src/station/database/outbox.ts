import { hash } from 'node:crypto';
import { v7 } from 'uuid';
import type { ShopId } from '#domain/ids.ts';
import type { BenchDatabase, ReadableDatabase } from './bench-database.ts';
import { alias, and, eq, lte, notExists, sql } from './drizzle.ts';
import { noteListChange } from './list-changes.ts';
import { prepareOnce } from './prepare-once.ts';
import { type OutboxState, outbox } from './schema.ts';
import { requireTransaction } from './transaction.ts';

/** Something the shop must hear. Times are epoch ms. */
export type OutboxRow = Readonly<typeof outbox.$inferSelect>;

export type NewOutboxRow = {
  /** A UUIDv7 and the idempotency key; made here when absent. */
  readonly id?: string;
  readonly kind: string;
  /** Who must hear it. */
  readonly shop: ShopId;
  /** What must be told in order, usually the posting's number. */
  readonly subject: string;
  /** Kept as JSON. */
  readonly payload: unknown;
  readonly at: number;
};

const earlier = alias(outbox, 'earlier');

const statements = prepareOnce((db: ReadableDatabase) => {
  const unfinishedBefore = db.orm
    .select({ seq: earlier.seq })
    .from(earlier)
    .where(
      and(
        eq(earlier.subject, outbox.subject),
        sql`${earlier.seq} < ${outbox.seq}`,
        sql`${earlier.state} <> 'done'`,
      ),
    );
  return {
    byId: db.orm
      .select()
      .from(outbox)
      .where(eq(outbox.id, sql.placeholder('id')))
      .prepare(),
    due: db.orm
      .select()
      .from(outbox)
      .where(
        and(
          eq(outbox.shop, sql.placeholder('shop')),
          eq(outbox.state, sql.placeholder('state')),
          sql`${outbox.state} <> 'done'`,
          lte(outbox.nextAttemptAt, sql.placeholder('now')),
          notExists(unfinishedBefore),
        ),
      )
      .orderBy(outbox.seq)
      .limit(sql.placeholder('limit'))
      .prepare(),
    unfinished: db.orm
      .select()
      .from(outbox)
      .where(sql`${outbox.state} <> 'done'`)
      .orderBy(outbox.seq)
      .prepare(),
    ofSubject: db.orm
      .select()
      .from(outbox)
      .where(and(eq(outbox.subject, sql.placeholder('subject')), sql`${outbox.state} <> 'done'`))
      .orderBy(outbox.seq)
      .prepare(),
    counts: db.sqlite.prepare<[string], { state: OutboxState; rows: number }>(
      "SELECT state, count(*) AS rows FROM outbox WHERE shop = ? AND state <> 'done' GROUP BY state",
    ),
    soonest: db.sqlite
      .prepare<[string], number | null>(
        `SELECT min(next_attempt_at) FROM outbox AS row WHERE shop = ? AND state IN ('ready', 'unknown') AND state <> 'done'
         AND NOT EXISTS (SELECT 1 FROM outbox AS earlier
           WHERE earlier.subject = row.subject AND earlier.seq < row.seq AND earlier.state <> 'done')`,
      )
      .pluck(),
  };
});

const writes = prepareOnce((db: BenchDatabase) => ({
  add: db.sqlite.prepare(
    `INSERT INTO outbox (id, kind, shop, subject, payload, payload_hash, next_attempt_at, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  move: db.sqlite.prepare(
    `UPDATE outbox SET state = :to, attempts = attempts + :attempt, failures = coalesce(:failures, failures),
       next_attempt_at = coalesce(:nextAt, next_attempt_at), last_error = :error, done_at = :doneAt,
       sent_at = iif(:to = 'ready', NULL, sent_at), taken_at = coalesce(:takenAt, taken_at)
     WHERE id = :id AND state IN (SELECT value FROM json_each(:from))`,
  ),
  sent: db.sqlite.prepare(
    `UPDATE outbox SET sent_at = ?, taken_at = NULL, sends = sends + 1 WHERE id = ? AND state IN ('sending', 'unknown')`,
  ),
  unpark: db.sqlite.prepare(
    `UPDATE outbox SET state = 'unknown', next_attempt_at = :at, retried_at = :at, last_error = 'retried-by-lead',
       attempts = 0, failures = 0, sends = 0
     WHERE id = :id AND state = 'parked'`,
  ),
  supersede: db.sqlite.prepare(
    `UPDATE outbox SET state = 'done', done_at = ?, last_error = 'superseded'
     WHERE subject = ? AND state IN ('parked', 'ready')`,
  ),
  hurry: db.sqlite.prepare(
    `UPDATE outbox SET next_attempt_at = :at
     WHERE shop = :shop AND state IN ('ready', 'unknown') AND next_attempt_at > :at`,
  ),
  doubtSending: db.sqlite.prepare(
    `UPDATE outbox SET state = 'unknown', next_attempt_at = ?, last_error = 'interrupted'
     WHERE shop = ? AND state = 'sending'`,
  ),
}));

/**
 * Owes the shop one thing more, in the transaction of the events that caused it. The same id with the same payload
 * again changes nothing; with another payload it throws. Returns the id.
 */
export function enqueueOutbox(
  db: BenchDatabase,
  { id = v7(), kind, shop, subject, payload, at }: NewOutboxRow,
): string {
  requireTransaction(db, 'an outbox row');
  const text = JSON.stringify(payload);
  const payloadHash = hash('sha256', text);
  const known = getOutboxRow(db, id);
  if (known === null) {
    writes(db).add.run(id, kind, shop, subject, text, payloadHash, at, at);
    noteListChange(db, 'outbox');
  } else if (
    known.payloadHash !== payloadHash ||
    known.kind !== kind ||
    known.shop !== shop ||
    known.subject !== subject
  ) {
    throw new Error(`outbox row ${id} stands for something else already`);
  }
  return id;
}

/**
 * Rows that may be sent to a shop now, in the order they were owed. Of each subject only its first unfinished row may go, so a
 * row that is being sent, waits for its next attempt, is parked or unknown holds back those behind it, and nobody else.
 */
export function nextDue(
  db: ReadableDatabase,
  shop: ShopId,
  now: number,
  limit: number,
): readonly OutboxRow[] {
  return statements(db).due.all({ shop, state: 'ready', now, limit });
}

/** Rows whose call was never answered and that a shop may be asked about now. */
export function nextUnknown(
  db: ReadableDatabase,
  shop: ShopId,
  now: number,
  limit: number,
): readonly OutboxRow[] {
  return statements(db).due.all({ shop, state: 'unknown', now, limit });
}

/** When a row of a shop's may next be sent or asked about, epoch ms; null when nothing waits but for a person. May be past. */
export function nextOutboxAttemptAt(db: ReadableDatabase, shop: ShopId): number | null {
  return statements(db).soonest.get(shop) ?? null;
}

/** Commits that the call is about to be made; counts the attempt. False when the row is not `ready`. */
export function markSending(db: BenchDatabase, id: string): boolean {
  return move(db, id, ['ready'], { to: 'sending', attempt: 1 });
}

/** The shop has it. */
export function markDone(db: BenchDatabase, id: string, at: number): boolean {
  return move(db, id, ['sending', 'unknown', 'ready'], { to: 'done', doneAt: at });
}

/**
 * Commits that a request which may be carried out only once is about to leave, at `at`: whatever becomes of the station,
 * it is known from then on that it may have arrived.
 */
export function markSent(db: BenchDatabase, id: string, at: number): boolean {
  return writes(db).sent.run(at, id).changes === 1;
}

/** Nothing was changed at the shop, by this try or one before it: to be sent again at `nextAt`. */
export function markRetry(
  db: BenchDatabase,
  id: string,
  nextAt: number,
  error: string,
  facts: TryFacts = {},
): boolean {
  return move(db, id, ['sending', 'unknown'], { to: 'ready', nextAt, error, ...facts });
}

/** The call may have been carried out: the shop is asked at `askAt`, and nothing is sent before. */
export function markUnknown(
  db: BenchDatabase,
  id: string,
  askAt: number,
  error: string,
  facts: TryFacts & { readonly takenAt?: number } = {},
): boolean {
  return move(db, id, ['sending', 'unknown'], { to: 'unknown', nextAt: askAt, error, ...facts });
}

/** A person must look at it; it stays first of its subject. */
export function markParked(db: BenchDatabase, id: string, error: string): boolean {
  return move(db, id, ['ready', 'sending', 'unknown'], { to: 'parked', error });
}

/** A lead wants it tried again, from the beginning. The shop is asked first, as after an answer that never came. */
export function unpark(db: BenchDatabase, id: string, at: number): boolean {
  noteListChange(db, 'outbox');
  return writes(db).unpark.run({ id, at }).changes === 1;
}

/**
 * What the shop refused for a subject, and what waits behind it, is not wanted any more: the posting is packed anew. What
 * may have reached the shop stays. Part of the caller's transaction; returns how many rows.
 */
export function supersedeOutbox(db: BenchDatabase, subject: string, at: number): number {
  requireTransaction(db, 'giving an outbox row up');
  noteListChange(db, 'outbox');
  return writes(db).supersede.run(at, subject).changes;
}

/**
 * When a shop is connected: whatever was being sent to it when it was so last may or may not have arrived. Returns how
 * many rows.
 */
export function doubtInterruptedSends(db: BenchDatabase, shop: ShopId, at: number): number {
  return writes(db).doubtSending.run(at, shop).changes;
}

/**
 * A shop is back: whatever had waited for it longer and longer may be tried, or asked about, from `at` on. Returns how
 * many rows.
 */
export function hurryOutbox(db: BenchDatabase, shop: ShopId, at: number): number {
  noteListChange(db, 'outbox');
  return writes(db).hurry.run({ shop, at }).changes;
}

/** One row; null when there is none of that id. */
export function getOutboxRow(db: ReadableDatabase, id: string): OutboxRow | null {
  return statements(db).byId.get({ id }) ?? null;
}

/** Everything the shops have not confirmed, in order. */
export function unfinishedOutbox(db: ReadableDatabase): readonly OutboxRow[] {
  return statements(db).unfinished.all();
}

/** What one subject still waits for, in order. */
export function unfinishedOutboxOf(db: ReadableDatabase, subject: string): readonly OutboxRow[] {
  return statements(db).ofSubject.all({ subject });
}

/** How many rows of a shop's are in each unfinished state. */
export function countOutbox(
  db: ReadableDatabase,
  shop: ShopId,
): Readonly<Record<Exclude<OutboxState, 'done'>, number>> {
  const rows = statements(db).counts.all(shop);
  const of = (state: OutboxState) => rows.find((row) => row.state === state)?.rows ?? 0;
  return { ready: of('ready'), sending: of('sending'), parked: of('parked'), unknown: of('unknown') };
}

type TryFacts = {
  /** Tries in a row that the shop was there for and that came to nothing; as before when absent. */
  readonly failures?: number;
  /** 1 where asking was a try of its own; sending is counted when it begins. */
  readonly attempt?: 0 | 1;
};

type Move = TryFacts & {
  readonly to: OutboxState;
  readonly nextAt?: number;
  readonly error?: string;
  readonly doneAt?: number;
  readonly takenAt?: number;
};

function move(db: BenchDatabase, id: string, from: readonly OutboxState[], change: Move): boolean {
  noteListChange(db, 'outbox');
  const {
    to,
    attempt = 0,
    failures = null,
    nextAt = null,
    error = null,
    doneAt = null,
    takenAt = null,
  } = change;
  const row = { id, from: JSON.stringify(from), to, attempt, failures, nextAt, error, doneAt, takenAt };
  return writes(db).move.run(row).changes === 1;
}
