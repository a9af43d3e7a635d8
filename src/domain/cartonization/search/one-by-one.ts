import { balance } from '../filling/balance.ts';
import type { Inside } from '../filling/hold.ts';
import type { UnitKind } from '../unit-kinds.ts';
import { sumOfWorths, type Worth, worthOf } from '../worth.ts';
import { mayJoinRule } from './company.ts';
import { LoadWheel } from './load-wheel.ts';
import {
  type FilledCarton,
  holdFor,
  Incumbent,
  type PackingProblem,
  type Solution,
} from './packing-problem.ts';
import { betterFilled, fillingsOf, firstFilled } from './single-cartons.ts';
import { unitsWithout } from './units-without.ts';

/** Loadings of each carton before the one that took most is kept, and how many there are of very many units. */
const LOADINGS = 2;
const LOADINGS_OF_MANY = 1;
const MANY_UNITS = 300;

/**
 * A first answer with several cartons: what must lie together by itself, then the carton that takes most of the rest, and so on.
 * Null where something is left that no carton takes, or stock has run out.
 */
export function* fillOneByOne(
  problem: PackingProblem,
  units: readonly UnitKind[],
): Generator<undefined, Solution | null> {
  const packages: FilledCarton[] = [];
  for (const group of groupsOf(units)) {
    const together = yield* smallestFor(withoutUsed(problem, packages), group, LOADINGS * 4);
    if (together === null) return null;
    packages.push(together);
  }
  let rest = units.filter(({ togetherAs }) => togetherAs === '');
  while (rest.length > 0) {
    const next = yield* fullest(withoutUsed(problem, packages), rest);
    if (next === null) return null;
    const left = unitsWithout(rest, next.hold.kinds);
    // Only the last has room to spare.
    const isLast = left.length === 0;
    const smaller = isLast ? yield* smallestFor(withoutUsed(problem, packages), rest, LOADINGS) : null;
    packages.push(smaller ?? next);
    rest = left;
  }
  return { packages, worth: worthOfAll(packages, problem) };
}

/** The worth of filled cartons together. */
export function worthOfAll(packages: readonly FilledCarton[], { goal }: PackingProblem): Worth {
  return sumOfWorths(
    packages.map(({ carton, hold }) =>
      worthOf(carton, { volumeMm3: hold.volumeMm3, weightG: hold.loadG }, goal),
    ),
  );
}

function groupsOf(units: readonly UnitKind[]): UnitKind[][] {
  const groups = Map.groupBy(units, ({ togetherAs }) => togetherAs);
  groups.delete('');
  return [...groups.values()];
}

/** The problem with the stock that is left. */
export function withoutUsed(problem: PackingProblem, packages: readonly FilledCarton[]): PackingProblem {
  const shelf = problem.shelf.map((carton) => {
    const used = packages.filter((other) => other.carton.type === carton.type).length;
    return used === 0 ? carton : { ...carton, stock: carton.stock - used };
  });
  return { ...problem, shelf };
}

/** The best single carton that a short search finds for all the units. */
export function* smallestFor(
  problem: PackingProblem,
  units: readonly UnitKind[],
  triesMax: number,
): Generator<undefined, FilledCarton | null> {
  const incumbent = new Incumbent();
  const fillings = fillingsOf({ ...problem, triesMax }, units);
  yield* firstFilled(fillings, units, incumbent);
  yield* betterFilled(fillings, incumbent);
  return incumbent.best?.packages[0] ?? null;
}

/** The carton that takes most of the units in a few loadings; null where none takes any. */
function* fullest(
  problem: PackingProblem,
  units: readonly UnitKind[],
): Generator<undefined, FilledCarton | null> {
  let best: FilledCarton | null = null;
  const loadings = units.length > MANY_UNITS ? LOADINGS_OF_MANY : LOADINGS;
  for (const carton of largestOf(problem)) {
    const inside = carton.insides.at(-1);
    if (inside === undefined) continue;
    const wheel = new LoadWheel([holdFor(inside, problem)], units, problem.seed, mayJoinRule([], units));
    for (let n = 0; n < loadings; n += 1) {
      yield* wheel.turn();
      const hold = wheel.handOver(holdFor(inside, problem));
      const isLoaded = hold.count > 0 && (!problem.isStrict || balance(hold));
      if (isLoaded && (best === null || hold.volumeMm3 > best.hold.volumeMm3)) best = { carton, hold };
      yield;
    }
  }
  return best;
}

/** Without the cartons that another one contains in every respect. */
function largestOf({ shelf }: PackingProblem): PackingProblem['shelf'] {
  const inStock = shelf.filter(({ stock, insides }) => stock > 0 && insides.length > 0);
  return inStock.filter(
    (carton, at) =>
      !inStock.some(
        (other, otherAt) => otherAt > at && isWithin(carton.insides.at(-1), other.insides.at(-1)),
      ),
  );
}

function isWithin(a: Inside | undefined, b: Inside | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const isFlatWithin =
    (a.length <= b.length && a.width <= b.width) || (a.length <= b.width && a.width <= b.length);
  return isFlatWithin && a.height <= b.height && a.maxLoadG <= b.maxLoadG;
}
