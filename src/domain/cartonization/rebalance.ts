import type { Load } from './load-carton.ts';
import { mayHold, searchCarton } from './search-carton.ts';
import type { ShelfCarton } from './shelf.ts';
import type { LoadedCarton } from './split-packages.ts';
import type { UnitKind } from './unit-kinds.ts';

type CartonPair = { readonly small: ShelfCarton; readonly large: ShelfCarton; readonly volumeMm3: number };

/** Two cartons fuller than this together are hardly ever found to hold everything: not tried. */
const FILL_MAX = 0.85;
/** How many pairs of cartons are tried for two packages: this by the number of units, within the bounds below. */
const PAIRS_TIMES_UNITS = 900;
const PAIRS_MIN = 6;
const PAIRS_MAX = 40;
/** How often two packages of one plan are taken in hand. */
const ROUNDS_MAX = 15;
const FILL_SHARE = 0.04;
const REST_SHARE = 0.1;

const unitsOf = (load: Load): UnitKind[] => load.placed.map(({ kind }) => kind);

/** Pairs with less volume than now that could hold what both packages hold, the least volume first. */
function smallerPairs(a: LoadedCarton, b: LoadedCarton, shelf: readonly ShelfCarton[]): CartonPair[] {
  const contentsMm3 = a.load.volumeMm3 + b.load.volumeMm3;
  const weightG = a.load.weightG + b.load.weightG;
  const nowMm3 = a.carton.volumeMm3 + b.carton.volumeMm3;
  const pairs = shelf.flatMap((large, at) =>
    shelf.slice(0, at + 1).map((small) => ({ small, large, volumeMm3: small.volumeMm3 + large.volumeMm3 })),
  );
  return pairs
    .filter(
      ({ small, large, volumeMm3 }) =>
        volumeMm3 < nowMm3 &&
        contentsMm3 <= volumeMm3 * FILL_MAX &&
        weightG <= small.hold.maxLoadG + large.hold.maxLoadG,
    )
    .sort((one, other) => one.volumeMm3 - other.volumeMm3);
}

/** Fills the first carton as full as it goes and looks whether the rest goes into the second. */
function intoTwo(
  first: ShelfCarton,
  second: ShelfCarton,
  units: readonly UnitKind[],
  triesMax: number,
): [LoadedCarton, LoadedCarton] | null {
  const load = searchCarton(first.hold, units, 'most', Math.max(1, Math.floor(triesMax * FILL_SHARE)));
  if (load.placed.length === 0 || load.left.length === 0 || !mayHold(second.hold, load.left)) return null;
  const rest = searchCarton(second.hold, load.left, 'all', Math.max(1, Math.floor(triesMax * REST_SHARE)));
  if (rest.left.length > 0) return null;
  return [
    { carton: first, load: { ...load, left: [] } },
    { carton: second, load: rest },
  ];
}

function smallerTwo(
  a: LoadedCarton,
  b: LoadedCarton,
  shelf: readonly ShelfCarton[],
  triesMax: number,
): [LoadedCarton, LoadedCarton] | null {
  const units = [...unitsOf(a.load), ...unitsOf(b.load)].sort(
    (one, other) => other.volumeMm3 - one.volumeMm3,
  );
  const pairsMax = Math.min(PAIRS_MAX, Math.max(PAIRS_MIN, Math.floor(PAIRS_TIMES_UNITS / units.length)));
  for (const { small, large } of smallerPairs(a, b, shelf).slice(0, pairsMax)) {
    const found = intoTwo(small, large, units, triesMax) ?? intoTwo(large, small, units, triesMax);
    if (found) return found;
  }
  return null;
}

/**
 * Repacks packages two by two into cartons of less volume together, so that not the first is huge and the last nearly empty.
 * The number of packages stays.
 */
export function rebalanced(
  packages: readonly LoadedCarton[],
  shelf: readonly ShelfCarton[],
  triesMax: number,
): LoadedCarton[] {
  const result = [...packages];
  let rounds = 0;
  for (let i = 0; i < result.length; i += 1)
    for (let j = i + 1; j < result.length && rounds < ROUNDS_MAX; j += 1) {
      const a = result[i];
      const b = result[j];
      const found = a && b ? smallerTwo(a, b, shelf, triesMax) : null;
      if (found) [result[i], result[j]] = found;
      rounds += 1;
    }
  return result;
}
