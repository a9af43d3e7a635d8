import type { Sku } from '../ids.ts';
import { type Decision, only } from './decision.ts';
import { evolve } from './evolve.ts';
import type { PackingContext } from './packing-context.ts';
import type { MarkingScan, ScanMeaning } from './scan-meaning.ts';
import {
  currentPackage,
  hasRoomFor,
  isComplete,
  packedQuantity,
  phaseOf,
  remaining,
  type Session,
  wantedQuantity,
} from './session.ts';
import type { Marking, RejectionCode, SessionEvent } from './session-event.ts';
import { accepted, question, rejected } from './verdict.ts';

type ProductScan = Extract<ScanMeaning, { kind: 'product' }>;

/** Judges one scanned unit against the open posting. */
export function decideUnit(session: Session, scan: ProductScan, context: PackingContext): Decision {
  const { posting } = session;
  const phase = phaseOf(session);
  if (phase !== 'scanning' && phase !== 'weighing') return only(rejected('not-now', { posting }));
  const wanted = scan.skus.filter((sku) => wantedQuantity(session, sku) > 0);
  const [first] = scan.skus;
  if (first === undefined) return only(rejected('unknown-code', { posting, details: { code: scan.text } }));
  if (wanted.length === 0) return wrongItem(session, scan, first);
  if (scan.skus.length > 1) return askWhichProduct(session, scan, wanted);
  return judgeUnit(session, first, scan.text, scan.marking, context);
}

/** A product that is in the posting, scanned once more: may this unit go in? */
export function judgeUnit(
  session: Session,
  sku: Sku,
  text: string,
  marking: MarkingScan | null,
  context: Pick<PackingContext, 'products'>,
): Decision {
  const { posting, pending } = session;
  const reject = (code: RejectionCode) =>
    only(rejected(code, { posting, sku, details: nameOf(sku, context) }));
  if (pending?.kind === 'marking-code' && pending.sku !== sku && marking !== null) {
    return reject('marking-code-of-another-product');
  }
  if (pending?.kind === 'marking-code' && pending.sku !== sku)
    return only(rejected('answer-first', { posting }));
  if (marking !== null && isUsed(session, marking)) return reject('marking-code-used');
  if (marking !== null && !marking.isComplete && requiresMarking(session, sku))
    return reject('marking-code-incomplete');
  if (packedQuantity(session, sku) >= wantedQuantity(session, sku)) return reject('too-many');
  const parcel = currentPackage(session);
  if (parcel === null || isComplete(session, parcel) || !hasRoomFor(parcel, sku))
    return reject('for-another-package');
  if (marking === null && requiresMarking(session, sku)) {
    const asked: SessionEvent = { type: 'marking-code-asked', sku, code: text };
    const events = pending?.kind === 'marking-code' ? [] : [asked];
    return {
      verdict: question('scan-marking-code', { posting, sku, details: nameOf(sku, context) }),
      events,
    };
  }
  const packed: SessionEvent = {
    type: 'unit-packed',
    unit: session.unitsEver + 1,
    sku,
    code: text,
    marking: toMarking(marking),
  };
  const after = evolve(session, packed);
  const done = currentPackage(after);
  const details = {
    ...nameOf(sku, context),
    packed: packedQuantity(after, sku),
    wanted: wantedQuantity(after, sku),
    left: remaining(after).reduce((sum, entry) => sum + entry.quantity, 0),
  };
  const code = done !== null && isComplete(after, done) ? 'package-complete' : 'unit-packed';
  // Without its weight the scale cannot tell whether it is in the box: that is said when it goes in.
  const isWeightKnown = (context.products.get(sku)?.weightG ?? null) !== null;
  const warning = isWeightKnown ? null : 'expected-weight-unknown';
  return { verdict: accepted(code, { posting, sku, details, warning }), events: [packed] };
}

function wrongItem(session: Session, scan: ProductScan, sku: Sku): Decision {
  const { posting, pending } = session;
  if (pending?.kind === 'marking-code' && scan.marking !== null) {
    return only(rejected('marking-code-of-another-product', { posting, sku, details: { code: scan.text } }));
  }
  return {
    verdict: rejected('wrong-item', { posting, sku, details: { code: scan.text } }),
    events: [{ type: 'rejection-raised', code: scan.text, reason: 'wrong-item', sku }],
  };
}

function askWhichProduct(session: Session, scan: ProductScan, wanted: readonly Sku[]): Decision {
  const { posting } = session;
  // The answer is about the product alone: a code that no product may carry is turned away before the question.
  if (scan.marking !== null && isUsed(session, scan.marking))
    return only(rejected('marking-code-used', { posting }));
  if (scan.marking?.isComplete === false && wanted.some((sku) => requiresMarking(session, sku)))
    return only(rejected('marking-code-incomplete', { posting }));
  const asked: SessionEvent = {
    type: 'product-asked',
    candidates: [...scan.skus],
    code: scan.text,
    marking: toMarking(scan.marking),
  };
  return {
    verdict: question('which-product', { posting, details: { code: scan.text } }),
    events: [asked],
  };
}

function isUsed(session: Session, marking: MarkingScan): boolean {
  const inSession = session.packages.some((parcel) =>
    parcel.units.some((unit) => unit.marking?.unit === marking.unit),
  );
  return inSession || marking.usedBy !== null;
}

function requiresMarking(session: Session, sku: Sku): boolean {
  return session.lines.some((line) => line.sku === sku && line.requires.includes('marking-code'));
}

function toMarking(scan: MarkingScan | null): Marking | null {
  return scan === null ? null : { code: scan.code, unit: scan.unit };
}

function nameOf(sku: Sku, context: Pick<PackingContext, 'products'>): Record<string, string> {
  const product = context.products.get(sku);
  return product === undefined ? { product: sku } : { product: product.name };
}
