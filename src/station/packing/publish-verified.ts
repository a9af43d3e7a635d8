import type { Session } from '#domain/packing/session.ts';
import type { SessionEvent } from '#domain/packing/session-event.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { getPrintJob } from '../database/print-jobs.ts';
import { firstPrinter } from '../devices/devices.ts';
import type { StationPublisher } from '../station-events.ts';

/** Tells of each print that the packer's scan has just proved, with the session as it was before. */
export function publishVerified(
  { db, publisher }: { readonly db: BenchDatabase; readonly publisher: StationPublisher },
  before: Session,
  events: readonly SessionEvent[],
): void {
  for (const event of events) {
    if (event.type !== 'label-verified') continue;
    const parcel = before.packages.find((candidate) => candidate.n === event.package);
    if (parcel === undefined || !('job' in parcel.label)) continue;
    publisher.publish('print', {
      ...{ job: parcel.label.job, posting: before.posting, package: parcel.n, state: 'verified' },
      ...{ copy: parcel.label.copy, interim: parcel.isInterim, detail: null },
      printer: getPrintJob(db, parcel.label.job)?.printer ?? firstPrinter,
    });
  }
}
