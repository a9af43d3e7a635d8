import { productOf, type World } from '../world/world.ts';
import type { Posting, UnitDemand } from './posting.ts';

/** SKUs of the posting whose units need a marking code. */
export function markedSkus(posting: Posting, world: World): readonly number[] {
  return posting.lines.filter((line) => productOf(world, line.sku).marked).map((line) => line.sku);
}

/** SKUs whose country of origin is still to be set. */
export function skusWithoutCountry(posting: Posting): readonly number[] {
  return posting.requiresCountry
    ? posting.lines.filter((line) => line.country === '').map((line) => line.sku)
    : [];
}

/** SKUs of the posting of whose units this is wanted. */
export function skusDemanding(posting: Posting, demand: UnitDemand): readonly number[] {
  return posting.lines
    .map(({ sku }) => sku)
    .filter((sku) => posting.demands.includes(demand) || (demand === 'gtd' && posting.gtdSkus.includes(sku)));
}

/** Whether ship is blocked until exemplars are set. */
export function lacksExemplars(posting: Posting, world: World): boolean {
  const wantsSomething =
    markedSkus(posting, world).length > 0 || posting.demands.length > 0 || posting.gtdSkus.length > 0;
  return wantsSomething && posting.exemplarState !== 'filled';
}

/** The `requirements` object; lists hold SKUs as strings. */
export function requirementsOf(posting: Posting, world: World) {
  const open = posting.status === 'awaiting_packaging';
  const strings = (skus: readonly number[]): readonly string[] => (open ? skus.map(String) : []);
  return {
    products_requiring_gtd: strings(skusDemanding(posting, 'gtd')),
    products_requiring_country: strings(skusWithoutCountry(posting)),
    products_requiring_change_country: [],
    products_requiring_mandatory_mark: strings(markedSkus(posting, world)),
    products_requiring_rnpt: strings(skusDemanding(posting, 'rnpt')),
    products_requiring_jw_uin: strings(skusDemanding(posting, 'jw_uin')),
    products_requiring_imei: strings(skusDemanding(posting, 'imei')),
    products_requiring_weight: strings(skusDemanding(posting, 'weight')),
    ...(posting.demandOfTomorrow
      ? { products_requiring_hologram: strings(posting.lines.map(({ sku }) => sku)) }
      : {}),
  };
}
