import type { BenchFile } from '#contract/bench-file.ts';
import type { BenchDocument, DocumentOutcome } from '#contract/document-procedures.ts';
import type { PostingNumber } from '#domain/ids.ts';
import type { Result } from '#domain/result.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { raiseTask } from '../database/tasks.ts';
import type { DocumentProblem } from '../documents/make-document.ts';
import { reportFailure } from '../report-failure.ts';
import type { StationPublisher } from '../station-events.ts';

export type SlipWithLabelOptions = {
  readonly db: BenchDatabase;
  readonly benchFile: () => BenchFile;
  readonly print: (what: BenchDocument) => Promise<Result<DocumentOutcome, DocumentProblem>>;
  readonly publisher: StationPublisher;
  /** Epoch ms. */
  readonly now: () => number;
};

/** The task's kind: a package has gone without its slip. */
const slipTaskKind = 'slip-not-printed';

/**
 * Prints the packing slip of a package whose label has just come out for the first time, where the bench file wants that.
 * One that does not come out becomes a task with the file that it is in: the package is not held up for it.
 */
export function createSlipWithLabel(options: SlipWithLabelOptions) {
  const { db, now } = options;

  async function print(posting: PostingNumber, n: number): Promise<void> {
    const made = await options.print({ document: 'packing-slip', posting, package: n });
    const isPrinted = made.ok && made.value.outcome === 'printed';
    options.publisher.publish('document', { document: 'packing-slip', posting, package: n, isPrinted });
    if (isPrinted) return;
    const detail = made.ok ? { package: n, ...made.value } : { package: n, ...made.error };
    raiseTask(db, { kind: slipTaskKind, subject: posting, detail, at: now() });
  }

  return (posting: PostingNumber, n: number, copy: number): void => {
    if (copy > 1 || options.benchFile().documentPrinter?.slipWithEachPackage !== true) return;
    print(posting, n).catch((cause) => reportFailure('packing slip', cause));
  };
}
