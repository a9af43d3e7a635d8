import { v7 } from 'uuid';
import type { PostingNumber, SessionId } from '#domain/ids.ts';
import { labelVerified } from '#domain/packing/decide-label.ts';
import { evolve } from '#domain/packing/evolve.ts';
import type { Package } from '#domain/packing/session.ts';
import type { SessionEvent } from '#domain/packing/session-event.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { addPrintJob, getPrintJob, movePrintJob, type PrintJobRow } from '../database/print-jobs.ts';
import { readBytes, type StoredBytes } from '../database/stored-bytes.ts';
import { transaction } from '../database/transaction.ts';
import type { Devices } from '../devices/devices.ts';
import type { PrintOutcome } from '../devices/printers/label-printer.ts';
import type { Bench } from '../packing/bench.ts';
import type { StationPublisher } from '../station-events.ts';

export type LabelPrintingOptions = {
  readonly db: BenchDatabase;
  readonly bench: Bench;
  readonly devices: () => Pick<Devices, 'print'>;
  readonly publisher: StationPublisher;
  readonly verifyLabel: () => boolean;
  /** A label has come out, as this copy. */
  readonly onSent?: (posting: PostingNumber, n: number, copy: number) => void;
  /** Epoch ms. */
  readonly now: () => number;
};

/** Prints the label of one package and keeps the record of it: every job ends sent, refused or doubtful, never unknown. */
export type LabelPrinting = {
  /** Prints these bytes as the package's label, as its next copy, on the printer that they were made for. */
  print(id: SessionId, parcel: Package, bytes: StoredBytes, printer: string): Promise<void>;
  /**
   * Looks after a job that a restart found half-way: what had not begun is printed, what may have left is doubtful and
   * waits for a person.
   */
  recover(id: SessionId, parcel: Package, job: string): Promise<void>;
};

/** A label comes out by itself within this time of being wanted; after that only on a person's word, ms. */
export const unaskedWithinMs = 60_000;
/** A label is given to the printer within this time or not at all, ms. */
const deadlineMs = 15_000;

export function createLabelPrinting(options: LabelPrintingOptions): LabelPrinting {
  const { db, bench, publisher, now } = options;

  function say(
    row: PrintJobRow,
    state: 'queued' | 'sending' | 'sent' | 'refused' | 'doubtful',
    detail: string | null = null,
  ): void {
    const { id: job, posting, packageN, copy, kind, printer } = row;
    publisher.publish('print', {
      job,
      posting,
      package: packageN,
      state,
      copy,
      printer,
      interim: kind === 'interim',
      detail,
    });
  }

  async function send(id: SessionId, parcel: Package, row: PrintJobRow): Promise<void> {
    const stored = readBytes(db.home, { file: row.bytesFile, sha256: row.bytesSha256 });
    // On disk before the first byte leaves: a power cut from here on leaves a doubtful job, never a second label.
    if (!transaction(db, () => movePrintJob(db, row.id, 'sending', now()))) return;
    say(row, 'sending');
    const outcome: PrintOutcome = stored.ok
      ? await options.devices().print(
          {
            ...{ id: row.id, bytes: stored.value, deadlineMs },
            isStillWanted: () => bench.onBench?.id === id && bench.onBench.session.status.kind === 'open',
          },
          row.printer,
        )
      : { kind: 'refused', reason: 'empty-job', technical: stored.error.code };
    settle(id, parcel, row, outcome);
  }

  function settle(id: SessionId, parcel: Package, row: PrintJobRow, outcome: PrintOutcome): void {
    const at = now();
    // The packer was quicker than the printer's answer, and has scanned the label already.
    if (getPrintJob(db, row.id)?.state === 'verified') return;
    switch (outcome.kind) {
      case 'sent':
        bench.happen(id, sentEvents(id, parcel.n, row.id, outcome.confirmed), 'station', () =>
          movePrintJob(db, row.id, 'sent', at),
        );
        say(row, 'sent');
        if (row.posting !== null) options.onSent?.(row.posting, parcel.n, row.copy);
        return;
      case 'refused': {
        const event: SessionEvent = {
          type: 'label-not-sent',
          package: parcel.n,
          job: row.id,
          reason: outcome.reason,
        };
        bench.happen(id, [event], 'station', () => movePrintJob(db, row.id, 'spoiled', at, outcome.reason));
        return say(row, 'refused', outcome.reason);
      }
      case 'doubtful':
        doubt(id, parcel.n, row, outcome.reason);
    }
  }

  function doubt(id: SessionId, n: number, row: PrintJobRow, reason: string): void {
    const event: SessionEvent = { type: 'label-doubtful', package: n, job: row.id, reason };
    bench.happen(id, [event], 'station', () => movePrintJob(db, row.id, 'doubtful', now(), reason));
    say(row, 'doubtful', reason);
  }

  /** Where labels are not scanned back, a sent one closes its package; not one that was cancelled or held meanwhile. */
  function sentEvents(id: SessionId, n: number, job: string, confirmed: boolean): SessionEvent[] {
    const sent: SessionEvent = { type: 'label-sent', package: n, job, confirmed };
    const session = bench.onBench?.id === id ? evolve(bench.onBench.session, sent) : null;
    const parcel = session?.packages.find((candidate) => candidate.n === n);
    const isClosing =
      !options.verifyLabel() && session?.status.kind === 'open' && parcel?.label.state === 'sent';
    return session && parcel && isClosing ? [sent, ...labelVerified(session, parcel, null)] : [sent];
  }

  return {
    async print(id, parcel, bytes, printer) {
      const job = v7();
      const copy = parcel.copies + 1;
      const posting = bench.onBench?.session.posting ?? null;
      const kind = parcel.isInterim ? 'interim' : 'label';
      const queued: SessionEvent = {
        type: 'label-queued',
        package: parcel.n,
        job,
        copy,
        interim: parcel.isInterim,
      };
      bench.happen(id, [queued], 'station', () =>
        addPrintJob(db, {
          ...{ id: job, posting, packageN: parcel.n, kind, copy, printer, createdAt: now() },
          bytesFile: bytes.file,
          bytesSha256: bytes.sha256,
        }),
      );
      const row = getPrintJob(db, job);
      if (row === null) return;
      say(row, 'queued');
      await send(id, parcel, row);
    },
    async recover(id, parcel, job) {
      const row = getPrintJob(db, job);
      if (row === null) throw new Error(`print job ${job} is not in the database`);
      if (row.state === 'queued') {
        if (now() - row.createdAt <= unaskedWithinMs) return send(id, parcel, row);
        return settle(id, parcel, row, { kind: 'refused', reason: 'deadline', technical: null });
      }
      doubt(id, parcel.n, row, 'interrupted');
    },
  };
}
