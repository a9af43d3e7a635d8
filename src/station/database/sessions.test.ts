import { describe, expect, it } from 'vitest';
import { getSession, latestSessionOf, saveSession, unfinishedSessions } from './sessions.ts';
import { beginSession, shopPosting, takeOver } from './testing/shop-postings.ts';
import { openBench } from './testing/temporary-bench.ts';
import { transaction } from './transaction.ts';

const first = '01900000-0000-7000-8000-000000000001';
const second = '01900000-0000-7000-8000-000000000002';

describe('sessions', () => {
  it('say where the bench goes on: the last one touched first, finished ones not at all', () => {
    const db = openBench();
    takeOver(db, shopPosting('1-1'), shopPosting('2-1'));
    const a = beginSession(db, '1-1', first);
    const b = beginSession(db, '2-1', second);
    expect(unfinishedSessions(db).map(({ id }) => id)).toEqual([b, a]);
    const row = getSession(db, b);
    if (row === null) throw new Error('not stored');
    transaction(db, () => saveSession(db, { ...row, state: 'closed', closedAt: 9 }));
    expect(unfinishedSessions(db).map(({ id }) => id)).toEqual([a]);
    expect(latestSessionOf(db, row.posting)).toEqual({ ...row, state: 'closed', closedAt: 9 });
  });
});
