import type { Result } from '#domain/result.ts';
import type { PrinterTrouble } from '../../health.ts';
import type { Connection, OpenFailure } from '../../transports/transport.ts';
import type { PrintOutcome } from '../label-printer.ts';

/** How a queue and its printer are. */
export type QueueState = {
  /** What keeps a label from coming out; null if nothing does, as far as the queue knows. */
  readonly trouble: PrinterTrouble | null;
  /** The queue's own words, for support. */
  readonly technical: string | null;
};

export type QueueJob = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** It is out of the queue within this time, or is taken out of it, ms. */
  readonly deadlineMs: number;
};

/** A print service that takes whole jobs: the system's spooler, CUPS, a printer that speaks IPP. */
export type QueueConnection = Connection & {
  readonly state: () => Promise<Result<QueueState, OpenFailure>>;
  /**
   * Hands a job over and waits until it has left the queue. What has not by the deadline is taken out again, so that no
   * queue prints it when the printer comes back an hour later.
   */
  readonly submit: (job: QueueJob) => Promise<PrintOutcome>;
};
