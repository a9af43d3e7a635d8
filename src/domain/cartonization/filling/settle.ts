import type { UnitKind } from '../unit-kinds.ts';
import { addLoad, isBorne } from './bearing.ts';
import { BODY_WIDTH, type Hold } from './hold.ts';

/**
 * Empties the hold and lets units down at given places (x, y, z, dx, dy, dz each), lowest first, as far as they go.
 * False as soon as one would lie as it may not. The empty spaces are not kept.
 */
export function settle(hold: Hold, units: readonly UnitKind[], places: Int32Array): boolean {
  hold.empty();
  const lowestFirst = units
    .map((kind, unit) => ({ kind, at: unit * 6 }))
    .sort((a, b) => (places[a.at + 2] ?? 0) - (places[b.at + 2] ?? 0) || a.at - b.at);
  for (const { kind, at } of lowestFirst) {
    const x = places[at] ?? 0;
    const y = places[at + 1] ?? 0;
    const dx = places[at + 3] ?? 0;
    const dy = places[at + 4] ?? 0;
    const dz = places[at + 5] ?? 0;
    const z = floorAt(hold, x, y, x + dx, y + dy);
    if (hold.isStrict && !isBorne(hold, kind, x, y, z, dx, dy, dz)) return false;
    hold.put(kind, x, y, z, dx, dy, dz);
    if (hold.isWeighed) addLoad(hold);
  }
  return true;
}

/** The highest top under a base. */
function floorAt({ ends, count }: Hold, x0: number, y0: number, x1: number, y1: number): number {
  let floor = 0;
  for (let at = 0, end = count * BODY_WIDTH; at < end; at += BODY_WIDTH) {
    const isUnder =
      (ends[at] ?? 0) < x1 &&
      (ends[at + 3] ?? 0) > x0 &&
      (ends[at + 1] ?? 0) < y1 &&
      (ends[at + 4] ?? 0) > y0;
    if (isUnder) floor = Math.max(floor, ends[at + 5] ?? 0);
  }
  return floor;
}
