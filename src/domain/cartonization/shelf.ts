import type { CartonType } from './carton-plan.ts';
import type { Inside } from './filling/hold.ts';
import type { UnitKind } from './unit-kinds.ts';

/** A carton type as the search sees it. */
export type ShelfCarton = {
  readonly type: CartonType;
  /** What the goods may take of it. Several where a mailer gives in length and width what it takes in thickness. */
  readonly insides: readonly Inside[];
  /** Of the whole inside, filler and clearance included. */
  readonly volumeMm3: number;
  readonly stock: number;
};

/** Room left free on each side, in mm. */
export type Margins = { readonly clearanceMm: number; readonly fillerReserveMm: number };

/** How many thicknesses of a mailer are looked at. */
const THICKNESSES = 6;

/** One carton type with its inner edges taken down to whole mm, so that all later arithmetic is exact. */
function shelfCarton(type: CartonType, kinds: readonly UnitKind[], margins: Margins): ShelfCarton {
  const [x, y, z] = type.innerMm.map(Math.floor);
  const [length, width, height] = [x ?? 0, y ?? 0, z ?? 0];
  const { maxLoadG, stock = Number.POSITIVE_INFINITY } = type;
  const side = 2 * (margins.clearanceMm + margins.fillerReserveMm);
  const upright = margins.clearanceMm + 2 * margins.fillerReserveMm;
  const insideOf = (thickness: number, given: number): Inside => ({
    length: length - given - side,
    width: width - given - side,
    height: thickness - upright,
    maxLoadG,
  });
  const isRigid = (type.kind ?? 'carton') === 'carton';
  const all = isRigid
    ? [insideOf(height, 0)]
    : thicknesses(kinds, height, upright).map((mm) => insideOf(mm, mm));
  const insides = all.filter((inside) => inside.length > 0 && inside.width > 0 && inside.height > 0);
  return { type, insides, volumeMm3: length * width * height, stock };
}

/** How thick a mailer may come to be: the edges of the goods, alone and doubled, and the most it takes. */
function thicknesses(kinds: readonly UnitKind[], mostMm: number, upright: number): number[] {
  const heights = kinds.flatMap(({ turns }) => [...turns.filter((_, at) => at % 3 === 2)]);
  const usual = heights.flatMap((mm) => [mm + upright, 2 * mm + upright]).filter((mm) => mm < mostMm);
  const different = [...new Set(usual)].sort((a, b) => a - b);
  const every = Math.max(1, Math.ceil(different.length / THICKNESSES));
  return [...different.filter((_, at) => at % every === 0), mostMm];
}

/** All cartons, each once, by code. */
export function shelfOf(
  cartons: readonly CartonType[],
  kinds: readonly UnitKind[],
  margins: Margins,
): ShelfCarton[] {
  return cartons
    .map((type) => shelfCarton(type, kinds, margins))
    .sort((a, b) => a.volumeMm3 - b.volumeMm3 || (a.type.code < b.type.code ? -1 : 1));
}
