import type { Posting } from '../postings/posting.ts';
import { skusDemanding } from '../postings/requirements.ts';
import { productOf, type World } from '../world/world.ts';

/** What is taken as the weight of one unit, kg; nothing is known of goods that are not sold by weight. */
export function weightRange(world: World, posting: Posting, sku: number) {
  const isWeightNeeded = skusDemanding(posting, 'weight').includes(sku);
  const usualKg = productOf(world, sku).weightG / 1000;
  return {
    is_weight_needed: isWeightNeeded,
    weight_min: isWeightNeeded ? usualKg / 2 : 0,
    weight_max: isWeightNeeded ? usualKg * 2 : 0,
  };
}

/** What is wrong with a unit's weight (kg; 0 for none), in the document's own words; empty when nothing is. */
export function weightErrors(world: World, posting: Posting, sku: number, weightKg: number): string[] {
  const range = weightRange(world, posting, sku);
  if (!range.is_weight_needed) return [];
  if (weightKg === 0) return ['WEIGHT_IS_REQUIRED'];
  return weightKg < range.weight_min || weightKg > range.weight_max ? ['WEIGHT_IS_OUT_OF_RANGE'] : [];
}
