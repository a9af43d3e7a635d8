import { describe, expect, it } from 'vitest';
import { PostingNumber, SessionId, Sku } from '#domain/ids.ts';
import { findMarkingCode, keepMarkingCode, markingCodesOf, releaseMarkingCode } from './marking-codes.ts';
import { beginSession, shopPosting, takeOver } from './testing/shop-postings.ts';
import { openBench } from './testing/temporary-bench.ts';
import { transaction } from './transaction.ts';

const first = '01900000-0000-7000-8000-000000000001';
const second = '01900000-0000-7000-8000-000000000002';
const posting = PostingNumber.parse('1-1');

describe('marking codes', () => {
  it('belong to one unit until it is taken out again', () => {
    const db = openBench();
    takeOver(db, shopPosting('1-1'));
    const session = beginSession(db, '1-1', first);
    const row = { code: '010460…21abc', posting, sku: Sku.parse('100'), session };
    transaction(db, () => keepMarkingCode(db, row));
    expect(findMarkingCode(db, row.code)).toEqual(row);
    expect(markingCodesOf(db, posting)).toEqual([row]);
    expect(() => transaction(db, () => keepMarkingCode(db, row))).toThrow(/UNIQUE/);
    transaction(db, () => releaseMarkingCode(db, row.code, SessionId.parse(second)));
    expect(findMarkingCode(db, row.code)).not.toBeNull();
    transaction(db, () => releaseMarkingCode(db, row.code, session));
    expect(findMarkingCode(db, row.code)).toBeNull();
  });
});
