import type { CartonPlan, CartonRequest } from './carton-plan.ts';
import { invalidInput, type Refusal, unpackable } from './check-request.ts';
import { ownCartons, toPlan } from './packed-plan.ts';
import { problemOf } from './problem-of.ts';
import { fleetsOf } from './search/fleets.ts';
import { Incumbent, inTurn, type PackingProblem } from './search/packing-problem.ts';
import { severalCartons } from './search/several-cartons.ts';
import { betterFilled, type Filling, fillingsOf, firstFilled } from './search/single-cartons.ts';
import { type UnitKind, unitKinds } from './unit-kinds.ts';

/** A search that can be left at any time and gives the best plan so far. */
export type CartonSearch = {
  /** One more try, some ms at most; false when nothing is left to try. */
  readonly step: () => boolean;
  /** Is there an answer already? */
  readonly hasPlan: () => boolean;
  /** The best plan so far; null while there is none. */
  readonly plan: () => CartonPlan | null;
};

/** Begins the search for a request; see `cartonize` for what it promises. Nothing is tried yet. */
export function cartonSearch(request: CartonRequest): CartonSearch {
  const invalid = invalidInput(request);
  if (invalid) return ended({ kind: 'impossible', ...invalid });
  const kinds = unitKinds(request.items);
  const units = kinds.flatMap((kind) => kind.items.map(() => kind));
  if (units.length === 0) return ended({ kind: 'packed', packages: ownCartons(request), isProvenBest: true });
  const problem = problemOf(request, kinds);
  const refusal = unpackable(kinds, problem);
  if (refusal) return ended({ kind: 'impossible', ...refusal });
  return running(request, problem, units);
}

function ended(plan: CartonPlan): CartonSearch {
  return { step: () => false, hasPlan: () => true, plan: () => plan };
}

function running(request: CartonRequest, problem: PackingProblem, units: readonly UnitKind[]): CartonSearch {
  const incumbent = new Incumbent();
  const fillings = fillingsOf(problem, units);
  const walk = search(problem, units, fillings, incumbent);
  let isOpen = true;
  return {
    step() {
      isOpen = isOpen && walk.next().done !== true;
      return isOpen;
    },
    hasPlan: () => incumbent.best !== null || !isOpen,
    plan() {
      const { best } = incumbent;
      if (best !== null)
        return toPlan(request, problem, best, fillings, isProven(problem, units, fillings, incumbent));
      return isOpen ? null : { kind: 'impossible', ...leftOver(problem, units) };
    },
  };
}

/** One carton first, as fewer are better; several where one is not enough, or where money is the goal. */
function* search(
  problem: PackingProblem,
  units: readonly UnitKind[],
  fillings: readonly Filling[],
  incumbent: Incumbent,
): Generator<undefined, void> {
  yield* firstFilled(fillings, units, incumbent);
  const isOneEnough = incumbent.best !== null && problem.goal.kind === 'fewest';
  if (isOneEnough) yield* betterFilled(fillings, incumbent);
  else if (problem.packagesMax === 1) yield* betterFilled(fillings, incumbent);
  else yield* inTurn(betterFilled(fillings, incumbent), severalCartons(problem, units, incumbent));
}

/** Is every better choice ruled out? Said of one or two packages where their number comes first. */
function isProven(
  problem: PackingProblem,
  units: readonly UnitKind[],
  fillings: readonly Filling[],
  incumbent: Incumbent,
): boolean {
  const count = incumbent.best?.packages.length ?? 0;
  if (problem.goal.kind !== 'fewest' || count > 2) return false;
  const isOpen = fillings.some(({ worth, end }) => end !== 'impossible' && incumbent.isBetter(worth));
  return !isOpen && (count === 1 || fleetsOf(problem, units, 2, incumbent).length === 0);
}

/** Every unit goes in somewhere by itself, and yet all do not: there are too few cartons, or units that cannot be parted. */
function leftOver(problem: PackingProblem, units: readonly UnitKind[]): Refusal {
  const items = [...new Set(units.flatMap((kind) => kind.items))].sort((a, b) => a - b);
  const isShort =
    problem.packagesMax < units.length || problem.shelf.some(({ stock }) => stock < units.length);
  return { reason: isShort ? 'too-few-cartons' : 'kept-apart', items };
}
