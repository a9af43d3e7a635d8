import type { PostingNumber } from '#domain/ids.ts';
import type { BenchDatabase, ReadableDatabase } from './bench-database.ts';
import { desc, eq, inArray, sql } from './drizzle.ts';
import { prepareOnce } from './prepare-once.ts';
import { type PrintState, printJob } from './schema.ts';

/** One print of exact bytes, and what became of it. Times are epoch ms. */
export type PrintJobRow = Readonly<typeof printJob.$inferSelect>;

export type NewPrintJob = Omit<PrintJobRow, 'state' | 'sentAt' | 'reason'>;

/**
 * From which states a job may come into one. A job whose bytes may have left is never queued again: it is `doubtful`
 * and a person says what is on the parcel. Back to `queued` only from `sending`, when not one byte was taken.
 */
const before: Readonly<Record<PrintState, readonly PrintState[]>> = {
  queued: ['sending'],
  sending: ['queued'],
  sent: ['sending', 'doubtful'],
  verified: ['sending', 'sent', 'doubtful'],
  doubtful: ['sending', 'sent'],
  spoiled: ['queued', 'sending', 'sent', 'doubtful'],
};

const statements = prepareOnce((db: ReadableDatabase) => ({
  byId: db.orm
    .select()
    .from(printJob)
    .where(eq(printJob.id, sql.placeholder('id')))
    .prepare(),
  ofPosting: db.orm
    .select()
    .from(printJob)
    .where(eq(printJob.posting, sql.placeholder('posting')))
    .orderBy(printJob.createdAt, printJob.id)
    .prepare(),
  latest: db.orm
    .select()
    .from(printJob)
    .where(inArray(printJob.state, ['sent', 'verified', 'doubtful']))
    .orderBy(desc(printJob.id))
    .limit(sql.placeholder('limit'))
    .prepare(),
  unfinished: db.orm
    .select()
    .from(printJob)
    .where(sql`${printJob.state} IN ('queued', 'sending', 'sent', 'doubtful')`)
    .orderBy(printJob.createdAt, printJob.id)
    .prepare(),
}));

const writes = prepareOnce((db: BenchDatabase) => ({
  add: db.sqlite.prepare(
    `INSERT INTO print_job (id, posting, package_n, kind, copy, state, bytes_file, bytes_sha256, created_at, printer)
     VALUES (?, ?, ?, ?, ?, 'queued', ?, ?, ?, ?)`,
  ),
  move: db.sqlite.prepare(
    `UPDATE print_job SET state = :to, sent_at = CASE WHEN :to = 'sent' THEN :at ELSE sent_at END, reason = :reason
     WHERE id = :id AND state IN (SELECT value FROM json_each(:from))`,
  ),
}));

/** Queues a print whose bytes are stored already. */
export function addPrintJob(db: BenchDatabase, job: NewPrintJob): void {
  writes(db).add.run(
    ...[job.id, job.posting, job.packageN, job.kind, job.copy],
    ...[job.bytesFile, job.bytesSha256, job.createdAt, job.printer],
  );
}

/**
 * Moves a job on; `reason` says why it is doubtful or spoiled. False when it is in no state from which it may go
 * there, which then stays: a late answer of a printer does not undo what a person has said.
 */
export function movePrintJob(
  db: BenchDatabase,
  id: string,
  to: PrintState,
  at: number,
  reason: string | null = null,
): boolean {
  const from = JSON.stringify(before[to]);
  return writes(db).move.run({ id, to, at, reason, from }).changes === 1;
}

/** One job; null when there is none of that id. */
export function getPrintJob(db: ReadableDatabase, id: string): PrintJobRow | null {
  return statements(db).byId.get({ id }) ?? null;
}

/** Every print for a posting, in order. */
export function printJobsOf(db: ReadableDatabase, posting: PostingNumber): readonly PrintJobRow[] {
  return statements(db).ofPosting.all({ posting });
}

/** The prints made last, newest first, at most `limit`. */
export function latestPrintJobs(db: ReadableDatabase, limit: number): readonly PrintJobRow[] {
  return statements(db).latest.all({ limit });
}

/** Jobs that are neither verified nor spoiled, the oldest first: what a start has to ask about. */
export function unfinishedPrintJobs(db: ReadableDatabase): readonly PrintJobRow[] {
  return statements(db).unfinished.all();
}
