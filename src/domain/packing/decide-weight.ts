import type { ActorId } from '../ids.ts';
import { evolve } from './evolve.ts';
import { expectedWeightG, explainDifference, fitsNoCarton, toleranceG } from './expected-weight.ts';
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
import type { SessionEvent } from './session-event.ts';

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
      readonly events: readonly SessionEvent[];
    };

/** Judges a stable weight (g) of the package in hand against what it should weigh. */
export function decideWeight(session: Session, weightG: number, context: PackingContext): WeightDecision {
  const parcel = currentPackage(session);
  if (parcel === null || phaseOf(session) !== 'weighing' || session.pending !== null) {
    return { kind: 'ignored', why: 'not-weighing', events: [] };
  }
  if (!session.isPlanned && parcel.chosenCarton === null && !parcel.isSplit)
    return { kind: 'ignored', why: 'planning', events: [] };
  if (cartonOf(parcel) === null && context.cartons.length > 0 && !fitsNoCarton(parcel, context.products))
    return { kind: 'ignored', why: 'carton-needed', events: [] };
  const expectedG = expectedWeightG(parcel, context);
  if (expectedG === null) {
    return {
      kind: 'accepted',
      weightG,
      expectedG,
      events: packageDone(session, parcel, { weightG, expectedG, overriddenBy: null }, context),
    };
  }
  const tolerance = toleranceG(expectedG, context.rules);
  const differenceG = weightG - expectedG;
  if (Math.abs(differenceG) <= tolerance) {
    return {
      kind: 'accepted',
      weightG,
      expectedG,
      events: packageDone(session, parcel, { weightG, expectedG, overriddenBy: null }, context),
    };
  }
  const explainedBy = explainDifference(differenceG, tolerance, parcel, context);
  const refusal: SessionEvent = {
    type: 'weight-refused',
    package: parcel.n,
    weightG,
    expectedG,
    toleranceG: tolerance,
    explainedBy,
  };
  return { kind: 'refused', weightG, expectedG, toleranceG: tolerance, events: [refusal] };
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
