import type { PackingGoal } from '../carton-plan.ts';
import { Hold, type Inside } from '../filling/hold.ts';
import type { ShelfCarton } from '../shelf.ts';
import { compareWorth, type Worth } from '../worth.ts';

/** What stays the same while one request is searched. */
export type PackingProblem = {
  readonly shelf: readonly ShelfCarton[];
  readonly goal: PackingGoal;
  readonly isStrict: boolean;
  /** Some unit bears no more than so much. */
  readonly isWeighed: boolean;
  readonly triesMax: number;
  readonly packagesMax: number;
  readonly seed: number;
};

/** A carton with its contents. */
export type FilledCarton = { readonly carton: ShelfCarton; readonly hold: Hold };

/** Cartons that take all goods that were asked for. */
export type Solution = { readonly packages: readonly FilledCarton[]; readonly worth: Worth };

/** An empty hold under the rules of the problem. */
export function holdFor(inside: Inside, { isStrict, isWeighed }: PackingProblem): Hold {
  return new Hold(inside, { isStrict, isWeighed });
}

/** The best solution so far. */
export class Incumbent {
  best: Solution | null = null;

  /** Keeps a solution if it is better; says whether it was. */
  offer(solution: Solution): boolean {
    if (!this.isBetter(solution.worth)) return false;
    this.best = solution;
    return true;
  }

  isBetter(worth: Worth): boolean {
    return this.best === null || compareWorth(worth, this.best.worth) < 0;
  }
}

/** Takes steps of two searches in turn until both have ended. */
export function* inTurn(
  one: Generator<undefined, void>,
  other: Generator<undefined, void>,
): Generator<undefined, void> {
  let isOneOpen = true;
  let isOtherOpen = true;
  while (isOneOpen || isOtherOpen) {
    if (isOneOpen) isOneOpen = one.next().done !== true;
    if (isOtherOpen) isOtherOpen = other.next().done !== true;
    yield;
  }
}
