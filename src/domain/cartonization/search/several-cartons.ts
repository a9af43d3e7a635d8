import type { UnitKind } from '../unit-kinds.ts';
import { betterFleets } from './fleets.ts';
import { fillOneByOne, smallestFor, withoutUsed, worthOfAll } from './one-by-one.ts';
import { type FilledCarton, Incumbent, type PackingProblem } from './packing-problem.ts';

/** Up to so many cartons, all sets of them are looked at; beyond, packages are repacked two by two. */
const FLEET_SIZES = [2, 3];
const REPACK_TRIES = 40;
/** More units than this stay as they were packed at first: one loading takes long, and there are many ways. */
const UNITS_MAX = 400;

/** Looks for the best packing into several cartons: quickly a first one, then all pairs, then better ones of more. */
export function* severalCartons(
  problem: PackingProblem,
  units: readonly UnitKind[],
  incumbent: Incumbent,
): Generator<undefined, void> {
  const first = yield* fillOneByOne(problem, units);
  if (first !== null && first.packages.length <= problem.packagesMax) incumbent.offer(first);
  if (units.length > UNITS_MAX) return;
  for (const size of FLEET_SIZES) {
    const fewer = incumbent.best !== null && incumbent.best.packages.length < size;
    const isEnough = fewer && problem.goal.kind === 'fewest';
    if (!isEnough && size <= Math.min(units.length, problem.packagesMax))
      yield* betterFleets(problem, units, size, incumbent);
  }
  yield* repackTwoByTwo(problem, incumbent);
}

/** Packs two packages of the best packing anew, into one carton or two others, as long as that makes it better. */
function* repackTwoByTwo(problem: PackingProblem, incumbent: Incumbent): Generator<undefined, void> {
  const hopeless = new Set<string>();
  for (let again = true; again; ) {
    again = false;
    const packages = incumbent.best?.packages ?? [];
    if (packages.length < 2) return;
    for (const [at, one] of packages.entries()) {
      for (const other of packages.slice(at + 1)) {
        const key = `${one.carton.type.code} ${one.hold.kinds.map(({ index }) => index)} ${other.carton.type.code} ${other.hold.kinds.map(({ index }) => index)}`;
        if (hopeless.has(key)) continue;
        const others = packages.filter((parcel) => parcel !== one && parcel !== other);
        const repacked = yield* repack(withoutUsed(problem, others), [one, other]);
        if (repacked === null) hopeless.add(key);
        else {
          const together = [...others, ...repacked];
          again = incumbent.offer({ packages: together, worth: worthOfAll(together, problem) });
        }
        if (again) break;
      }
      if (again) break;
    }
  }
}

/** Better cartons for the contents of two; null where none are found. */
function* repack(
  problem: PackingProblem,
  pair: readonly FilledCarton[],
): Generator<undefined, readonly FilledCarton[] | null> {
  const units = pair.flatMap(({ hold }) => hold.kinds).sort((a, b) => a.index - b.index);
  const incumbent = new Incumbent();
  incumbent.offer({ packages: pair, worth: worthOfAll(pair, problem) });
  const triesMax = Math.min(problem.triesMax, REPACK_TRIES);
  const single = yield* smallestFor(problem, units, triesMax);
  if (single !== null) incumbent.offer({ packages: [single], worth: worthOfAll([single], problem) });
  if (incumbent.best?.packages.length !== 1)
    yield* betterFleets({ ...problem, triesMax }, units, 2, incumbent);
  const { best } = incumbent;
  return best === null || best.packages === pair ? null : best.packages;
}
