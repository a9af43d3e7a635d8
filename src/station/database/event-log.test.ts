import { describe, expect, it } from 'vitest';
import { PostingNumber, SessionId } from '#domain/ids.ts';
import type { BenchDatabase } from './bench-database.ts';
import { verifyChain } from './event-chain.ts';
import { appendEvents, lastEvent, readPosting, readSession } from './event-log.ts';
import { openBench } from './testing/temporary-bench.ts';
import { transaction, tryTransaction } from './transaction.ts';

const session = SessionId.parse('01900000-0000-7000-8000-000000000001');
const other = SessionId.parse('01900000-0000-7000-8000-000000000002');
const posting = PostingNumber.parse('1-1');

function append(db: BenchDatabase, count: number, of: SessionId = session) {
  const events = Array.from({ length: count }, (_, n) => {
    return { session: of, posting, at: n, actor: 'P1', event: { type: 'scanned', code: `46012345678${n}` } };
  });
  return transaction(db, () => appendEvents(db, events));
}

describe('the event log', () => {
  it('gives back a session and a posting in the order in which things happened', () => {
    const db = openBench();
    append(db, 2);
    append(db, 1, other);
    append(db, 1);
    expect(readSession(db, session).map(({ seq }) => seq)).toEqual([1, 2, 4]);
    expect(readSession(db, other).map(({ seq }) => seq)).toEqual([3]);
    expect(readPosting(db, posting).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect(JSON.parse(lastEvent(db)?.data ?? '')).toEqual({ type: 'scanned', code: '460123456780' });
  });

  it('is written inside a transaction only, and leaves nothing behind when that fails', () => {
    const db = openBench();
    const event = { session, posting, at: 1, actor: 'P1', event: { type: 'scanned' } };
    expect(() => appendEvents(db, [event])).toThrow(/part of a transaction/);
    expect(() =>
      transaction(db, () => {
        appendEvents(db, [event]);
        throw new Error('the projection failed');
      }),
    ).toThrow('the projection failed');
    expect(lastEvent(db)).toBeNull();
    append(db, 1);
    expect(lastEvent(db)?.seq).toBe(1);
  });

  it('refuses a transaction that would wait for something', () => {
    const db = openBench();
    const waits = async () =>
      appendEvents(db, [{ session, posting, at: 1, actor: 'P1', event: { type: 'scanned' } }]);
    expect(() => transaction(db, waits)).toThrow(/promise/);
    expect(lastEvent(db)).toBeNull();
  });

  it('lets nobody change, delete or replace an event, not even by hand', () => {
    const db = openBench();
    const [first] = append(db, 3);
    const byHand = (statement: string) => () => db.sqlite.exec(statement);
    expect(byHand("UPDATE event SET actor = 'P2' WHERE seq = 2")).toThrow(/append-only/);
    expect(byHand('DELETE FROM event WHERE seq = 3')).toThrow(/append-only/);
    expect(byHand('DELETE FROM event')).toThrow(/append-only/);
    const row = `'P2', '{}', prev_hash, hash FROM event`;
    const insert = (verb: string, seq: number, id: string) =>
      byHand(`${verb} INTO event SELECT ${seq}, ${id}, session, posting, type, at, ${row} WHERE seq = 3`);
    const newId = `'01900000-0000-7000-8000-00000000000a'`;
    expect(insert('INSERT OR REPLACE', 2, newId)).toThrow(/append-only/);
    expect(insert('INSERT OR REPLACE', 4, `'${first?.id}'`)).toThrow(/append-only/);
    expect(insert('INSERT', 9, newId)).toThrow(/append-only/);
    expect(insert('INSERT', 4, newId)).toThrow(/append-only/);
    expect(verifyChain(db)).toEqual({ ok: true, value: { events: 3, lastSeq: 3 } });
  });

  it('has no half transaction when the disk is full, and goes on when there is room again', () => {
    const db = openBench();
    append(db, 1);
    const pages = Number(db.sqlite.pragma('page_count', { simple: true }));
    db.sqlite.pragma(`max_page_count = ${pages + 2}`);
    const big = (n: number) => ({
      session,
      posting,
      at: 1,
      actor: 'P1',
      event: { type: 'held', note: 'x'.repeat(3000), n },
    });
    let written = 0;
    let problem: string | null = null;
    for (let n = 0; problem === null && n < 50; n += 1) {
      const outcome = tryTransaction(db, () => appendEvents(db, [big(n), big(n)]));
      if (outcome.ok) written += 2;
      else problem = outcome.error.code;
    }
    expect(problem).toBe('disk-full');
    expect(lastEvent(db)?.seq).toBe(1 + written);
    db.sqlite.pragma('max_page_count = 100000');
    append(db, 1);
    expect(verifyChain(db)).toMatchObject({ ok: true, value: { lastSeq: written + 2 } });
  });
});
