import { v7 } from 'uuid';
import type { PostingNumber, SessionId } from '#domain/ids.ts';
import type { BenchDatabase, ReadableDatabase } from './bench-database.ts';
import { desc, eq, sql } from './drizzle.ts';
import { eventHash, firstPrevHash } from './event-chain.ts';
import { prepareOnce } from './prepare-once.ts';
import { event } from './schema.ts';
import { requireTransaction } from './transaction.ts';

/** An event to be stored. `event` is kept as JSON, its `type` also as a column. */
export type NewEvent = {
  /** A UUIDv7; made here when absent. */
  readonly id?: string;
  readonly session: SessionId | null;
  readonly posting: PostingNumber | null;
  /** Epoch ms. */
  readonly at: number;
  /** Who did it: a packer or lead, or `station`, `shop`. */
  readonly actor: string;
  readonly event: { readonly type: string };
};

/** An event as it lies in the log. */
export type StoredEvent = {
  /** Its place in the bench's log, from 1 without gaps. */
  readonly seq: number;
  readonly id: string;
  readonly session: SessionId | null;
  readonly posting: PostingNumber | null;
  readonly type: string;
  readonly at: number;
  readonly actor: string;
  /** The whole event as JSON. */
  readonly data: string;
  /** Hex SHA-256 over the previous event's hash and everything above. */
  readonly hash: string;
};

type EventRow = typeof event.$inferSelect;

const statements = prepareOnce((db: ReadableDatabase) => ({
  insert: db.sqlite.prepare<
    [number, string, string | null, string | null, string, number, string, string, Buffer, Buffer]
  >(
    'INSERT INTO event (seq, id, session, posting, type, at, actor, data, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  ),
  last: db.orm.select().from(event).orderBy(desc(event.seq)).limit(1).prepare(),
  bySession: db.orm
    .select()
    .from(event)
    .where(eq(event.session, sql.placeholder('session')))
    .orderBy(event.seq)
    .prepare(),
  byPosting: db.orm
    .select()
    .from(event)
    .where(eq(event.posting, sql.placeholder('posting')))
    .orderBy(event.seq)
    .prepare(),
}));

/**
 * Puts events behind the last one, each carrying the hash of the one before it. Part of the caller's transaction,
 * together with the projections and outbox rows that follow from them. Throws on an id that is in the log already.
 */
export function appendEvents(db: BenchDatabase, events: readonly NewEvent[]): readonly StoredEvent[] {
  requireTransaction(db, 'appending events');
  const last = statements(db).last.get();
  let seq = last?.seq ?? 0;
  let prevHash = last?.hash ?? firstPrevHash(db.databaseId);
  return events.map((added) => {
    seq += 1;
    const { id = v7(), session, posting, at, actor } = added;
    const fields = {
      seq,
      id,
      session,
      posting,
      type: added.event.type,
      at,
      actor,
      data: JSON.stringify(added.event),
    };
    const hash = eventHash(prevHash, fields);
    statements(db).insert.run(seq, id, session, posting, fields.type, at, actor, fields.data, prevHash, hash);
    prevHash = hash;
    return { ...fields, hash: hash.toString('hex') };
  });
}

/** The newest event; null while there is none. */
export function lastEvent(db: ReadableDatabase): StoredEvent | null {
  const row = statements(db).last.get();
  return row === undefined ? null : storedEvent(row);
}

/** A session's events in their order. */
export function readSession(db: ReadableDatabase, session: SessionId): readonly StoredEvent[] {
  return statements(db).bySession.all({ session }).map(storedEvent);
}

/** The audit trail of a posting: every event of all its sessions. */
export function readPosting(db: ReadableDatabase, posting: PostingNumber): readonly StoredEvent[] {
  return statements(db).byPosting.all({ posting }).map(storedEvent);
}

function storedEvent({ prevHash: _, hash, ...fields }: EventRow): StoredEvent {
  return { ...fields, hash: hash.toString('hex') };
}
