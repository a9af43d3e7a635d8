import {
  addUnit,
  contactShare,
  emptySpace,
  type Hold,
  isBorne,
  type LoadSpace,
  type Placed,
  restingHeight,
} from './load-space.ts';
import type { UnitKind } from './unit-kinds.ts';

/** What makes one place better than another: the least sum of weight times share of the carton's edge wins. */
export type PlaceRule = {
  /** Weight of the right edge of the unit. */
  readonly right: number;
  /** Weight of the front edge. */
  readonly front: number;
  /** Weight of the upper edge. */
  readonly top: number;
  /** Weight of the lower edge. */
  readonly bottom: number;
  /** Weight of the share of the unit's faces that touches nothing. */
  readonly contact: number;
};

/** `all`: stop at the first unit that finds no place. `most`: go on with the next. */
export type LoadGoal = 'all' | 'most';

/** The outcome of one loading. */
export type Load = {
  readonly placed: readonly Placed[];
  /** Units that are not in the carton, in the order given. */
  readonly left: readonly UnitKind[];
  readonly volumeMm3: number;
  readonly weightG: number;
};

/** From this many units on, equal units are stacked straight up first: faster, and how people pack many of a kind. */
const STACKING_UNITS_MIN = 60;

function bestPlace(space: LoadSpace, kind: UnitKind, rule: PlaceRule): Placed | null {
  const { hold, tops } = space;
  const perX = rule.right / hold.x;
  const perY = rule.front / hold.y;
  const perTop = rule.top / hold.z;
  const perZ = perTop + rule.bottom / hold.z;
  let best: Placed | null = null;
  let bestScore = Number.POSITIVE_INFINITY;
  for (const { dx, dy, dz } of kind.turns) {
    if (dx > hold.x || dy > hold.y || dz > hold.z) continue;
    for (const { x, y, z: cornerZ } of space.corners) {
      const x1 = x + dx;
      const y1 = y + dy;
      if (x1 > hold.x || y1 > hold.y || cornerZ + dz > hold.z) continue;
      const flatScore = x1 * perX + y1 * perY + dz * perTop;
      if (flatScore + cornerZ * perZ >= bestScore) continue;
      const z = restingHeight(tops, x, y, x1, y1, cornerZ, hold.z - dz);
      let score = flatScore + z * perZ;
      if (z + dz > hold.z || score >= bestScore || !isBorne(tops, x, y, x1, y1, z)) continue;
      const place = { kind, x0: x, y0: y, z0: z, x1, y1, z1: z + dz };
      if (rule.contact > 0) {
        score += rule.contact * (1 - contactShare(space, place));
        if (score >= bestScore) continue;
      }
      best = place;
      bestScore = score;
    }
  }
  return best;
}

/** On the unit placed last, if that is of the same kind and leaves the height. */
function stackedPlace({ hold, placed }: LoadSpace, kind: UnitKind): Placed | null {
  const last = placed.at(-1);
  if (!last || last.kind !== kind || kind.fragile) return null;
  const z1 = last.z1 + last.z1 - last.z0;
  return z1 > hold.z ? null : { ...last, z0: last.z1, z1 };
}

/**
 * Loads units into one carton in the given order, each lowered from above to the best place by the rule.
 * What finds no place or would be too heavy is left. Nothing overlaps, floats or lies on a fragile unit.
 */
export function loadCarton(hold: Hold, order: readonly UnitKind[], rule: PlaceRule, goal: LoadGoal): Load {
  const space = emptySpace(hold);
  const left: UnitKind[] = [];
  let volumeMm3 = 0;
  let weightG = 0;
  let refused: UnitKind | null = null;
  for (const [index, kind] of order.entries()) {
    let place: Placed | null = null;
    if (weightG + kind.weightG <= hold.maxLoadG && kind !== refused) {
      place = order.length < STACKING_UNITS_MIN ? null : stackedPlace(space, kind);
      place ??= bestPlace(space, kind, rule);
    }
    if (place !== null) {
      addUnit(space, place);
      volumeMm3 += kind.volumeMm3;
      weightG += kind.weightG;
    } else if (goal === 'all') {
      return { placed: space.placed, left: order.slice(index), volumeMm3, weightG };
    } else {
      refused = kind;
      left.push(kind);
    }
  }
  return { placed: space.placed, left, volumeMm3, weightG };
}
