import type { CartonType, PackedCarton } from './carton-plan.ts';

/** Crumpled void fill paper in g per litre of empty volume: an assumption, to be replaced by what a bench weighs. */
export const PAPER_G_PER_LITRE = 10;
const MM3_PER_ML = 1000;
const ML_PER_LITRE = 1000;

/** How much filler a package takes. */
export type Filler = {
  /** Empty volume in ml, 0 or more. */
  readonly volumeMl: number;
  /** Weight of the filler in g, 0 or more, not rounded. */
  readonly weightG: number;
};

/**
 * The filler for the empty volume of a packed carton, all of it filled.
 * `gPerLitre` is the weight of the filler used: about 10 for crumpled paper, 0 for none or air cushions.
 */
export function fillerFor(packed: PackedCarton, carton: CartonType, gPerLitre = PAPER_G_PER_LITRE): Filler {
  const [x, y, z] = carton.innerMm;
  const contentsMm3 = packed.placements.reduce(
    (sum, { sizeMm }) => sum + sizeMm[0] * sizeMm[1] * sizeMm[2],
    0,
  );
  const emptyMm3 = Math.floor(x) * Math.floor(y) * Math.floor(z) - contentsMm3;
  const volumeMl = Math.max(0, emptyMm3) / MM3_PER_ML;
  return { volumeMl, weightG: (volumeMl / ML_PER_LITRE) * gPerLitre };
}
