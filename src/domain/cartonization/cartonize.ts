import type { CartonPlan, CartonType, PackedCarton, PackItem, Placement } from './carton-plan.ts';
import { invalidInput, unpackable } from './check-request.ts';
import type { Placed } from './load-space.ts';
import { rebalanced } from './rebalance.ts';
import { STACKS_ONLY_UNITS } from './search-carton.ts';
import { type ShelfCarton, shelfOf } from './shelf.ts';
import { type LoadedCarton, shrunk, smallestForAll, splitPackages } from './split-packages.ts';
import { type UnitKind, unitKinds } from './unit-kinds.ts';

export type {
  CartonPlan,
  CartonType,
  ImpossibleReason,
  PackedCarton,
  PackItem,
  Placement,
  SizeMm,
} from './carton-plan.ts';

const TRIES_DEFAULT = 300;
const TRIES_LIMIT = 100_000;
const MM3_PER_ML = 1000;

function byLoading(a: Placed, b: Placed): number {
  return a.z0 - b.z0 || a.y0 - b.y0 || a.x0 - b.x0;
}

/** Gives the units of a kind their indices in turn, over all packages. */
function named(packages: readonly LoadedCarton[]): PackedCarton[] {
  const used = new Map<UnitKind, number>();
  const itemOf = (kind: UnitKind): number => {
    const count = used.get(kind) ?? 0;
    used.set(kind, count + 1);
    const item = kind.items[count];
    if (item === undefined) throw new Error('a unit was placed twice');
    return item;
  };
  return packages.map(({ carton, load }) => ({
    carton: carton.type.code,
    placements: [...load.placed].sort(byLoading).map(
      (placed): Placement => ({
        item: itemOf(placed.kind),
        atMm: [placed.x0, placed.y0, placed.z0],
        sizeMm: [placed.x1 - placed.x0, placed.y1 - placed.y0, placed.z1 - placed.z0],
      }),
    ),
    loadG: load.weightG,
    fillerMl: (carton.volumeMm3 - load.volumeMm3) / MM3_PER_ML,
  }));
}

function severalPackages(
  shelf: readonly ShelfCarton[],
  units: readonly UnitKind[],
  tries: number,
): LoadedCarton[] {
  const packages = shrunk(splitPackages(shelf, units, tries), shelf, tries);
  return units.length > STACKS_ONLY_UNITS ? packages : rebalanced(packages, shelf, tries);
}

function triesOf(triesMax: number | undefined): number {
  return triesMax !== undefined && triesMax >= 1
    ? Math.min(Math.floor(triesMax), TRIES_LIMIT)
    : TRIES_DEFAULT;
}

/**
 * Chooses cartons for units: the fewest packages found, then the least inner volume.
 * Every unit is turned only as it may be, lies inside, overlaps nothing, rests with at least 60 % of its base on the floor
 * or on units of equal height, and lies on no fragile unit; no carton is loaded over its limit.
 * Pure and repeatable: the same request has the same answer on every machine, whatever the order of its items.
 * `triesMax` (1 to 100,000, 300 unless given) bounds the loadings tried per carton, and so the time.
 * Fails as a value: `invalid-input`, `no-cartons`, `too-big`, `too-heavy`. Nothing to pack is no package.
 */
export function cartonize(request: {
  readonly items: readonly PackItem[];
  readonly cartons: readonly CartonType[];
  readonly triesMax?: number;
}): CartonPlan {
  const invalid = invalidInput(request.items, request.cartons);
  if (invalid) return { kind: 'impossible', ...invalid };
  if (request.items.length === 0) return { kind: 'packed', packages: [] };
  const kinds = unitKinds(request.items);
  const shelf = shelfOf(request.cartons);
  const refusal = unpackable(kinds, shelf);
  if (refusal) return { kind: 'impossible', ...refusal };
  const units = kinds.flatMap((kind) => kind.items.map(() => kind));
  const tries = units.length > STACKS_ONLY_UNITS ? 1 : triesOf(request.triesMax);
  const single = smallestForAll(shelf, units, tries);
  const packages = single ? [single] : severalPackages(shelf, units, tries);
  return { kind: 'packed', packages: named(packages) };
}

/**
 * How the units lie in the carton the packer chose instead; null where they were not found to go in
 * or the request is invalid (as in `cartonize`).
 */
export function fits(request: {
  readonly items: readonly PackItem[];
  readonly carton: CartonType;
  readonly triesMax?: number;
}): PackedCarton | null {
  if (invalidInput(request.items, [request.carton])) return null;
  const units = unitKinds(request.items).flatMap((kind) => kind.items.map(() => kind));
  const loaded = smallestForAll(shelfOf([request.carton]), units, triesOf(request.triesMax));
  return loaded ? (named([loaded])[0] ?? null) : null;
}
