import { fitsAlone, type Goods, goodsOf } from '../carton-bounds.ts';
import type { Hold, Inside } from '../filling/hold.ts';
import type { ShelfCarton } from '../shelf.ts';
import type { UnitKind } from '../unit-kinds.ts';
import { bestWorthOf, compareWorth, sumOfWorths, type Worth, worthOf } from '../worth.ts';
import { fillFleet } from './fleet-filling.ts';
import type { Incumbent, PackingProblem, Solution } from './packing-problem.ts';

/** Of more fleets than this the best are looked at. */
const FLEETS_MAX = 3000;
/** A fleet gets this share of the tries of a single carton: there are many more of them. */
const TRIES_SHARE = 0.2;
/** Tries of a fleet before halving goes on. */
const PROBE_TRIES = 4;

/** Cartons that would be used together. */
type Fleet = { readonly cartons: readonly ShelfCarton[]; readonly worth: Worth };

/** A fleet and how far its filling has come. */
type OpenFleet = {
  readonly fleet: Fleet;
  readonly walk: Generator<undefined, readonly Hold[] | null>;
  isOpen: boolean;
};

/**
 * Looks for `size` cartons that take everything. First by halving: the fleet in the middle of those that would be better is tried, and
 * how that ends says whether smaller or larger ones come next. Then all that would be better in turn, those nearest to the best first.
 */
export function* betterFleets(
  problem: PackingProblem,
  units: readonly UnitKind[],
  size: number,
  incumbent: Incumbent,
): Generator<undefined, void> {
  const tries = Math.ceil(problem.triesMax * TRIES_SHARE);
  const all = fleetsOf(problem, units, size, incumbent).map(
    (fleet): OpenFleet => ({ fleet, walk: fillFleet(problem, fleet.cartons, units, tries), isOpen: true }),
  );
  const isBetter = ({ fleet }: OpenFleet): boolean => incumbent.isBetter(fleet.worth);
  const isWorthATry = (one: OpenFleet): boolean => one.isOpen && isBetter(one);
  for (let low = 0, high = all.length; low < high; ) {
    const middle = (low + high) >> 1;
    for (let n = 0; n < PROBE_TRIES; n += 1) {
      const one = all[middle];
      if (one !== undefined && isWorthATry(one)) yield* advance(one, problem, incumbent);
    }
    const isTaken = !all.slice(middle, middle + 1).some(isBetter);
    if (isTaken) high = middle;
    else low = middle + 1;
  }
  for (let open = all.filter(isWorthATry); open.length > 0; open = open.filter(isWorthATry))
    for (const one of open.toReversed()) if (isBetter(one)) yield* advance(one, problem, incumbent);
}

function* advance(one: OpenFleet, problem: PackingProblem, incumbent: Incumbent): Generator<undefined, void> {
  const { done, value } = one.walk.next();
  one.isOpen = done !== true;
  if (done === true && value !== null) incumbent.offer(solutionOf(one.fleet.cartons, value, problem));
  yield;
}

/** What filled cartons come to; those that stayed empty are left out. */
export function solutionOf(
  cartons: readonly ShelfCarton[],
  holds: readonly Hold[],
  { goal }: PackingProblem,
): Solution {
  const packages = cartons.flatMap((carton, at) => {
    const hold = holds[at];
    return hold === undefined || hold.count === 0 ? [] : [{ carton, hold }];
  });
  const worths = packages.map(({ carton, hold }) => {
    const weightG = hold.loadG;
    return worthOf(carton, { volumeMm3: hold.volumeMm3, weightG }, goal);
  });
  return { packages, worth: sumOfWorths(worths) };
}

/** The sets of cartons that arithmetic does not rule out and that would be better, the best first. */
export function fleetsOf(
  problem: PackingProblem,
  units: readonly UnitKind[],
  size: number,
  incumbent: Incumbent,
): Fleet[] {
  const goods = goodsOf(units);
  const fleets: Fleet[] = [];
  for (const cartons of combinations(problem.shelf, size, [])) {
    const worth = bestWorthOf(cartons, goods, problem.goal);
    if (incumbent.isBetter(worth) && mightTake(cartons, goods, units)) fleets.push({ cartons, worth });
  }
  return fleets.sort((a, b) => compareWorth(a.worth, b.worth)).slice(0, FLEETS_MAX);
}

/** Every choice of so many cartons, as often as they are in stock. */
function* combinations(
  shelf: readonly ShelfCarton[],
  size: number,
  chosen: readonly ShelfCarton[],
): Generator<readonly ShelfCarton[], void> {
  if (size === 0) return yield chosen;
  for (const [at, carton] of shelf.entries()) {
    const used = chosen.filter((other) => other === carton).length;
    if (used < carton.stock) yield* combinations(shelf.slice(at), size - 1, [...chosen, carton]);
  }
}

/** Enough room and load for all, and for those units together that go into the larger cartons alone. */
function mightTake(cartons: readonly ShelfCarton[], goods: Goods, units: readonly UnitKind[]): boolean {
  const insides = cartons.map(({ insides: all }) => all.at(-1) ?? nothing);
  if (!couldHold(insides, goods.volumeMm3, goods.weightG)) return false;
  for (const inside of insides) {
    const others = insides.filter((one) => isSmaller(one, inside));
    if (others.length === 0) continue;
    const rest = insides.filter((one) => !others.includes(one));
    const only = units.filter((kind) => others.every((one) => !fitsAlone(one, kind)));
    const { volumeMm3, weightG } = goodsOf(only);
    if (!couldHold(rest, volumeMm3, weightG)) return false;
  }
  return goods.kinds.every((kind) => insides.some((inside) => fitsAlone(inside, kind)));
}

const nothing: Inside = { length: 0, width: 0, height: 0, maxLoadG: 0 };

const roomOf = ({ length, width, height }: Inside): number => length * width * height;

function isSmaller(one: Inside, other: Inside): boolean {
  return roomOf(one) < roomOf(other);
}

function couldHold(insides: readonly Inside[], volumeMm3: number, weightG: number): boolean {
  const room = insides.reduce((sum, inside) => sum + roomOf(inside), 0);
  const load = insides.reduce((sum, { maxLoadG }) => sum + maxLoadG, 0);
  return volumeMm3 <= room && weightG <= load;
}
