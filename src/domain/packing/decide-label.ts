import type { PostingNumber } from '../ids.ts';
import { type Decision, only } from './decision.ts';
import { evolve } from './evolve.ts';
import { type Package, packageAwaitingLabel, phaseOf, type Session } from './session.ts';
import type { SessionEvent } from './session-event.ts';
import { accepted, rejected } from './verdict.ts';

/**
 * A posting or label barcode scanned while a posting is open: the proof that the right label is on the right package.
 * The open posting's own number, where no label carries it, is a look at where the posting stands and proves nothing.
 */
export function decidePostingScan(session: Session, scanned: PostingNumber, text: string): Decision {
  const { posting } = session;
  const labelled = packageOfLabel(session, scanned, text);
  if (mayBeOnPaper(session) && (labelled !== null || text !== posting))
    return decideLabelScan(session, labelled, text);
  return labelled !== null || scanned === posting
    ? only(accepted('posting-resumed', { posting }))
    : only(rejected('finish-first', { posting, details: { code: text } }));
}

/** The paper may be in the packer's hand before the printer has answered for it: its scan is the proof of the print. */
function mayBeOnPaper(session: Session): boolean {
  const phase = phaseOf(session);
  return (
    phase === 'verifying' ||
    (phase === 'labelling' && packageAwaitingLabel(session)?.label.state === 'queued')
  );
}

function decideLabelScan(session: Session, labelled: Package | null, text: string): Decision {
  const { posting } = session;
  const awaited = packageAwaitingLabel(session);
  if (labelled === null)
    return only(rejected('label-of-another-posting', { posting, details: { code: text } }));
  if (awaited === null || labelled.n !== awaited.n) {
    return only(
      rejected('label-of-another-posting', { posting, details: { code: text, package: labelled.n } }),
    );
  }
  return verifyLabel(session, awaited, text);
}

/** Events of a verified label: the package's, and the posting's end with the last one. */
export function labelVerified(session: Session, parcel: Package, code: string | null): SessionEvent[] {
  const verified: SessionEvent = { type: 'label-verified', package: parcel.n, code };
  const after = evolve(session, verified);
  return packageAwaitingLabel(after) === null ? [verified, { type: 'closed' }] : [verified];
}

function verifyLabel(session: Session, parcel: Package, text: string): Decision {
  const events = labelVerified(session, parcel, text);
  const isClosed = events.some((event) => event.type === 'closed');
  const code = isClosed ? 'posting-closed' : 'label-verified';
  return { verdict: accepted(code, { posting: session.posting, details: { package: parcel.n } }), events };
}

/**
 * The package on whose label the code stands. What is certain of one package comes first: a barcode of package 2 is also
 * known as the posting's, and must never prove package 1.
 */
function packageOfLabel(
  { posting, packages }: Session,
  scanned: PostingNumber,
  text: string,
): Package | null {
  const certain = packages.find(
    (parcel) =>
      parcel.labelBarcodes.includes(text) ||
      // An interim label carries our own number, as nobody knew which package the shop makes which posting.
      (parcel.isInterim && interimCode(posting, parcel.n, packages.length) === text),
  );
  if (certain !== undefined) return certain;
  // An interim label that has been replaced proves nothing any more.
  if (packages.some((parcel) => `${posting}/${parcel.n}` === text)) return null;
  const named = packages.find((parcel) => parcel.shopPosting === text);
  // The posting's own number stands on pick lists too: it counts only where it is all that is known.
  if (named !== undefined) return text !== posting || named.labelBarcodes.length === 0 ? named : null;
  return text === scanned ? null : (packages.find((parcel) => parcel.shopPosting === scanned) ?? null);
}

/** What an interim label's barcode says: the posting's number, and the package where there are several. */
export function interimCode(posting: PostingNumber, n: number, packages: number): string {
  return packages === 1 ? posting : `${posting}/${n}`;
}
