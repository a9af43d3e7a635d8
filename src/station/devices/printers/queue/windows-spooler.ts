import { setTimeout as pause } from 'node:timers/promises';
import { err, ok, type Result } from '#domain/result.ts';
import type { OpenFailure, Transport } from '../../transports/transport.ts';
import { doubtful, type PrintOutcome, refused } from '../label-printer.ts';
import type { QueueConnection, QueueJob } from './print-queue.ts';
import { stageOfWindowsJob, stateOfWindowsQueue } from './windows-status.ts';
import { loadWinspool, type Winspool } from './winspool.ts';

/** Time between two looks at a job, ms. */
const LOOK_EVERY_MS = 80;

/**
 * A raw queue of the Windows spooler (OpenPrinter, StartDocPrinter, WritePrinter). A job that has not left the queue in
 * time is deleted from it. `load` binds the system's calls; they exist on Windows alone.
 */
export function windowsSpoolerTransport(
  queue: string,
  load: () => Promise<Result<Winspool, OpenFailure>> = loadWinspool,
): Transport<QueueConnection> {
  return {
    open: async (handlers) => {
      const loaded = await load();
      if (!loaded.ok) return loaded;
      const winspool = loaded.value;
      const printer = winspool.open(queue);
      if (!printer.ok) return printer;
      const handle = printer.value;
      let isOpen = true;
      const end = (code: 'by-us' | 'lost', technical: string) => {
        if (!isOpen) return;
        isOpen = false;
        winspool.close(handle);
        handlers.onClose({ code, technical });
      };
      return ok({
        state: async () => {
          const status = isOpen ? winspool.printerStatus(handle) : null;
          return status === null
            ? err({ code: 'failed', technical: 'the queue does not answer' })
            : ok(stateOfWindowsQueue(status));
        },
        submit: async (job) => (isOpen ? submit(winspool, handle, job) : refused('away')),
        write: async () => err({ code: 'not-open', technical: 'a queue takes jobs only' }),
        abort: (technical) => end('lost', technical),
        close: async () => end('by-us', 'closed'),
      });
    },
  };
}

async function submit(winspool: Winspool, handle: unknown, job: QueueJob): Promise<PrintOutcome> {
  const startedMs = performance.now();
  const handed = winspool.print(handle, job.name, job.bytes);
  if (!handed.ok) return refused('queue-rejects', handed.error.technical);
  const number = handed.value;
  let hasBegun = false;
  for (;;) {
    const stage = stageOfWindowsJob(winspool.jobStatus(handle, number) ?? 'gone');
    if (stage === 'done') return { kind: 'sent', confirmed: false };
    hasBegun ||= stage === 'printing';
    const trouble = stateOfWindowsQueue(winspool.printerStatus(handle) ?? 0).trouble;
    if (stage === 'failed' || trouble !== null || performance.now() - startedMs >= job.deadlineMs) {
      const wasDeleted = winspool.deleteJob(handle, number);
      if (hasBegun || !wasDeleted) return doubtful(trouble ?? 'interrupted', `job ${number}`);
      return trouble === null ? refused('deadline') : refused(trouble);
    }
    await pause(LOOK_EVERY_MS);
  }
}
