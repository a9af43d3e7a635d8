import type { Unfit } from './carton-plan.ts';
import type { Inside } from './filling/hold.ts';
import type { ShelfCarton } from './shelf.ts';
import type { UnitKind } from './unit-kinds.ts';

const MM3_PER_ML = 1000;

/** Does one unit go into an empty carton in any turn? */
export function fitsAlone(inside: Inside, { turns, weightG }: UnitKind): boolean {
  return weightG <= inside.maxLoadG && shortBy(inside, turns) === 0;
}

/** How much longer the carton would have to be for the unit, in mm, in its best turn; 0 where it goes in. */
function shortBy({ length, width, height }: Inside, turns: Int32Array): number {
  let least = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < turns.length && least > 0; turn += 3) {
    const worst = Math.max(
      (turns[turn] ?? 0) - length,
      (turns[turn + 1] ?? 0) - width,
      (turns[turn + 2] ?? 0) - height,
    );
    least = Math.min(least, Math.max(0, worst));
  }
  return least;
}

/** Do two units go in together? Along some axis both must have room one behind the other. */
function fitTogether({ length, width, height }: Inside, a: UnitKind, b: UnitKind): boolean {
  for (let one = 0; one < a.turns.length; one += 3) {
    const ax = a.turns[one] ?? 0;
    const ay = a.turns[one + 1] ?? 0;
    const az = a.turns[one + 2] ?? 0;
    if (ax > length || ay > width || az > height) continue;
    for (let other = 0; other < b.turns.length; other += 3) {
      const bx = b.turns[other] ?? 0;
      const by = b.turns[other + 1] ?? 0;
      const bz = b.turns[other + 2] ?? 0;
      if (bx > length || by > width || bz > height) continue;
      if (ax + bx <= length || ay + by <= width || az + bz <= height) return true;
    }
  }
  return false;
}

/** Two of these units never lie in this carton together, whatever else does. */
export function hasPairThatNeverFits(inside: Inside, units: readonly UnitKind[]): boolean {
  const eighthMm3 = (inside.length * inside.width * inside.height) / 8;
  const bulky = units.filter(({ volumeMm3 }) => volumeMm3 > eighthMm3);
  return bulky.some((a, at) => bulky.some((b, other) => other > at && !fitTogether(inside, a, b)));
}

/** Goods taken together. */
export type Goods = {
  readonly kinds: readonly UnitKind[];
  readonly volumeMm3: number;
  readonly weightG: number;
};

/** Sums units up. */
export function goodsOf(units: readonly UnitKind[]): Goods {
  let volumeMm3 = 0;
  let weightG = 0;
  for (const kind of units) {
    volumeMm3 += kind.volumeMm3;
    weightG += kind.weightG;
  }
  return { kinds: [...new Set(units)], volumeMm3, weightG };
}

/** Why the goods go into none of a carton's insides, by arithmetic alone; null where that rules nothing out. */
export function unfitOf(carton: ShelfCarton, goods: Goods, isStrict: boolean): Unfit | null {
  const isSoft = (carton.type.kind ?? 'carton') !== 'carton';
  if (isStrict && isSoft && goods.kinds.some(({ fragile }) => fragile)) return { kind: 'not-for-fragile' };
  const unfits = carton.insides.map((inside) => unfitInside(inside, goods));
  if (unfits.includes(null)) return null;
  // Of several thicknesses, the last is the greatest.
  return unfits.at(-1) ?? { kind: 'too-little-room', byMl: goods.volumeMm3 / MM3_PER_ML };
}

/** The same for one inside. */
export function unfitInside(inside: Inside, goods: Goods): Unfit | null {
  if (goods.weightG > inside.maxLoadG) return { kind: 'over-load', byG: goods.weightG - inside.maxLoadG };
  const byMm = Math.max(0, ...goods.kinds.map(({ turns }) => shortBy(inside, turns)));
  if (byMm > 0) return { kind: 'too-short', byMm };
  const roomMm3 = inside.length * inside.width * inside.height;
  if (goods.volumeMm3 > roomMm3)
    return { kind: 'too-little-room', byMl: (goods.volumeMm3 - roomMm3) / MM3_PER_ML };
  return null;
}
