import { blockBeam } from '../blocks/block-beam.ts';
import { goodsOf } from '../carton-bounds.ts';
import { balance } from '../filling/balance.ts';
import type { Hold, Inside } from '../filling/hold.ts';
import type { ShelfCarton } from '../shelf.ts';
import type { UnitKind } from '../unit-kinds.ts';
import { mayJoinRule } from './company.ts';
import { LoadWheel } from './load-wheel.ts';
import { holdFor, type PackingProblem } from './packing-problem.ts';
import { unitsWithout } from './units-without.ts';

/** Fewer units than this are handed out one by one alone: blocks gain nothing. */
const UNITS_FOR_BLOCKS = 20;
/** Of the tries, those by blocks where both are used. */
const BLOCKS_EVERY = 3;
const REST_LOADINGS = 3;
const BLOCK_LIMITS = { blocksMax: 400, fullness: 0.95 };

/**
 * Tries to get all units into the cartons of a fleet, in two ways in turn: each unit goes into the first carton that takes it; or one
 * carton of two is filled as full as it gets, and the rest goes into the other. Ends with the filled holds, in the order of the cartons; null after
 * so many tries.
 */
export function* fillFleet(
  problem: PackingProblem,
  cartons: readonly ShelfCarton[],
  units: readonly UnitKind[],
  triesMax: number,
): Generator<undefined, readonly Hold[] | null> {
  // The roomiest thickness of a mailer comes last.
  const holds = cartons.flatMap(({ insides }) => insides.slice(-1).map((inside) => holdFor(inside, problem)));
  const rule = mayJoinRule(holds, units);
  const wheel = new LoadWheel(holds, units, problem.seed, rule);
  const [one, other] = holds;
  const canFillFirst = holds.length === 2 && rule === null && units.length >= UNITS_FOR_BLOCKS;
  let split = canFillFirst && one && other ? fillThenRest(problem, other, one, units) : null;
  for (let tries = 0; tries < triesMax; tries += 1) {
    if (split !== null && tries % BLOCKS_EVERY !== BLOCKS_EVERY - 1) {
      const { done, value } = split.next();
      if (done === true && value) return holds;
      if (done === true) split = null;
    } else if ((yield* wheel.turn()) && holds.every((hold) => isBalanced(problem, hold))) return holds;
    yield;
  }
  return null;
}

function isBalanced({ isStrict }: PackingProblem, hold: Hold): boolean {
  return !isStrict || balance(hold);
}

/** Fills the first carton fuller and fuller, and each time tries the rest in the other. */
function* fillThenRest(
  problem: PackingProblem,
  first: Hold,
  second: Hold,
  units: readonly UnitKind[],
): Generator<undefined, boolean> {
  const goods = goodsOf(units);
  const restMax = roomOf(second.inside);
  return yield* blockBeam(first, units, BLOCK_LIMITS, (loaded) => {
    const isTooMuch =
      goods.volumeMm3 - loaded.volumeMm3 > restMax || goods.weightG - loaded.loadG > second.inside.maxLoadG;
    if (isTooMuch || !isBalanced(problem, loaded)) return false;
    if (!takesRest(problem, second, unitsWithout(units, loaded.kinds))) return false;
    first.copyFrom(loaded);
    return true;
  });
}

function takesRest(problem: PackingProblem, hold: Hold, units: readonly UnitKind[]): boolean {
  const wheel = new LoadWheel([hold], units, problem.seed);
  for (let loading = 0; loading < REST_LOADINGS; loading += 1) {
    const turn = wheel.turn();
    let step = turn.next();
    while (step.done !== true) step = turn.next();
    if (step.value && isBalanced(problem, hold)) return true;
  }
  return false;
}

function roomOf({ length, width, height }: Inside): number {
  return length * width * height;
}
