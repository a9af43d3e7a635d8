import { BODY_WIDTH, type Hold } from './hold.ts';

/** The centre of gravity may not be nearer to a side than this share of the edge, in length and in width. */
export const BALANCE_SHARE = 1 / 6;

/**
 * Slides the contents sideways, as far as there is room, until their centre of gravity is in the middle of the carton. Says whether that
 * worked; goods of unknown weight are balanced.
 */
export function balance(hold: Hold): boolean {
  if (hold.loadG === 0) return true;
  const isBalancedX = slide(hold, 0, hold.inside.length);
  return slide(hold, 1, hold.inside.width) && isBalancedX;
}

function slide({ ends, count, kinds, loadG }: Hold, axis: number, edgeMm: number): boolean {
  let momentGmm = 0;
  let reachMm = 0;
  for (let body = 0; body < count; body += 1) {
    const from = ends[body * BODY_WIDTH + axis] ?? 0;
    const to = ends[body * BODY_WIDTH + 3 + axis] ?? 0;
    momentGmm += ((kinds[body]?.weightG ?? 0) * (from + to)) / 2;
    reachMm = Math.max(reachMm, to);
  }
  const centreMm = momentGmm / loadG;
  const leastMm = edgeMm * BALANCE_SHARE;
  if (centreMm > edgeMm - leastMm) return false;
  if (centreMm >= leastMm) return true;
  const byMm = Math.ceil(leastMm - centreMm);
  if (reachMm + byMm > edgeMm) return false;
  for (let at = axis; at < count * BODY_WIDTH; at += BODY_WIDTH) {
    ends[at] = (ends[at] ?? 0) + byMm;
    ends[at + 3] = (ends[at + 3] ?? 0) + byMm;
  }
  return true;
}
