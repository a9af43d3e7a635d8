import type { UnitKind } from '../unit-kinds.ts';
import { BODY_WIDTH, type Hold } from './hold.ts';

/** The share of a base that must lie on the floor or on units of equal height. */
export const SUPPORT_SHARE = 0.6;

/** Length that two stretches have in common. */
function common(a0: number, a1: number, b0: number, b1: number): number {
  const from = a0 > b0 ? a0 : b0;
  const to = a1 < b1 ? a1 : b1;
  return to > from ? to - from : 0;
}

/**
 * May a unit lie here: borne by enough, on nothing fragile, and on nothing that it would crush? The place must be empty.
 * A unit that may not bear much never goes under one that is already there, so that what each bears is known at once.
 */
export function isBorne(
  hold: Hold,
  kind: UnitKind,
  x: number,
  y: number,
  z: number,
  dx: number,
  dy: number,
  dz: number,
): boolean {
  const bearsLittle = kind.fragile || hold.isWeighed;
  if (bearsLittle && isUnderAnother(hold, x, y, z + dz, dx, dy)) return false;
  if (z === 0) return true;
  const { ends, kinds, sameTop } = hold;
  let bornMm2 = 0;
  for (let body = hold.lastTopAt[z] ?? -1; body >= 0; body = sameTop[body] ?? -1) {
    const areaMm2 = touchMm2(ends, body * BODY_WIDTH, x, y, dx, dy);
    if (areaMm2 === 0) continue;
    if (kinds[body]?.fragile) return false;
    bornMm2 += areaMm2;
  }
  if (bornMm2 < SUPPORT_SHARE * dx * dy) return false;
  return !hold.isWeighed || crushesNothing(hold, kind.weightG, bornMm2, x, y, z, dx, dy);
}

/** Would a unit with this top touch one above it from below? */
function isUnderAnother(hold: Hold, x: number, y: number, top: number, dx: number, dy: number): boolean {
  const { ends, count } = hold;
  for (let at = 0, end = count * BODY_WIDTH; at < end; at += BODY_WIDTH)
    if (ends[at + 2] === top && touchMm2(ends, at, x, y, dx, dy) > 0) return true;
  return false;
}

/** Area that a base has in common with the body at `at`, seen from above. */
function touchMm2(ends: Int32Array, at: number, x: number, y: number, dx: number, dy: number): number {
  const alongX = common(x, x + dx, ends[at] ?? 0, ends[at + 3] ?? 0);
  return alongX === 0 ? 0 : alongX * common(y, y + dy, ends[at + 1] ?? 0, ends[at + 4] ?? 0);
}

/** Would everything below carry `addedG` more? It spreads by the area of touch, and on down in the same way. */
function crushesNothing(
  hold: Hold,
  addedG: number,
  bornMm2: number,
  x: number,
  y: number,
  z: number,
  dx: number,
  dy: number,
): boolean {
  return everyBearer(hold, x, y, z, dx, dy, (body, areaMm2) => {
    const shareG = (addedG * areaMm2) / bornMm2;
    if ((hold.borneG[body] ?? 0) + shareG > (hold.kinds[body]?.bearsG ?? 0)) return false;
    return passesOn(hold, body, shareG);
  });
}

function passesOn(hold: Hold, body: number, shareG: number): boolean {
  const at = body * BODY_WIDTH;
  const { ends } = hold;
  const x = ends[at] ?? 0;
  const y = ends[at + 1] ?? 0;
  const z = ends[at + 2] ?? 0;
  if (z === 0) return true;
  const dx = (ends[at + 3] ?? 0) - x;
  const dy = (ends[at + 4] ?? 0) - y;
  return crushesNothing(hold, shareG, bearingMm2(hold, x, y, z, dx, dy), x, y, z, dx, dy);
}

/** Writes down what the last body put in adds to those below it. */
export function addLoad(hold: Hold): void {
  const body = hold.count - 1;
  spread(hold, body, hold.kinds[body]?.weightG ?? 0);
}

function spread(hold: Hold, body: number, addedG: number): void {
  const at = body * BODY_WIDTH;
  const { ends, borneG } = hold;
  const x = ends[at] ?? 0;
  const y = ends[at + 1] ?? 0;
  const z = ends[at + 2] ?? 0;
  if (z === 0) return;
  const dx = (ends[at + 3] ?? 0) - x;
  const dy = (ends[at + 4] ?? 0) - y;
  const bornMm2 = bearingMm2(hold, x, y, z, dx, dy);
  everyBearer(hold, x, y, z, dx, dy, (below, areaMm2) => {
    const shareG = (addedG * areaMm2) / bornMm2;
    borneG[below] = (borneG[below] ?? 0) + shareG;
    spread(hold, below, shareG);
    return true;
  });
}

function bearingMm2(hold: Hold, x: number, y: number, z: number, dx: number, dy: number): number {
  let sum = 0;
  everyBearer(hold, x, y, z, dx, dy, (_, areaMm2) => {
    sum += areaMm2;
    return true;
  });
  return sum;
}

/** Calls for each body that touches the base from below, with the area of touch, until one says false. */
function everyBearer(
  hold: Hold,
  x: number,
  y: number,
  z: number,
  dx: number,
  dy: number,
  says: (body: number, areaMm2: number) => boolean,
): boolean {
  const { ends, sameTop } = hold;
  for (let body = hold.lastTopAt[z] ?? -1; body >= 0; body = sameTop[body] ?? -1) {
    const areaMm2 = touchMm2(ends, body * BODY_WIDTH, x, y, dx, dy);
    if (areaMm2 > 0 && !says(body, areaMm2)) return false;
  }
  return true;
}
