import type { Load } from './load-carton.ts';
import { fitsAlone, mayHold, STACKS_ONLY_UNITS, searchCarton } from './search-carton.ts';
import { largestOf, type ShelfCarton } from './shelf.ts';
import type { UnitKind } from './unit-kinds.ts';

/** A carton and what is in it. */
export type LoadedCarton = { readonly carton: ShelfCarton; readonly load: Load };

/** Filling as full as possible takes longer per try than testing whether all goes in, so it gets a share of the tries. */
const FILL_SHARE = 0.1;

const volumeOf = (units: readonly UnitKind[]): number => units.reduce((sum, unit) => sum + unit.volumeMm3, 0);

/** The smallest carton of the shelf that is found to hold all units together; null where none is. */
export function smallestForAll(
  shelf: readonly ShelfCarton[],
  units: readonly UnitKind[],
  triesMax: number,
): LoadedCarton | null {
  for (const carton of shelf) {
    if (!mayHold(carton.hold, units)) continue;
    const load = searchCarton(carton.hold, units, 'all', triesMax);
    if (load.left.length === 0) return { carton, load };
  }
  return null;
}

/** The carton that takes the most of the units, by volume and weight. */
function fullest(
  shelf: readonly ShelfCarton[],
  units: readonly UnitKind[],
  triesMax: number,
): LoadedCarton | null {
  const volumeMax = Math.max(...shelf.map(({ volumeMm3 }) => volumeMm3));
  const loadMaxG = Math.max(...shelf.map(({ hold }) => hold.maxLoadG));
  let best: LoadedCarton | null = null;
  let bestTaken = 0;
  for (const carton of shelf) {
    const load = searchCarton(carton.hold, units, 'most', Math.max(1, Math.floor(triesMax * FILL_SHARE)));
    const taken = load.volumeMm3 / volumeMax + load.weightG / loadMaxG;
    if (load.placed.length === 0 || taken <= bestTaken) continue;
    best = { carton, load };
    bestTaken = taken;
  }
  return best;
}

/** Fills carton after carton; null where more than `packagesMax` would be needed. */
function fillOneByOne(
  shelf: readonly ShelfCarton[],
  units: readonly UnitKind[],
  packagesMax: number,
  triesMax: number,
): LoadedCarton[] | null {
  const largest = largestOf(shelf);
  const volumeMax = Math.max(...largest.map(({ volumeMm3 }) => volumeMm3));
  const packages: LoadedCarton[] = [];
  let rest = units;
  while (rest.length > 0) {
    if (packages.length + Math.ceil(volumeOf(rest) / volumeMax) > packagesMax) return null;
    const next = fullest(largest, rest, triesMax);
    if (next === null) return null;
    packages.push(next);
    rest = next.load.left;
  }
  return packages;
}

/** Each package into the smallest carton that is found to hold its units. */
export function shrunk(
  packages: readonly LoadedCarton[],
  shelf: readonly ShelfCarton[],
  triesMax: number,
): LoadedCarton[] {
  return packages.map((loaded) => {
    const smaller = shelf.filter(({ volumeMm3 }) => volumeMm3 < loaded.carton.volumeMm3);
    const units = loaded.load.placed.map(({ kind }) => kind);
    return smallestForAll(smaller, units, triesMax) ?? loaded;
  });
}

/**
 * Several packages for units that go into no single carton; every unit must go into some carton by itself.
 * Up to 120 units the shelf is tried whole and without its largest cartons, so a larger carton more never leads to more packages.
 */
export function splitPackages(
  shelf: readonly ShelfCarton[],
  units: readonly UnitKind[],
  triesMax: number,
): LoadedCarton[] {
  const kinds = [...new Set(units)];
  let best: LoadedCarton[] = [];
  const fewestCartons = units.length > STACKS_ONLY_UNITS ? shelf.length : 1;
  for (let count = shelf.length; count >= fewestCartons; count -= 1) {
    const part = shelf.slice(0, count);
    const homeless = kinds.some(
      (kind) => !part.some(({ hold }) => kind.weightG <= hold.maxLoadG && fitsAlone(hold, kind)),
    );
    if (homeless) break;
    const packagesMax = best.length === 0 ? units.length : best.length - 1;
    const packages = fillOneByOne(part, units, packagesMax, triesMax);
    if (packages !== null) best = packages;
  }
  return best;
}
