import type { Sku } from '../ids.ts';
import { toPackItems } from './pack-items.ts';
import type { PackingContext } from './packing-context.ts';
import type { PackingRules } from './rules.ts';
import { cartonOf, type Package, type Unit } from './session.ts';

/**
 * What a package should weigh, g: its units, and its carton's tare and filler where it goes into one. Null when the weight of a unit or of
 * the carton is not known; a guess would hide a missing item.
 */
export function expectedWeightG(
  parcel: Package,
  context: Pick<PackingContext, 'products' | 'cartons'>,
): number | null {
  let unitsG = 0;
  for (const unit of parcel.units) {
    const weightG = unitWeightG(unit, context);
    if (weightG === null) return null;
    unitsG += weightG;
  }
  const code = cartonOf(parcel);
  if (code === null)
    return context.cartons.length === 0 || fitsNoCarton(parcel, context.products) ? Math.round(unitsG) : null;
  const carton = context.cartons.find((candidate) => candidate.code === code);
  return carton === undefined ? null : Math.round(unitsG + carton.tareG + parcel.fillerG);
}

/** What one unit weighs, g: as it was weighed by itself, else as its product should. */
function unitWeightG({ sku, weightG }: Unit, { products }: Pick<PackingContext, 'products'>): number | null {
  return weightG ?? products.get(sku)?.weightG ?? null;
}

/** What a package weighs at the least, g: its carton and the units whose weight is known. */
export function leastWeightG(parcel: Package, context: Pick<PackingContext, 'products' | 'cartons'>): number {
  const unitsG = parcel.units.reduce((sum, unit) => sum + (unitWeightG(unit, context) ?? 0), 0);
  const carton = context.cartons.find(({ code }) => code === cartonOf(parcel));
  return Math.round(unitsG + (carton?.tareG ?? 0));
}

/**
 * Did the plan find no carton for goods whose sizes are all known? Such a package goes out in the goods' own packaging;
 * where a size is unknown the packer chooses a carton.
 */
export function fitsNoCarton(parcel: Package, products: PackingContext['products']): boolean {
  return parcel.planned?.carton === null && toPackItems(parcel.planned.contents, products) !== null;
}

/** How far a package may be off, g: the absolute or the relative tolerance, whichever is more. */
export function toleranceG(expectedG: number, rules: PackingRules): number {
  return Math.max(rules.weightToleranceG, Math.round((expectedG * rules.weightTolerancePct) / 100));
}

/**
 * The one product whose unit weight would explain a difference of `differenceG` (heavier is positive) within the
 * tolerance; the closest where several would, null where none does. A missing unit must be one that is in the package
 * by the scans; an extra one may be any product of the posting.
 */
export function explainDifference(
  differenceG: number,
  tolerance: number,
  parcel: Package,
  context: Pick<PackingContext, 'products'>,
): Sku | null {
  const packed = new Set(parcel.units.map((unit) => unit.sku));
  const candidates = [...context.products.values()].filter(
    (product) => differenceG > 0 || packed.has(product.sku),
  );
  let best: { sku: Sku; offG: number } | null = null;
  for (const product of candidates) {
    if (product.weightG === null) continue;
    const offG = Math.abs(Math.abs(differenceG) - product.weightG);
    if (offG <= tolerance && (best === null || offG < best.offG)) best = { sku: product.sku, offG };
  }
  return best?.sku ?? null;
}
