import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { err, type Result } from '#domain/result.ts';
import { workerFile } from '../workers/worker-file.ts';
import type { Table, TableProblem } from './sheet-limits.ts';
import type { WrittenSheet } from './write-sheet.ts';

export const SheetFormat = z.enum(['xlsx', 'csv']);
export type SheetFormat = z.infer<typeof SheetFormat>;

/** What the sheet worker is started with. */
export type SheetJob =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | { readonly kind: 'write'; readonly format: SheetFormat; readonly sheets: readonly WrittenSheet[] };

/** What it answers. */
export type SheetOutcome =
  | { readonly kind: 'read'; readonly result: Result<Table, TableProblem> }
  | { readonly kind: 'written'; readonly bytes: Uint8Array };

const timeoutMs = 30_000;
const heapMb = 512;

/** Reads a file as a table, in a thread of its own with bounds of memory and time, so that no scan waits for it. */
export async function readTable(bytes: Uint8Array): Promise<Result<Table, TableProblem>> {
  try {
    const outcome = await runJob({ kind: 'read', bytes });
    if (outcome.kind === 'read') return outcome.result;
    return err({ code: 'unreadable', detail: outcome.kind });
  } catch (cause) {
    return err({ code: 'unreadable', detail: cause instanceof Error ? cause.message : String(cause) });
  }
}

/** The bytes of a file with sheets in it; a CSV file has the first one alone. Throws where the thread dies. */
export async function writeSheets(format: SheetFormat, sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  const outcome = await runJob({ kind: 'write', format, sheets });
  if (outcome.kind !== 'written') throw new Error('the sheet worker answered something else');
  return outcome.bytes;
}

function runJob(job: SheetJob): Promise<SheetOutcome> {
  const worker = new Worker(workerFile('sheet-worker'), {
    workerData: job,
    execArgv: [],
    stdout: true,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  worker.stdout.resume();
  const timeout = AbortSignal.timeout(timeoutMs);
  return new Promise<SheetOutcome>((resolve, reject) => {
    // The worker is ours, from the same build, and answers nothing but this.
    worker.on('message', (outcome) => resolve(outcome as SheetOutcome));
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`the sheet worker ended with ${code}`)));
    timeout.addEventListener('abort', () => reject(new Error('the sheet took too long')));
  }).finally(() => void worker.terminate());
}
