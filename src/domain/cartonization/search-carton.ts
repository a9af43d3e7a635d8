import { type Load, type LoadGoal, loadCarton, type PlaceRule } from './load-carton.ts';
import type { Hold } from './load-space.ts';
import { loadStacks } from './load-stacks.ts';
import type { UnitKind } from './unit-kinds.ts';

type Ranking = (a: UnitKind, b: UnitKind) => number;

const byLargestFace: Ranking = (a, b) => b.largestFaceMm2 - a.largestFaceMm2 || b.volumeMm3 - a.volumeMm3;

const RANKINGS: readonly Ranking[] = [
  (a, b) => b.volumeMm3 - a.volumeMm3,
  byLargestFace,
  (a, b) => b.longestMm - a.longestMm || b.volumeMm3 - a.volumeMm3,
  (a, b) => b.shortestMm - a.shortestMm || b.volumeMm3 - a.volumeMm3,
  (a, b) => b.weightG - a.weightG || b.volumeMm3 - a.volumeMm3,
];

/** Low and snug; from the left wall; snug; from the rear wall; snug towards the corner; layer on layer. */
const RULES: readonly PlaceRule[] = [
  { right: 0.1, front: 0.01, top: 0, bottom: 1, contact: 0.5 },
  { right: 1, front: 0.1, top: 0.01, bottom: 0, contact: 0 },
  { right: 0.001, front: 0.001, top: 0.001, bottom: 0, contact: 1 },
  { right: 0.1, front: 1, top: 0.01, bottom: 0, contact: 0 },
  { right: 0.1, front: 0.1, top: 0.1, bottom: 0, contact: 1 },
  { right: 0.01, front: 0.1, top: 1, bottom: 0, contact: 0 },
];

/** Up to this many units the full number of tries is made, beyond it fewer, as each takes longer. */
const FULL_TRIES_UNITS_MAX = 10;
const TRIES_MIN = 3;
/** From this many units on stacks in rows are tried first; beyond the second number nothing else is. */
const STACKS_UNITS_MIN = 30;
export const STACKS_ONLY_UNITS = 120;

/** A fixed sequence of well mixed whole numbers, the same for every request, so that plans repeat. */
function fixedSequence(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Fragile units go last, because nothing may lie on them. */
function ranked(units: readonly UnitKind[], ranking: Ranking): UnitKind[] {
  return [...units].sort((a, b) => Number(a.fragile) - Number(b.fragile) || ranking(a, b));
}

/** One unit that found no place moves forward; every other time two units change places as well. */
function rearranged(
  order: readonly UnitKind[],
  left: readonly UnitKind[],
  next: (below: number) => number,
): UnitKind[] {
  const changed = [...order];
  const failed = left[next(left.length)];
  const from = failed ? changed.lastIndexOf(failed) : -1;
  if (failed && from > 0) {
    changed.splice(from, 1);
    changed.splice(next(from), 0, failed);
  }
  const i = next(changed.length);
  const j = next(changed.length);
  const a = changed[i];
  const b = changed[j];
  if (a && b && next(2) === 0) {
    changed[i] = b;
    changed[j] = a;
  }
  return changed;
}

function fullness(load: Load, hold: Hold): number {
  return load.volumeMm3 / (hold.x * hold.y * hold.z) + load.weightG / hold.maxLoadG;
}

/** Whether units could be in the carton together: by total volume and weight, and each by itself. */
export function mayHold(hold: Hold, units: readonly UnitKind[]): boolean {
  let volumeMm3 = 0;
  let weightG = 0;
  for (const unit of units) {
    volumeMm3 += unit.volumeMm3;
    weightG += unit.weightG;
  }
  return (
    volumeMm3 <= hold.x * hold.y * hold.z &&
    weightG <= hold.maxLoadG &&
    units.every((unit) => fitsAlone(hold, unit))
  );
}

/** Whether the unit goes into the empty carton in one of its turns, whatever it weighs. */
export function fitsAlone(hold: Hold, unit: UnitKind): boolean {
  return unit.turns.some(({ dx, dy, dz }) => dx <= hold.x && dy <= hold.y && dz <= hold.z);
}

/**
 * The fullest loading of one carton that was found; everything is in it where `left` is empty.
 * Several orders of insertion with several rules of place, then on from the fullest by bringing forward what was left.
 * `triesMax` counts loadings and shrinks with the number of units: the answer never depends on the machine's speed.
 */
export function searchCarton(hold: Hold, units: readonly UnitKind[], goal: LoadGoal, triesMax: number): Load {
  if (units.length >= STACKS_UNITS_MIN) {
    const stacked = loadStacks(hold, ranked(units, byLargestFace), goal);
    if (stacked.left.length === 0 || units.length > STACKS_ONLY_UNITS) return stacked;
  }
  const next = fixedSequence();
  const scaled = Math.floor((triesMax * FULL_TRIES_UNITS_MAX) / Math.max(units.length, FULL_TRIES_UNITS_MAX));
  const tries = Math.min(triesMax, Math.max(TRIES_MIN, scaled));
  let order: readonly UnitKind[] = units;
  let best: Load = { placed: [], left: units, volumeMm3: 0, weightG: 0 };
  let bestFullness = -1;
  for (let tried = 0; tried < tries; tried += 1) {
    const ranking = RANKINGS[Math.floor(tried / RULES.length)];
    const rule = RULES[ranking ? tried % RULES.length : next(RULES.length)];
    if (!rule) break;
    const candidate = ranking ? ranked(units, ranking) : rearranged(order, best.left, next);
    const load = loadCarton(hold, candidate, rule, goal);
    if (load.left.length === 0) return load;
    const full = fullness(load, hold);
    if (full < bestFullness) continue;
    best = load;
    bestFullness = full;
    order = candidate;
  }
  return best;
}
