import { existsSync, readFileSync } from 'node:fs';
import { interimCode } from '#domain/packing/decide-label.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { latestPrintJobs, type PrintJobRow } from '../database/print-jobs.ts';
import { previewFile } from '../labelling/label-preview.ts';
import { lastSessionOf } from '../packing/session-record.ts';

const shown = 6;

/** The labels printed last, as pictures, newest first; what has no picture (an older version printed it) is left out. */
export function printedLabels(
  db: BenchDatabase,
): { job: string; posting: string | null; dataUrl: string; codes: string[] }[] {
  return latestPrintJobs(db, shown).flatMap((job) => {
    const file = previewFile(db.home, job.bytesSha256);
    if (!existsSync(file)) return [];
    const dataUrl = `data:image/png;base64,${readFileSync(file).toString('base64')}`;
    return [{ job: job.id, posting: job.posting, dataUrl, codes: codesOn(db, job) }];
  });
}

/** What a scanner reads off the label; nothing for a document that belongs to no package. */
function codesOn(db: BenchDatabase, job: PrintJobRow): string[] {
  const session = job.posting === null ? undefined : lastSessionOf(db, job.posting)?.session;
  const parcel = session?.packages.find(({ n }) => n === job.packageN);
  if (session === undefined || parcel === undefined) return [];
  if (job.kind === 'interim') return [interimCode(session.posting, parcel.n, session.packages.length)];
  return parcel.labelBarcodes.length > 0
    ? [...parcel.labelBarcodes]
    : [parcel.shopPosting ?? session.posting];
}
