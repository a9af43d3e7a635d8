import { blockBeam } from './blocks/block-beam.ts';
import type { CartonRequest, CartonType, PackedCarton } from './carton-plan.ts';
import { invalidInput } from './check-request.ts';
import { balance } from './filling/balance.ts';
import { contentsOf, itemsInTurn } from './packed-plan.ts';
import { problemOf, TRIES_DEFAULT } from './problem-of.ts';
import { holdFor } from './search/packing-problem.ts';
import { unitKinds } from './unit-kinds.ts';

/** Blocks that are made before the first loading: more of them fill better and take longer. */
const BLOCK_LIMITS = { blocksMax: 6000, fullness: 0.98 };

/** A search for the fullest loading of one carton; it can be left at any time. */
export type LoadSearch = {
  /** One more loading, some ms at most; the first also makes the blocks. False when nothing is left to try. */
  readonly step: () => boolean;
  /** The fullest loading so far; not all goods need be in it. Null while there is none, or where none can be. */
  readonly load: () => Omit<PackedCarton, 'smaller'> | null;
};

/**
 * Loads one carton as full as it gets by volume, under the same rules as `cartonize`. Goods that must lie together or apart
 * are not looked at.
 */
export function fullestLoad({
  carton,
  ...rest
}: Omit<CartonRequest, 'cartons' | 'goal' | 'packagesMax'> & { readonly carton: CartonType }): LoadSearch {
  const request = { ...rest, cartons: [carton] };
  const nothing: LoadSearch = { step: () => false, load: () => null };
  if (invalidInput(request) !== null) return nothing;
  const kinds = unitKinds(request.items);
  const units = kinds.flatMap((kind) => kind.items.map(() => kind));
  const problem = problemOf(request, kinds);
  const { triesMax = TRIES_DEFAULT } = request;
  const [shelved] = problem.shelf;
  const inside = shelved?.insides.at(-1);
  if (shelved === undefined || inside === undefined || units.length === 0) return nothing;
  const fullest = holdFor(inside, problem);
  const walk = blockBeam(holdFor(inside, problem), units, BLOCK_LIMITS, (loaded) => {
    if (problem.isStrict && !balance(loaded)) return false;
    fullest.copyFrom(loaded);
    return loaded.count === units.length;
  });
  let tries = 0;
  return {
    step() {
      tries += 1;
      return tries <= triesMax && walk.next().done !== true;
    },
    load: () =>
      fullest.count === 0 ? null : contentsOf(request, { carton: shelved, hold: fullest }, itemsInTurn()),
  };
}
