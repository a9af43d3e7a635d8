import type { UnitKind } from '../unit-kinds.ts';
import { addLoad } from './bearing.ts';
import { findSpot, type SpotRule } from './find-spot.ts';
import type { Hold } from './hold.ts';

/** Puts a unit where `hold.spot` says; no edge still to come is shorter than `leastMm`. */
export function putAtSpot(hold: Hold, kind: UnitKind, leastMm: number): void {
  const { x, y, z, dx, dy, dz } = hold.spot;
  hold.put(kind, x, y, z, dx, dy, dz);
  hold.spaces.cut(x, y, z, x + dx, y + dy, z + dz, leastMm, leastMm);
  if (hold.isWeighed) addLoad(hold);
}

/** How units are handed out to holds: the first that takes one has it. */
export type Loading = {
  readonly holds: readonly Hold[];
  readonly rule: SpotRule;
  /** May this kind go into this hold beside what is in it? */
  readonly mayJoin: ((hold: Hold, kind: UnitKind) => boolean) | null;
};

/** Of many units, fewer empty spaces are kept, as looking at all takes long. */
const MANY_UNITS = 60;
const SPACES_FOR_MANY = 70;
/** Units that are loaded between two pauses. */
const UNITS_AT_A_TIME = 64;

/**
 * Empties the holds and puts units in one after the other, each at its best spot by the rule. The places in the sequence of those that
 * found none go into `leftOut`; true when there are none. Pauses at each `yield` where there are many.
 */
export function* loadUnits(
  sequence: readonly UnitKind[],
  { holds, rule, mayJoin }: Loading,
  leftOut: number[],
): Generator<undefined, boolean> {
  for (const hold of holds) {
    hold.empty();
    if (sequence.length > MANY_UNITS) hold.spaces.most = SPACES_FOR_MANY;
  }
  leftOut.length = 0;
  let leastMm = Number.POSITIVE_INFINITY;
  for (const kind of sequence) if (kind.shortestMm < leastMm) leastMm = kind.shortestMm;
  let failed: UnitKind | null = null;
  let place = 0;
  for (const kind of sequence) {
    if (kind !== failed) {
      failed = kind;
      for (const hold of holds) {
        if (hold.loadG + kind.weightG > hold.inside.maxLoadG) continue;
        if (mayJoin !== null && !mayJoin(hold, kind)) continue;
        if (!findSpot(hold, kind, rule)) continue;
        putAtSpot(hold, kind, leastMm);
        failed = null;
        break;
      }
    }
    if (failed !== null) leftOut.push(place);
    place += 1;
    if (place % UNITS_AT_A_TIME === 0) yield;
  }
  return leftOut.length === 0;
}
