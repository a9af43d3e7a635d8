import type { ActorId, Sku } from '../ids.ts';
import { type LimitBreach, limitBreach } from './acceptance-limits.ts';
import { evolve } from './evolve.ts';
import {
  expectedWeightG,
  explainDifference,
  fitsNoCarton,
  leastWeightG,
  toleranceG,
} from './expected-weight.ts';
import type { PackingContext } from './packing-context.ts';
import {
  cartonOf,
  contentsOf,
  currentPackage,
  type Package,
  phaseOf,
  remaining,
  type Session,
} from './session.ts';
import type { SessionEvent, SessionEventOf } from './session-event.ts';

/** What a stable weight of a new parcel leads to. */
export type WeightDecision =
  /** Not asked for: nothing is weighed now, or the carton is not known yet. */
  | {
      readonly kind: 'ignored';
      readonly why: 'not-weighing' | 'planning' | 'carton-needed';
      readonly events: readonly [];
    }
  | {
      readonly kind: 'accepted';
      readonly weightG: number;
      readonly expectedG: number | null;
      readonly events: readonly SessionEvent[];
    }
  | {
      readonly kind: 'refused';
      readonly weightG: number;
      readonly expectedG: number;
      readonly toleranceG: number;
      readonly explainedBy: Sku | null;
      readonly events: readonly SessionEvent[];
    }
  /** Right, but more than the acceptance point takes. */
  | {
      readonly kind: 'over-limit';
      readonly weightG: number;
      readonly expectedG: number | null;
      readonly breach: LimitBreach;
      readonly events: readonly SessionEvent[];
    };

/**
 * Judges a stable weight (g) of the package in hand against what it should weigh. Where a unit's weight is not known the
 * others must still be in there: less than they weigh is refused, more cannot be judged.
 */
export function decideWeight(session: Session, weightG: number, context: PackingContext): WeightDecision {
  const parcel = currentPackage(session);
  if (parcel === null || phaseOf(session) !== 'weighing' || session.pending !== null) {
    return { kind: 'ignored', why: 'not-weighing', events: [] };
  }
  const owed = isCartonOwed(session, parcel, context);
  if (owed) return { kind: 'ignored', why: owed, events: [] };
  const expectedG = expectedWeightG(parcel, context);
  const expected = rangeOf(parcel, expectedG, context);
  const differenceG = weightG - expected.weightG;
  const isTooHeavy = expectedG !== null && differenceG > expected.toleranceG;
  if (differenceG >= -expected.toleranceG && !isTooHeavy) {
    const over = refusedByLimits(parcel, { weightG, expectedG }, context);
    if (over !== null) return { kind: 'over-limit', weightG, expectedG, breach: over.breach, events: [over] };
    const weight = { weightG, expectedG, overriddenBy: null };
    return { kind: 'accepted', weightG, expectedG, events: packageDone(session, parcel, weight, context) };
  }
  const refusal = {
    weightG,
    expectedG: expected.weightG,
    toleranceG: expected.toleranceG,
    explainedBy: explainDifference(differenceG, expected.toleranceG, parcel, context),
  };
  const event: SessionEvent = { type: 'weight-refused', package: parcel.n, ...refusal };
  return { kind: 'refused', ...refusal, events: [event] };
}

/** The refusal of a package that the acceptance point would not take as it is; null where it would, or where nobody knows. */
export function refusedByLimits(
  parcel: Package,
  weight: { readonly weightG: number | null; readonly expectedG: number | null },
  { limits, cartons }: Pick<PackingContext, 'limits' | 'cartons'>,
): SessionEventOf<'limit-refused'> | null {
  const carton = cartons.find(({ code }) => code === cartonOf(parcel));
  const breach = limitBreach(limits, { weightG: weight.weightG, outerMm: carton?.outerMm ?? null });
  return breach === null ? null : { type: 'limit-refused', package: parcel.n, ...weight, breach };
}

/** What must be known before a package can be weighed: its plan, or the carton that the packer names; null when nothing. */
export function isCartonOwed(
  session: Session,
  parcel: Package,
  context: Pick<PackingContext, 'products' | 'cartons'>,
): 'planning' | 'carton-needed' | null {
  if (!session.isPlanned && parcel.chosenCarton === null && !parcel.isSplit) return 'planning';
  const isGoingWithout = context.cartons.length === 0 || fitsNoCarton(parcel, context.products);
  return cartonOf(parcel) === null && !isGoingWithout ? 'carton-needed' : null;
}

/** What the package should weigh or, where a weight is not known, what it weighs at the least. */
function rangeOf(
  parcel: Package,
  expectedG: number | null,
  context: PackingContext,
): { readonly weightG: number; readonly toleranceG: number } {
  const weightG = expectedG ?? leastWeightG(parcel, context);
  return { weightG, toleranceG: toleranceG(weightG, context.rules) };
}

/**
 * Everything that follows when a package is done: packed, and with the last one the request to ship. A posting that
 * the shop had packed before is not shipped again; its label is simply owed.
 */
export function packageDone(
  session: Session,
  parcel: Package,
  weight: {
    readonly weightG: number | null;
    readonly expectedG: number | null;
    readonly overriddenBy: ActorId | null;
  },
  context: Pick<PackingContext, 'labelBarcodes'>,
): SessionEvent[] {
  const packed: SessionEvent = {
    type: 'package-packed',
    package: parcel.n,
    carton: cartonOf(parcel),
    ...weight,
  };
  const after = evolve(session, packed);
  if (remaining(after).length > 0 || after.packages.some((candidate) => !candidate.isPacked)) return [packed];
  if (session.shippedBefore) {
    const own = after.packages.map(({ n }) => ({
      n,
      shopPosting: session.posting,
      labelBarcodes: [...context.labelBarcodes],
    }));
    return [packed, { type: 'shipped', packages: own }];
  }
  const packages = after.packages.map((candidate) => ({ n: candidate.n, contents: contentsOf(candidate) }));
  return [packed, { type: 'ship-requested', packages }];
}
