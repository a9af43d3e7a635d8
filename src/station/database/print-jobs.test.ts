import { describe, expect, it } from 'vitest';
import { PostingNumber } from '#domain/ids.ts';
import { addPrintJob, getPrintJob, movePrintJob, printJobsOf, unfinishedPrintJobs } from './print-jobs.ts';
import { openBench } from './testing/temporary-bench.ts';

const posting = PostingNumber.parse('1-1');

describe('print jobs', () => {
  it('never go back to being printed once their bytes may have left', () => {
    const db = openBench();
    const job = {
      id: 'J1',
      posting,
      packageN: 1,
      kind: 'label',
      copy: 1,
      bytesFile: 'p/a.zpl',
      printer: 'label-printer',
      bytesSha256: 'a'.repeat(64),
      createdAt: 1,
    } as const;
    addPrintJob(db, job);
    expect(movePrintJob(db, 'J1', 'sent', 2)).toBe(false);
    expect(movePrintJob(db, 'J1', 'sending', 2)).toBe(true);
    expect(movePrintJob(db, 'J1', 'sending', 2)).toBe(false);
    expect(movePrintJob(db, 'J1', 'queued', 3, 'printer-off')).toBe(true);
    expect(movePrintJob(db, 'J1', 'sending', 4)).toBe(true);
    expect(movePrintJob(db, 'J1', 'sent', 5)).toBe(true);
    expect(movePrintJob(db, 'J1', 'queued', 6)).toBe(false);
    expect(movePrintJob(db, 'J1', 'doubtful', 6, 'restarted')).toBe(true);
    expect(unfinishedPrintJobs(db)).toMatchObject([
      { id: 'J1', state: 'doubtful', sentAt: 5, reason: 'restarted' },
    ]);
    expect(movePrintJob(db, 'J1', 'verified', 7)).toBe(true);
    expect(movePrintJob(db, 'J1', 'spoiled', 8)).toBe(false);
    expect(unfinishedPrintJobs(db)).toEqual([]);
    expect(printJobsOf(db, posting)).toEqual([getPrintJob(db, 'J1')]);
  });
});
