import { goodsOf, unfitInside, unfitOf } from '../carton-bounds.ts';
import type { Hold } from '../filling/hold.ts';
import type { ShelfCarton } from '../shelf.ts';
import type { UnitKind } from '../unit-kinds.ts';
import { compareWorth, type Worth, worthOf } from '../worth.ts';
import { mayAllJoin } from './company.ts';
import { type FillEnd, fillCarton, STARTS } from './fill-carton.ts';
import { holdFor, type Incumbent, type PackingProblem } from './packing-problem.ts';

/** Goods of more units than this take so long to load that a first answer comes before thoroughness. */
const MANY_UNITS = 30;
const STARTS_OF_MANY = 1;
/** The rounds that even the farthest carton waits. */
const RARELY = 4;
const FULL_SHARE = 0.85;

type Begun = { readonly hold: Hold; readonly walk: Generator<undefined, FillEnd> };

/** The filling of one carton with all the goods, as far as it has come. */
export type Filling = {
  readonly carton: ShelfCarton;
  readonly worth: Worth;
  /** Makes ready for the first step; most cartons never come to it. */
  readonly begin: () => Begun;
  begun: Begun | null;
  /** Null while it goes on. */
  end: FillEnd | null;
};

/** The cartons that arithmetic does not rule out, the best first. */
export function fillingsOf(problem: PackingProblem, units: readonly UnitKind[]): Filling[] {
  const goods = goodsOf(units);
  if (!mayAllJoin(goods.kinds)) return [];
  const fillings = problem.shelf.flatMap((carton) => {
    if (carton.stock < 1 || unfitOf(carton, goods, problem.isStrict) !== null) return [];
    const worth = worthOf(carton, goods, problem.goal);
    const insides = carton.insides.filter((inside) => unfitInside(inside, goods) === null);
    return insides.map((inside): Filling => {
      const begin = (): Begun => {
        const hold = holdFor(inside, problem);
        return { hold, walk: fillCarton(hold, units, problem) };
      };
      return { carton, worth, begin, begun: null, end: null };
    });
  });
  return fillings.sort((a, b) => compareWorth(a.worth, b.worth));
}

/** One step; true when it filled the carton. */
function advance(filling: Filling, incumbent: Incumbent): boolean {
  filling.begun ??= filling.begin();
  const { hold, walk } = filling.begun;
  const { done, value } = walk.next();
  if (done !== true) return false;
  filling.end = value;
  const { carton, worth } = filling;
  return value === 'filled' && incumbent.offer({ packages: [{ carton, hold }], worth });
}

/** A few tries for each carton from the best on, until one is filled. */
export function* firstFilled(
  fillings: readonly Filling[],
  units: readonly UnitKind[],
  incumbent: Incumbent,
): Generator<undefined, void> {
  const isMany = units.length > MANY_UNITS;
  const starts = isMany ? STARTS_OF_MANY : STARTS;
  const { volumeMm3 } = goodsOf(units);
  for (const filling of fillings) {
    if (isMany && volumeMm3 > FULL_SHARE * filling.carton.volumeMm3) continue;
    for (let tries = 0; tries < starts && filling.end === null; ) {
      if (advance(filling, incumbent)) return;
      tries += 1;
      yield;
    }
  }
}

/**
 * Goes on with all cartons that would be better than the best until none is left. The nearer one is to the best, the likelier it is to be
 * filled: the next gets a try in each round, the second next in every second, and so on.
 */
export function* betterFilled(
  fillings: readonly Filling[],
  incumbent: Incumbent,
): Generator<undefined, void> {
  const isOpen = ({ end, worth }: Filling): boolean => end === null && incumbent.isBetter(worth);
  let open = fillings.filter(isOpen);
  for (let round = 0; open.length > 0; round += 1) {
    for (const [before, filling] of open.toReversed().entries()) {
      if (round % Math.min(before + 1, RARELY) !== 0 || !isOpen(filling)) continue;
      advance(filling, incumbent);
      yield;
    }
    open = open.filter(isOpen);
  }
}
