import { ShopFeature } from '#contract/shop-feature.ts';
import { FEATURE_METHODS } from './methods.ts';

/** What the bench does with these methods; null for what belongs to no one work. */
export function featureOf(methods: readonly string[]): ShopFeature | null {
  return (
    ShopFeature.options.find((feature) =>
      methods.some((method) => FEATURE_METHODS[feature].includes(method)),
    ) ?? null
  );
}
