import type { CartonPlan, CartonRequest, CartonType, PackedCarton } from './carton-plan.ts';
import { cartonSearch } from './carton-search.ts';

export type {
  CartonPlan,
  CartonRequest,
  CartonType,
  ImpossibleReason,
  PackedCarton,
  PackItem,
  PackingGoal,
  Placement,
  SizeMm,
  Unfit,
  Upright,
} from './carton-plan.ts';
export { type CartonSearch, cartonSearch } from './carton-search.ts';
export { fullestLoad, type LoadSearch } from './fullest-load.ts';

/**
 * Chooses cartons for units by the goal: the fewest packages found, then the least inner volume, unless money is the goal.
 * Every unit is turned only as it may be, lies inside, overlaps nothing, rests with at least 60 % of its base on the floor or on units
 * of equal height, lies on no fragile unit and on none that it would crush; no carton is loaded over its limit, and the centre
 * of gravity is in its middle.
 * Pure and repeatable: the same request has the same answer on every machine, whatever the order of its items and cartons.
 * `triesMax` bounds the loadings tried per carton, and so the time; it must be finite here.
 * Fails as a value, with a reason. Nothing to pack is no package.
 */
export function cartonize(request: CartonRequest): CartonPlan {
  const search = cartonSearch(request);
  while (search.step());
  const plan = search.plan();
  if (plan === null) throw new Error('a search ended without an answer');
  return plan;
}

/** How the units lie in a carton that the packer chose; null when they do not all go in, as far as was tried. */
export function fits({
  carton,
  ...request
}: Omit<CartonRequest, 'cartons' | 'goal' | 'packagesMax'> & {
  readonly carton: CartonType;
}): PackedCarton | null {
  const plan = cartonize({ ...request, cartons: [carton], packagesMax: 1 });
  const packed = plan.kind === 'packed' ? plan.packages[0] : undefined;
  return packed?.carton === carton.code ? packed : null;
}
