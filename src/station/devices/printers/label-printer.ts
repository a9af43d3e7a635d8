import type { Driver, Report } from '../driver.ts';
import type { PrinterTrouble } from '../health.ts';
import type { Connection } from '../transports/transport.ts';
import type { HalfJobNote } from './half-job-note.ts';

export type PrintJob = {
  /** Unique for each printing, a second copy included. */
  readonly id: string;
  /** Ready for the printer, in its own language. */
  readonly bytes: Uint8Array;
  /** The bytes have left within this time from the call, or the job is given up, ms. */
  readonly deadlineMs: number;
  /** Asked in the last moment before the bytes leave, as a cancelled posting gets no label; absent for always. */
  readonly isStillWanted?: () => boolean;
};

/**
 * What became of a job. `sent`: the printer has all of it; `confirmed` when it then answered that it is well.
 * `refused`: not a byte of the job was sent, it may be tried again. `doubtful`: the label may have come out or not, or
 * half of it; only a person can tell. No outcome says that paper came out: the scan of the label does.
 */
export type PrintOutcome =
  | { readonly kind: 'sent'; readonly confirmed: boolean }
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly technical: string | null }
  | { readonly kind: 'doubtful'; readonly reason: DoubtReason; readonly technical: string | null };

export type RefusalReason =
  | PrinterTrouble
  | 'no-printer'
  | 'away'
  | 'busy'
  | 'empty-job'
  | 'deadline'
  | 'withdrawn'
  | 'cannot-write';

export type DoubtReason = PrinterTrouble | 'interrupted';

export type PrinterDriver<C extends Connection = Connection> = Driver<C> & {
  /** Prints now or refuses: there is no queue here, so nothing can come out late. One job at a time. */
  readonly print: (job: PrintJob) => Promise<PrintOutcome>;
  /** A person says that the printer was switched off and on: it holds nothing any more. */
  readonly emptied?: () => void;
};

/** What every printer driver is given, whatever language it speaks. */
export type PrinterDriverOptions = {
  readonly report: Report;
  /** Monotonic ms. */
  readonly monotonicMs: () => number;
  /** How long the printer is given to say how it is, ms. */
  readonly statusTimeoutMs?: number;
  /** Time between two questions while nothing is printed, ms. */
  readonly idlePollMs?: number;
  /** The line is hung up after each job, as print servers end a job by it. */
  readonly hangsUpAfterJob?: boolean;
  /** What outlives the program of a job that was cut off; nothing does unless told. */
  readonly halfJob?: HalfJobNote;
};

export type CreatePrinterDriver = (options: PrinterDriverOptions) => PrinterDriver;

/** A refusal: nothing was sent. */
export function refused(reason: RefusalReason, technical: string | null = null): PrintOutcome {
  return { kind: 'refused', reason, technical };
}

/** A doubt that only a person can settle. */
export function doubtful(reason: DoubtReason, technical: string | null = null): PrintOutcome {
  return { kind: 'doubtful', reason, technical };
}
