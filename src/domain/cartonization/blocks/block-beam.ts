import { Hold } from '../filling/hold.ts';
import type { UnitKind } from '../unit-kinds.ts';
import { BlockLoading } from './block-loading.ts';
import { makeBlocks } from './make-blocks.ts';
import { reachableLengths } from './reachable-lengths.ts';

/** The beam is doubled after each pass, up to this. */
const WIDTH_MAX = 64;

/** A loading of the beam, and how full the carton becomes when it is finished greedily. */
type Branch = { readonly loading: BlockLoading; readonly promiseMm3: number };

/**
 * Loads one carton block by block and looks ahead: of each loading that is followed, the best next blocks are tried, each is finished
 * greedily, and those that come to most are followed further. Every greedy end that is fuller than all before is told to `onFuller`,
 * whose answer ends the search when it is true. Passes become wider; it ends when they cannot.
 */
export function* blockBeam(
  hold: Hold,
  units: readonly UnitKind[],
  limits: { readonly blocksMax: number; readonly fullness: number },
  onFuller: (hold: Hold) => boolean,
): Generator<undefined, boolean> {
  const kinds = [...new Set(units)];
  const left = new Int32Array(Math.max(...kinds.map(({ index }) => index)) + 1);
  for (const { index } of units) left[index] = (left[index] ?? 0) + 1;
  const { inside, isStrict, isWeighed } = hold;
  const blocks = makeBlocks(kinds, left, inside, { ...limits, isStrict });
  yield;
  const leastMm = Math.min(...kinds.map(({ shortestMm }) => shortestMm));
  const reach = reachableLengths(kinds, inside);
  const fresh = (): BlockLoading =>
    new BlockLoading(new Hold(inside, { isStrict, isWeighed }), blocks, left, reach);
  const trial = fresh();
  let fullestMm3 = 0;
  for (let width = 1; width <= WIDTH_MAX; width *= 2) {
    let beam: Branch[] = [{ loading: fresh(), promiseMm3: 0 }];
    while (beam.length > 0) {
      const next: Branch[] = [];
      for (const { loading } of beam) {
        for (const choice of loading.choices(width)) {
          trial.copyFrom(loading);
          if (!trial.take(choice, leastMm)) continue;
          const branch = fresh();
          branch.copyFrom(trial);
          finish(trial, leastMm);
          const promiseMm3 = trial.hold.volumeMm3;
          if (promiseMm3 > fullestMm3) {
            fullestMm3 = promiseMm3;
            if (onFuller(trial.hold)) return true;
          }
          next.push({ loading: branch, promiseMm3 });
          yield;
        }
      }
      beam = bestOf(next, width);
    }
    yield;
  }
  return false;
}

/** Goes on with the best block each time. */
function finish(loading: BlockLoading, leastMm: number): void {
  for (;;) {
    const choices = loading.choices(3);
    if (choices.length === 0) return;
    // Where none of them may lie there, the space is given up.
    if (!choices.some((choice) => loading.take(choice, leastMm))) loading.giveUpSpace();
  }
}

/** The most promising, of equally promising ones the first: they are the same loading in another order. */
function bestOf(branches: readonly Branch[], width: number): Branch[] {
  const best = new Map<number, Branch>();
  for (const branch of branches) if (!best.has(branch.promiseMm3)) best.set(branch.promiseMm3, branch);
  return [...best.values()].sort((a, b) => b.promiseMm3 - a.promiseMm3).slice(0, width);
}
