import { describe, expect, it } from 'vitest';
import { mug, samplePosting, towel } from '#domain/packing/testing/sample-bench.ts';
import { addPrintJob, movePrintJob } from '../database/print-jobs.ts';
import { keepPreview } from '../labelling/label-preview.ts';
import { packAndClose } from '../packing/testing/packed-postings.ts';
import { openTestBench } from '../packing/testing/test-bench.ts';
import { printedLabels } from './printed-labels.ts';

const posting = samplePosting().number;

function packed(isShipped: boolean, kind: 'label' | 'interim') {
  const bench = openTestBench();
  bench.know(samplePosting());
  packAndClose(bench, posting, [[mug, mug, towel]], isShipped ? [posting] : null);
  const { db } = bench;
  const bytes = { bytesFile: 'labels/a.zpl', printer: 'label-printer', bytesSha256: 'a'.repeat(64) };
  addPrintJob(db, { id: 'job', posting, packageN: 1, kind, copy: 1, ...bytes, createdAt: 1 });
  for (const state of ['sending', 'sent'] as const) movePrintJob(db, 'job', state, 2);
  keepPreview(db.home, bytes.bytesSha256, Uint8Array.of(1));
  return db;
}

describe('the labels on the screen of the simulated printer', () => {
  it('can be scanned: the codes are those that stand on them', () => {
    expect(printedLabels(packed(true, 'label')).map(({ codes }) => codes)).toEqual([['%101%1']]);
    expect(printedLabels(packed(false, 'interim')).map(({ codes }) => codes)).toEqual([[posting]]);
  });
});
