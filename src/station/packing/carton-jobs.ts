import type { CartonType, PackItem } from '#domain/cartonization/carton-plan.ts';

/** What the carton worker is asked: the cheapest set of cartons for the items, or how they lie in a given one. */
export type CartonJob =
  | { readonly kind: 'plan'; readonly items: readonly PackItem[]; readonly cartons: readonly CartonType[] }
  | { readonly kind: 'fit'; readonly items: readonly PackItem[]; readonly carton: CartonType };

/** A filled carton as the bench shows it; lengths in mm, filler in g and ml. */
export type PlannedCarton = {
  readonly carton: string;
  readonly placements: readonly {
    readonly sku: string;
    readonly atMm: number[];
    readonly sizeMm: number[];
  }[];
  readonly fillerG: number;
  readonly fillerMl: number;
};

/** No packages: nothing fits. */
export type CartonAnswer = { readonly packages: readonly PlannedCarton[] };
