import { Worker } from 'node:worker_threads';
import type { BenchDatabase } from '../database/bench-database.ts';
import { checkpoint, walAlarmBytes, walBytes } from '../database/checkpoint.ts';
import { writeWitness } from '../database/witness.ts';
import { workerFile } from '../workers/worker-file.ts';

/** The chores that keep a bench's data safe: witness every minute, WAL emptied when it grows, a verified backup each hour. */
export type Upkeep = { close(): Promise<void> };

const witnessEveryMs = 60_000;
const firstBackupAfterMs = 300_000;
const backupEveryMs = 3_600_000;
const backupsPerFullCheck = 24;

/** Starts the chores. Their failures are written to the error output; they never stop a packer. */
export function startUpkeep({ db, now }: { readonly db: BenchDatabase; readonly now: () => number }): Upkeep {
  const witness = setInterval(() => {
    attempt('witness', () => writeWitness(db, now()));
    if (walBytes(db) > walAlarmBytes / 8) attempt('checkpoint', () => checkpoint(db));
  }, witnessEveryMs);
  let running: Promise<void> | null = null;
  let backups = 0;
  const backUpNow = () => {
    // Once a day's worth of backups everything there is to check is checked too.
    running ??= backUpInWorker(db.home, backups % backupsPerFullCheck === 1).finally(() => {
      running = null;
    });
    backups += 1;
  };
  // Not at once: the start belongs to the packer, and a bench that is restarted in a row need not copy each time.
  const firstBackup = setTimeout(backUpNow, firstBackupAfterMs);
  const backup = setInterval(backUpNow, backupEveryMs);
  return {
    async close() {
      clearInterval(witness);
      clearTimeout(firstBackup);
      clearInterval(backup);
      await running;
    },
  };
}

function attempt(chore: string, work: () => unknown): void {
  try {
    work();
  } catch (cause) {
    report(chore, cause instanceof Error ? cause.message : String(cause));
  }
}

function report(chore: string, detail: string): void {
  process.stderr.write(`${JSON.stringify({ event: 'upkeep-failed', chore, detail })}\n`);
}

/** On a thread of its own, as a large file takes seconds. Never rejects: a failed backup is said, the next one comes. */
function backUpInWorker(home: string, withFullCheck: boolean): Promise<void> {
  return new Promise((resolve) => {
    const worker = new Worker(workerFile('backup-worker'), {
      workerData: { home, withFullCheck },
      execArgv: [],
    });
    worker.on('message', (problem: unknown) => problem !== null && report('backup', JSON.stringify(problem)));
    worker.on('error', (cause) => report('backup', String(cause)));
    worker.on('exit', () => resolve());
  });
}
