import type { PostingNumber, SessionId } from '#domain/ids.ts';
import { foldSession } from '#domain/packing/evolve.ts';
import type { Session } from '#domain/packing/session.ts';
import { SessionEvent } from '#domain/packing/session-event.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { appendEvents, readSession } from '../database/event-log.ts';
import { latestSessionOf } from '../database/sessions.ts';
import { transaction } from '../database/transaction.ts';
import { project } from './project-event.ts';

/** A session with the id that its events are stored under. */
export type KnownSession = { readonly id: SessionId; readonly session: Session };

/** A session as its stored events make it; null when there is no such session. Throws on an event it cannot read. */
export function loadSession(db: BenchDatabase, id: SessionId): Session | null {
  return foldSession(readSession(db, id).map((stored) => SessionEvent.parse(JSON.parse(stored.data))));
}

/** The latest packing of a posting at this bench. */
export function lastSessionOf(db: BenchDatabase, posting: PostingNumber): KnownSession | null {
  const row = latestSessionOf(db, posting);
  if (row === null) return null;
  const session = loadSession(db, row.id);
  return session === null ? null : { id: row.id, session };
}

export type SessionChange = {
  readonly id: SessionId;
  readonly before: Session | null;
  readonly events: readonly SessionEvent[];
  /** A packer, a lead, `station` or `shop`. */
  readonly actor: string;
  /** Epoch ms. */
  readonly at: number;
  /** More rows of the same transaction, e.g. the print job that an event speaks of. */
  readonly also?: () => void;
};

/**
 * Makes events fact: log, projections and outbox in one transaction, on disk when this returns. Returns the session
 * after them.
 */
export function recordEvents(db: BenchDatabase, change: SessionChange): Session | null {
  return transaction(db, () => {
    change.also?.();
    return recordWithin(db, change);
  });
}

/** As {@link recordEvents}, as part of the caller's transaction. */
export function recordWithin(db: BenchDatabase, change: SessionChange): Session | null {
  const posting = change.before?.posting ?? openedPosting(change.events);
  const stored = appendEvents(
    db,
    change.events.map((event) => ({
      session: change.id,
      posting,
      at: change.at,
      actor: change.actor,
      event,
    })),
  );
  let session = change.before;
  for (const [index, event] of change.events.entries()) {
    const seq = stored[index]?.seq;
    if (seq === undefined) throw new Error('an event was not stored');
    session = project(db, { id: change.id, before: session, event, seq, at: change.at });
  }
  return session;
}

function openedPosting(events: readonly SessionEvent[]): PostingNumber | null {
  return events.find((event) => event.type === 'opened')?.posting ?? null;
}
