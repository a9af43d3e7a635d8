import { blockBeam } from '../blocks/block-beam.ts';
import { goodsOf, hasPairThatNeverFits } from '../carton-bounds.ts';
import { balance } from '../filling/balance.ts';
import type { Hold } from '../filling/hold.ts';
import { settle } from '../filling/settle.ts';
import type { UnitKind } from '../unit-kinds.ts';
import { COMPLETE_UNITS_MAX, CompleteSearch } from './complete-search.ts';
import { LoadWheel } from './load-wheel.ts';

/** How the filling of one carton ended. */
export type FillEnd = 'filled' | 'impossible' | 'nothing-found';

export type FillLimits = { readonly triesMax: number; readonly seed: number };

/** Loadings before the complete search sets in: most cartons that can be filled are filled by then. */
export const STARTS = 12;
/** Positions that the complete search looks at in the place of one loading. */
const NODES_PER_TRY = 150;
/** Of so many units, one loading takes long: blocks set in sooner. */
const MANY_UNITS = 30;
const STARTS_OF_MANY = 2;
/** Joined blocks are at least half as full of waste as the carton will be, and never fuller of it than this. */
const FULLNESS_MAX = 0.98;
const BLOCKS_MAX = 400;
/** Blocks are strong where little room is left; elsewhere making them is seldom worth the time, so they wait for so many tries. */
const TIGHT_SHARE = 0.79;
const BEAM_FROM_IF_ROOMY = 200;
/** Of more units, the largest are looked through: where they do not fit, all do not. */
const LARGEST_UNITS = 6;
const LARGEST_STEPS = 6;

/**
 * Tries to get all units into one carton, and may be left at each `yield`, which stands behind each try. Where it ends as
 * `filled`, the hold has the arrangement. Units come large first.
 */
export function* fillCarton(
  hold: Hold,
  units: readonly UnitKind[],
  { triesMax, seed }: FillLimits,
): Generator<undefined, FillEnd> {
  if (hasPairThatNeverFits(hold.inside, units)) return 'impossible';
  const wheel = new LoadWheel([hold], units, seed);
  // Made when their turn comes: most cartons are filled before.
  let complete: CompleteSearch | null = null;
  let beam: Generator<undefined, boolean> | null = null;
  let isOpen = units.length <= COMPLETE_UNITS_MAX;
  let isBeamOpen = !isOpen;
  const beamFrom = isTight(hold, units) ? 0 : BEAM_FROM_IF_ROOMY;
  const startsMax = units.length > MANY_UNITS ? STARTS_OF_MANY : STARTS;
  for (let tries = 0; tries < triesMax; tries += 1) {
    if (tries === startsMax && units.length > COMPLETE_UNITS_MAX && !largestFit(hold, units))
      return 'impossible';
    if (isOpen && tries >= STARTS && tries % 4 !== 0) {
      complete ??= completeSearch(hold, units);
      const step = complete.step(NODES_PER_TRY);
      if (step === 'found') return 'filled';
      if (step === 'impossible') return 'impossible';
      if (step === 'refused') isOpen = false;
    } else if (isBeamOpen && tries >= startsMax + beamFrom && tries % 2 === 0) {
      beam ??= completeBeam(hold, units);
      const { done, value } = beam.next();
      if (done === true && value) return 'filled';
      if (done === true) isBeamOpen = false;
    } else if ((yield* wheel.turn()) && isBalanced(hold)) return 'filled';
    yield;
  }
  return 'nothing-found';
}

function isBalanced(hold: Hold): boolean {
  return !hold.isStrict || balance(hold);
}

function completeSearch(hold: Hold, units: readonly UnitKind[]): CompleteSearch {
  const search = new CompleteSearch(
    hold.inside,
    units,
    () => settle(hold, units, search.places) && isBalanced(hold),
  );
  return search;
}

function isTight({ inside, isStrict }: Hold, units: readonly UnitKind[]): boolean {
  const { kinds, volumeMm3 } = goodsOf(units);
  if (isStrict && kinds.some(({ fragile }) => fragile)) return false;
  return volumeMm3 > TIGHT_SHARE * inside.length * inside.width * inside.height;
}

/** Loads block by block; for few units a complete search is better. */
function completeBeam(hold: Hold, units: readonly UnitKind[]): Generator<undefined, boolean> {
  const { length, width, height } = hold.inside;
  const fill = goodsOf(units).volumeMm3 / (length * width * height);
  const limits = { blocksMax: BLOCKS_MAX, fullness: Math.min(FULLNESS_MAX, (1 + fill) / 2) };
  return blockBeam(hold, units, limits, (loaded) => {
    if (loaded.count < units.length || !isBalanced(loaded)) return false;
    hold.copyFrom(loaded);
    return true;
  });
}

/** False where the largest units alone are proven not to fit. */
function largestFit(hold: Hold, units: readonly UnitKind[]): boolean {
  const search = new CompleteSearch(hold.inside, units.slice(0, LARGEST_UNITS), () => true);
  for (let steps = 0; steps < LARGEST_STEPS; steps += 1) {
    const step = search.step(NODES_PER_TRY);
    if (step !== 'searching') return step !== 'impossible';
  }
  return true;
}
