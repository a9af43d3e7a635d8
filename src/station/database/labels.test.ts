import { describe, expect, it } from 'vitest';
import { PostingNumber } from '#domain/ids.ts';
import { getLabel, saveLabel, savePreparedLabel } from './labels.ts';
import { openBench } from './testing/temporary-bench.ts';

const posting = PostingNumber.parse('1-1');
const pdf = { file: 'labels/a.pdf', sha256: 'a'.repeat(64) };

describe('labels', () => {
  it('keep what was prepared for the printer only while they are the same label', () => {
    const db = openBench();
    const prepared = {
      file: 'prepared/b.zpl',
      sha256: 'b'.repeat(64),
      codes: ['%101%42', '1-1'],
      readsWhenWorn: false,
    };
    const other = { file: 'labels/c.pdf', sha256: 'c'.repeat(64) };
    saveLabel(db, posting, pdf, 'big', 5);
    expect(savePreparedLabel(db, posting, pdf, prepared)).toBe(true);
    saveLabel(db, posting, pdf, 'big', 6);
    expect(getLabel(db, posting)).toEqual({ posting, pdf, size: 'big', prepared, fetchedAt: 5 });
    saveLabel(db, posting, other, 'small', 7);
    expect(getLabel(db, posting)).toEqual({
      posting,
      pdf: other,
      size: 'small',
      prepared: null,
      fetchedAt: 7,
    });
    expect(savePreparedLabel(db, posting, pdf, prepared)).toBe(false);
  });
});
