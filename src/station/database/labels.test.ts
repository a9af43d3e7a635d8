import { describe, expect, it } from 'vitest';
import { PostingNumber } from '#domain/ids.ts';
import { getLabel, removeUnprintedLabel, saveLabel, savePreparedLabel } from './labels.ts';
import { addPrintJob } from './print-jobs.ts';
import { openBench } from './testing/temporary-bench.ts';

const posting = PostingNumber.parse('1-1');
const pdf = { file: 'labels/a.pdf', sha256: 'a'.repeat(64) };
const whole = { pdf, page: null };
const prepared = {
  file: 'prepared/b.zpl',
  sha256: 'b'.repeat(64),
  codes: ['%101%42', '1-1'],
  readsWhenWorn: false,
};

describe('labels', () => {
  it('keep what was prepared for the printer only while they are the same label', () => {
    const db = openBench();
    const other = { file: 'labels/c.pdf', sha256: 'c'.repeat(64) };
    saveLabel(db, posting, whole, 'big', 5);
    expect(savePreparedLabel(db, posting, whole, prepared)).toBe(true);
    saveLabel(db, posting, whole, 'big', 6);
    expect(getLabel(db, posting)).toEqual({ posting, ...whole, size: 'big', prepared, fetchedAt: 5 });
    saveLabel(db, posting, { pdf: other, page: null }, 'small', 7);
    expect(getLabel(db, posting)).toEqual({
      posting,
      pdf: other,
      page: null,
      size: 'small',
      prepared: null,
      fetchedAt: 7,
    });
    expect(savePreparedLabel(db, posting, whole, prepared)).toBe(false);
  });

  it('of several postings in one file are each their own page of it', () => {
    const db = openBench();
    saveLabel(db, posting, { pdf, page: 2 }, 'big', 5);
    expect(savePreparedLabel(db, posting, { pdf, page: 1 }, prepared)).toBe(false);
    expect(savePreparedLabel(db, posting, { pdf, page: 2 }, prepared)).toBe(true);
    saveLabel(db, posting, { pdf, page: 3 }, 'big', 6);
    expect(getLabel(db, posting)).toMatchObject({ page: 3, prepared: null });
  });

  it('stay once they went to a printer', () => {
    const db = openBench();
    saveLabel(db, posting, whole, 'big', 5);
    savePreparedLabel(db, posting, whole, prepared);
    const job = { id: 'job-1', posting, packageN: 1, kind: 'label', copy: 1 } as const;
    const bytes = { bytesFile: prepared.file, bytesSha256: prepared.sha256 };
    addPrintJob(db, { ...job, ...bytes, createdAt: 5, printer: 'label-printer' });
    expect(removeUnprintedLabel(db, posting)).toEqual([]);
    expect(getLabel(db, posting)).not.toBeNull();
  });
});
