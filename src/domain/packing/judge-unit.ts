import type { ActorId, Sku } from '../ids.ts';
import { type UnitNumber, UnitNumberKind } from '../scanning/unit-number.ts';
import { type Decision, only } from './decision.ts';
import { evolve } from './evolve.ts';
import type { PackingContext } from './packing-context.ts';
import type { MarkingScan } from './scan-meaning.ts';
import {
  currentPackage,
  hasRoomFor,
  isComplete,
  packedQuantity,
  remaining,
  type Session,
  wantedQuantity,
} from './session.ts';
import type { Marking, RejectionCode, SessionEvent } from './session-event.ts';
import { accepted, question, rejected } from './verdict.ts';

/** What a unit weighs by itself, g, and the lead who vouches for it; null where the scale says so. */
export type WeighedUnit = { readonly weightG: number; readonly by: ActorId | null };

/** A product that is in the posting, scanned once more: may this unit go in? */
export function judgeUnit(
  session: Session,
  sku: Sku,
  text: string,
  marking: MarkingScan | null,
  context: Pick<PackingContext, 'products'>,
  numbers: readonly UnitNumber[] = [],
  weighed: WeighedUnit | null = null,
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
  const [want] = numbersOwed(session, sku, numbers);
  if (want !== undefined) {
    const asked: SessionEvent = {
      ...{ type: 'unit-number-asked', want, sku, code: text },
      ...{ marking: toMarking(marking), numbers: [...numbers] },
    };
    const facts = { posting, sku, details: nameOf(sku, context) };
    return { verdict: question(`scan-${want}`, facts), events: [asked] };
  }
  if (weighed === null && isUnitWeighed(session, sku)) {
    const asked: SessionEvent = {
      ...{ type: 'unit-weight-asked', sku, code: text },
      ...{ marking: toMarking(marking), numbers: [...numbers] },
    };
    const facts = { posting, sku, details: nameOf(sku, context) };
    return { verdict: question('weigh-unit', facts), events: [asked] };
  }
  const packed: SessionEvent = {
    type: 'unit-packed',
    unit: session.unitsEver + 1,
    sku,
    code: text,
    marking: toMarking(marking),
    ...(numbers.length === 0 ? {} : { numbers: [...numbers] }),
    ...(weighed === null ? {} : { weightG: weighed.weightG }),
    ...(weighed?.by == null ? {} : { weightBy: weighed.by }),
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
  const isWeightKnown = (weighed ?? context.products.get(sku)?.weightG ?? null) !== null;
  const warning = isWeightKnown ? null : 'expected-weight-unknown';
  return { verdict: accepted(code, { posting, sku, details, warning }), events: [packed] };
}

/** Does the shop want to know what each unit of this product weighs? */
export function isUnitWeighed(session: Session, sku: Sku): boolean {
  return session.lines.some((line) => line.sku === sku && line.requires.includes('unit-weight'));
}

/** The numbers that the shop still wants of one unit of this product. */
export function numbersOwed(session: Session, sku: Sku, numbers: readonly UnitNumber[]): UnitNumberKind[] {
  const wanted = session.lines.filter((line) => line.sku === sku).flatMap(({ requires }) => requires);
  return UnitNumberKind.options.filter(
    (kind) => wanted.includes(kind) && !numbers.some((number) => number.kind === kind),
  );
}

/** Was this unit's marking code used before, in this posting or another? */
export function isUsed(session: Session, marking: MarkingScan): boolean {
  const inSession = session.packages.some((parcel) =>
    parcel.units.some((unit) => unit.marking?.unit === marking.unit),
  );
  return inSession || marking.usedBy !== null;
}

/** Does each unit of this product need its marking code in this posting? */
export function requiresMarking(session: Session, sku: Sku): boolean {
  return session.lines.some((line) => line.sku === sku && line.requires.includes('marking-code'));
}

/** What is kept of a marking code with its unit. */
export function toMarking(scan: MarkingScan | null): Marking | null {
  return scan === null ? null : { code: scan.code, unit: scan.unit };
}

/** The product's name for a sentence; its number where the bench does not know it. */
export function nameOf(sku: Sku, context: Pick<PackingContext, 'products'>): Record<string, string> {
  const product = context.products.get(sku);
  return product === undefined ? { product: sku } : { product: product.name };
}
