import type { CartonType } from './carton-plan.ts';
import type { Hold } from './load-space.ts';

/** A carton type as the search sees it. */
export type ShelfCarton = { readonly type: CartonType; readonly hold: Hold; readonly volumeMm3: number };

function byCost(a: CartonType, b: CartonType): number {
  const cost = (type: CartonType): number => type.costKopecks ?? Number.MAX_SAFE_INTEGER;
  return cost(a) - cost(b);
}

/** One carton type with its inner edges taken down to whole mm, so that all later arithmetic is exact. */
export function shelfCarton(type: CartonType): ShelfCarton {
  const [x, y, z] = type.innerMm;
  const hold = { x: Math.floor(x), y: Math.floor(y), z: Math.floor(z), maxLoadG: type.maxLoadG };
  return { type, hold, volumeMm3: hold.x * hold.y * hold.z };
}

/** The cartons by inner volume, then cost, then code: the first that holds everything is the answer. */
export function shelfOf(cartons: readonly CartonType[]): ShelfCarton[] {
  return cartons
    .map(shelfCarton)
    .sort(
      (a, b) => a.volumeMm3 - b.volumeMm3 || byCost(a.type, b.type) || (a.type.code < b.type.code ? -1 : 1),
    );
}

function isWithin(a: Hold, b: Hold): boolean {
  const flat = (a.x <= b.x && a.y <= b.y) || (a.x <= b.y && a.y <= b.x);
  return flat && a.z <= b.z && a.maxLoadG <= b.maxLoadG;
}

/** Without the cartons that another one of the list contains in every respect. Expects the order of `shelfOf`. */
export function largestOf(shelf: readonly ShelfCarton[]): ShelfCarton[] {
  return shelf.filter(
    (carton, index) => !shelf.some((other, at) => at > index && isWithin(carton.hold, other.hold)),
  );
}
