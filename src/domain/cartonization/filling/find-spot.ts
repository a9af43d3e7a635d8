import type { UnitKind } from '../unit-kinds.ts';
import { isBorne } from './bearing.ts';
import { SPACE_WIDTH } from './empty-spaces.ts';
import { BODY_WIDTH, type Hold } from './hold.ts';

/** What makes a spot good. Each rule suits other goods, so the search takes them in turn. */
export const SPOT_RULES = ['touching', 'far', 'low', 'snug', 'back', 'top'] as const;
export type SpotRule = (typeof SPOT_RULES)[number];

/** More than any length, so that coordinates can be ranked one after the other in one number. */
const RANK = 16_384;

/** Writes the best spot for a unit into `hold.spot`; false where there is none. */
export function findSpot(hold: Hold, kind: UnitKind, rule: SpotRule): boolean {
  const { spot } = hold;
  const { ends, count } = hold.spaces;
  const { turns } = kind;
  const { length, width, height } = hold.inside;
  const corners = rule === 'touching' || rule === 'snug' ? 4 : 1;
  spot.score = Number.POSITIVE_INFINITY;
  for (let at = 0, end = count * SPACE_WIDTH; at < end; at += SPACE_WIDTH) {
    const x0 = ends[at] ?? 0;
    const y0 = ends[at + 1] ?? 0;
    const z = ends[at + 2] ?? 0;
    const roomX = (ends[at + 3] ?? 0) - x0;
    const roomY = (ends[at + 4] ?? 0) - y0;
    const roomZ = (ends[at + 5] ?? 0) - z;
    for (let turn = 0; turn < turns.length; turn += 3) {
      const dx = turns[turn] ?? 0;
      const dy = turns[turn + 1] ?? 0;
      const dz = turns[turn + 2] ?? 0;
      if (dx > roomX || dy > roomY || dz > roomZ) continue;
      for (let corner = 0; corner < corners; corner += 1) {
        const isRight = (corner & 1) === 1;
        const isFront = corner >= 2;
        // In a space as wide as the unit the corners are the same.
        if ((isRight && dx === roomX) || (isFront && dy === roomY)) continue;
        const x = isRight ? x0 + roomX - dx : x0;
        const y = isFront ? y0 + roomY - dy : y0;
        let score = 0;
        switch (rule) {
          case 'touching':
            score = -touchingShare(hold, x, y, z, dx, dy, dz);
            break;
          case 'far': {
            const restX = length - x - dx;
            const restY = width - y - dy;
            const restZ = height - z - dz;
            score = -(restX * restX + restY * restY + restZ * restZ);
            break;
          }
          case 'low':
            score = (z * RANK + y) * RANK + x;
            break;
          case 'snug': {
            const least = Math.min(roomX - dx, roomY - dy, roomZ - dz);
            score = (least * RANK + z) * RANK + x + y;
            break;
          }
          case 'back':
            score = (y * RANK + z) * RANK + x;
            break;
          case 'top':
            score = ((z + dz) * RANK + y + dy) * RANK + x + dx;
            break;
        }
        if (score >= spot.score) continue;
        if (hold.isStrict && !isBorne(hold, kind, x, y, z, dx, dy, dz)) continue;
        spot.x = x;
        spot.y = y;
        spot.z = z;
        spot.dx = dx;
        spot.dy = dy;
        spot.dz = dz;
        spot.score = score;
      }
    }
  }
  return spot.score < Number.POSITIVE_INFINITY;
}

/** How much of a unit's surface would touch walls or other units, 0 to 1. */
function touchingShare(
  hold: Hold,
  x: number,
  y: number,
  z: number,
  dx: number,
  dy: number,
  dz: number,
): number {
  const { ends, count, inside } = hold;
  const x1 = x + dx;
  const y1 = y + dy;
  const z1 = z + dz;
  let touching = 0;
  if (x === 0) touching += dy * dz;
  if (y === 0) touching += dx * dz;
  if (z === 0) touching += dx * dy;
  if (x1 === inside.length) touching += dy * dz;
  if (y1 === inside.width) touching += dx * dz;
  if (z1 === inside.height) touching += dx * dy;
  for (let at = 0, end = count * BODY_WIDTH; at < end; at += BODY_WIDTH) {
    const a0 = ends[at] ?? 0;
    const a1 = ends[at + 3] ?? 0;
    const alongX = (x1 < a1 ? x1 : a1) - (x > a0 ? x : a0);
    if (alongX < 0) continue;
    const b0 = ends[at + 1] ?? 0;
    const b1 = ends[at + 4] ?? 0;
    const alongY = (y1 < b1 ? y1 : b1) - (y > b0 ? y : b0);
    if (alongY < 0) continue;
    const c0 = ends[at + 2] ?? 0;
    const c1 = ends[at + 5] ?? 0;
    const alongZ = (z1 < c1 ? z1 : c1) - (z > c0 ? z : c0);
    if (alongZ < 0) continue;
    // One of the three is 0 where they touch, so two of the products are.
    touching += alongX * alongY + alongX * alongZ + alongY * alongZ;
  }
  return touching / (2 * (dx * dy + dx * dz + dy * dz));
}
