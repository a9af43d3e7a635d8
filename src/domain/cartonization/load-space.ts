import type { UnitKind } from './unit-kinds.ts';

/** The inside of a carton in whole mm, and what it may carry in g. */
export type Hold = { readonly x: number; readonly y: number; readonly z: number; readonly maxLoadG: number };

/** A cuboid between two corners, in whole mm. */
export type Cuboid = {
  readonly x0: number;
  readonly y0: number;
  readonly z0: number;
  readonly x1: number;
  readonly y1: number;
  readonly z1: number;
};

/** A unit at its place. */
export type Placed = Cuboid & { readonly kind: UnitKind };

/** A point of the floor plan where the rear left edge of a unit may stand; `z` is the height of what already lies there. */
export type Corner = { readonly x: number; readonly y: number; z: number };

/** A carton while it is being loaded. Units are lowered in from above, so only what is open to the sky bears the next one. */
export type LoadSpace = {
  readonly hold: Hold;
  readonly placed: Placed[];
  /** Units whose upper face is not wholly covered by one later unit. */
  tops: Placed[];
  corners: Corner[];
  readonly seen: Set<number>;
};

/** At least this share of a unit's base lies on the floor or on units of equal height. */
export const SUPPORT_MIN = 0.6;
/** Up to this many units all combinations of edges are tried as corners, beyond it only the nearest. */
const ALL_EDGES_UNITS_MAX = 12;
/** Beyond this many corners only the lowest half is kept, so that hostile orders end in bounded time. */
const CORNERS_MAX = 240;
const EDGE_LIMIT_MM = 16_384;

const overlap = (a0: number, a1: number, b0: number, b1: number): number =>
  Math.min(a1, b1) - Math.max(a0, b0);

/** An empty carton. */
export function emptySpace(hold: Hold): LoadSpace {
  return { hold, placed: [], tops: [], corners: [{ x: 0, y: 0, z: 0 }], seen: new Set([0]) };
}

/** The height in mm, at least `from`, at which a footprint lowered from above comes to rest; above `limit` means too high. */
export function restingHeight(
  tops: readonly Placed[],
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  from: number,
  limit: number,
): number {
  let z = from;
  for (const top of tops) {
    if (top.z1 > z && top.x0 < x1 && top.x1 > x0 && top.y0 < y1 && top.y1 > y0) {
      z = top.z1;
      if (z > limit) return z;
    }
  }
  return z;
}

/** Whether a footprint at its resting height is borne by enough of what lies below, none of it fragile. */
export function isBorne(
  tops: readonly Placed[],
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  z: number,
): boolean {
  if (z === 0) return true;
  let areaMm2 = 0;
  for (const top of tops) {
    if (top.z1 !== z) continue;
    const dx = overlap(x0, x1, top.x0, top.x1);
    const dy = overlap(y0, y1, top.y0, top.y1);
    if (dx <= 0 || dy <= 0) continue;
    if (top.kind.fragile) return false;
    areaMm2 += dx * dy;
  }
  return areaMm2 >= SUPPORT_MIN * (x1 - x0) * (y1 - y0);
}

function touchingAreaMm2(a: Cuboid, b: Cuboid): number {
  const ox = overlap(a.x0, a.x1, b.x0, b.x1);
  const oy = overlap(a.y0, a.y1, b.y0, b.y1);
  if (b.z1 === a.z0) return ox > 0 && oy > 0 ? ox * oy : 0;
  const oz = overlap(a.z0, a.z1, b.z0, b.z1);
  if (oz <= 0) return 0;
  if ((b.x1 === a.x0 || b.x0 === a.x1) && oy > 0) return oy * oz;
  if ((b.y1 === a.y0 || b.y0 === a.y1) && ox > 0) return ox * oz;
  return 0;
}

/** Which share (0 to 1) of a cuboid's faces touches walls, floor or other units. */
export function contactShare({ hold, placed }: LoadSpace, unit: Cuboid): number {
  const dx = unit.x1 - unit.x0;
  const dy = unit.y1 - unit.y0;
  const dz = unit.z1 - unit.z0;
  let areaMm2 = 0;
  if (unit.x0 === 0) areaMm2 += dy * dz;
  if (unit.x1 === hold.x) areaMm2 += dy * dz;
  if (unit.y0 === 0) areaMm2 += dx * dz;
  if (unit.y1 === hold.y) areaMm2 += dx * dz;
  if (unit.z0 === 0) areaMm2 += dx * dy;
  if (unit.z1 === hold.z) areaMm2 += dx * dy;
  for (const other of placed) areaMm2 += touchingAreaMm2(unit, other);
  return areaMm2 / (2 * (dx * dy + dy * dz + dx * dz));
}

function addCorner({ hold, seen, tops, corners }: LoadSpace, x: number, y: number): void {
  if (x >= hold.x || y >= hold.y) return;
  const key = x * EDGE_LIMIT_MM + y;
  if (seen.has(key)) return;
  seen.add(key);
  corners.push({ x, y, z: restingHeight(tops, x, y, x + 1, y + 1, 0, hold.z) });
}

function addAllEdges(space: LoadSpace, added: Cuboid): void {
  for (const other of space.placed) {
    addCorner(space, added.x1, other.y0);
    addCorner(space, added.x1, other.y1);
    addCorner(space, added.x0, other.y1);
    addCorner(space, other.x0, added.y1);
    addCorner(space, other.x1, added.y1);
    addCorner(space, other.x1, added.y0);
  }
}

/** Beside and in front of the new unit, there slid back to the nearest neighbour and to the wall (extreme points). */
function addExtremePoints(space: LoadSpace, added: Cuboid): void {
  let backY = 0;
  let leftX = 0;
  for (const top of space.tops) {
    if (top.x0 <= added.x1 && top.x1 > added.x1 && top.y1 <= added.y0 && top.y1 > backY) backY = top.y1;
    if (top.y0 <= added.y1 && top.y1 > added.y1 && top.x1 <= added.x0 && top.x1 > leftX) leftX = top.x1;
  }
  addCorner(space, added.x1, backY);
  addCorner(space, leftX, added.y1);
  addCorner(space, added.x1, 0);
  addCorner(space, 0, added.y1);
}

function keepLowestCorners(space: LoadSpace): void {
  space.corners.sort((a, b) => a.z - b.z);
  space.corners.length = CORNERS_MAX / 2;
}

/** Puts a unit at its place and notes the corners it opens. */
export function addUnit(space: LoadSpace, added: Placed): void {
  const { x0, x1, y0, y1 } = added;
  space.tops = space.tops.filter((top) => top.x0 < x0 || top.x1 > x1 || top.y0 < y0 || top.y1 > y1);
  space.tops.push(added);
  space.placed.push(added);
  for (const corner of space.corners)
    if (corner.x >= x0 && corner.x < x1 && corner.y >= y0 && corner.y < y1) corner.z = added.z1;
  addCorner(space, x1, y0);
  addCorner(space, x0, y1);
  if (space.placed.length <= ALL_EDGES_UNITS_MAX) addAllEdges(space, added);
  else addExtremePoints(space, added);
  if (space.corners.length > CORNERS_MAX) keepLowestCorners(space);
}
