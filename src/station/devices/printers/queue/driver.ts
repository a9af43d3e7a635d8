import type { Report } from '../../driver.ts';
import { type PrinterDriver, refused } from '../label-printer.ts';
import type { QueueConnection } from './print-queue.ts';

export type QueuePrinterOptions = {
  readonly report: Report;
  /** Time between two looks at the queue while nothing is printed, ms. */
  readonly lookEveryMs?: number;
};

const LOOK_EVERY_MS = 3_000;

/** A printer behind a print queue: asked how it is now and then and before each job; jobs go in one at a time. */
export function createQueuePrinter(options: QueuePrinterOptions): PrinterDriver<QueueConnection> {
  const { report, lookEveryMs = LOOK_EVERY_MS } = options;
  let connection: QueueConnection | null = null;
  let isPrinting = false;
  let nextLook: ReturnType<typeof setTimeout> | undefined;

  /** How the queue is, told to whoever watches; null when it did not answer, which ends the connection. */
  const look = async (queue: QueueConnection) => {
    const state = await queue.state();
    if (connection !== queue) return null;
    if (!state.ok) {
      queue.abort(state.error.technical);
      return null;
    }
    const { trouble, technical } = state.value;
    const more = technical === null ? {} : { technical };
    report(
      trouble === null ? { state: 'ready', detail: null } : { state: 'attention', detail: trouble, ...more },
    );
    return state.value;
  };
  const lookLater = () => {
    clearTimeout(nextLook);
    nextLook = setTimeout(() => {
      if (connection !== null && !isPrinting) void look(connection).then(lookLater);
      else if (connection !== null) lookLater();
    }, lookEveryMs);
  };

  return {
    opened: (opened) => {
      connection = opened;
      void look(opened).then(lookLater);
    },
    received: () => undefined,
    closed: () => {
      connection = null;
      clearTimeout(nextLook);
    },
    print: async (job) => {
      const queue = connection;
      if (isPrinting) return refused('busy');
      if (queue === null) return refused('away');
      if (job.bytes.length === 0) return refused('empty-job');
      isPrinting = true;
      try {
        const state = await look(queue);
        if (state === null) return refused('away');
        if (state.trouble !== null) return refused(state.trouble, state.technical);
        if (job.isStillWanted?.() === false) return refused('withdrawn');
        const outcome = await queue.submit({ name: job.id, bytes: job.bytes, deadlineMs: job.deadlineMs });
        if (outcome.kind !== 'sent') await look(queue);
        return outcome;
      } finally {
        isPrinting = false;
      }
    },
  };
}
