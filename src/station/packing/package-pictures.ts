import type { Carton } from '#domain/carton/carton.ts';
import type { Sku } from '#domain/ids.ts';
import { toPackItems } from '#domain/packing/pack-items.ts';
import { cartonOf, contentsOf, type Package } from '#domain/packing/session.ts';
import type { Product } from '#domain/posting/product.ts';
import { reportFailure } from '../report-failure.ts';
import type { PlannedCarton } from './carton-jobs.ts';
import type { CartonPlanner } from './carton-planner.ts';

/** How the goods of each package lie in its carton, worked out in the planner's thread and remembered. */
export type PackagePictures = {
  /** Null until it is worked out; `onReady` is called then. */
  pictureOf(
    parcel: Package,
    products: ReadonlyMap<Sku, Product>,
    cartons: readonly Carton[],
  ): PlannedCarton | null;
  /** Keeps what a plan already knows. */
  remember(
    contents: readonly { readonly sku: Sku; readonly quantity: number }[],
    picture: PlannedCarton,
  ): void;
};

const rememberedMax = 50;

/** Pictures by carton and contents, so that a package that changes back is not searched again. */
export function createPackagePictures(planner: CartonPlanner, onReady: () => void): PackagePictures {
  const known = new Map<string, PlannedCarton | null>();

  function keep(key: string, picture: PlannedCarton | null): void {
    known.set(key, picture);
    const [oldest] = known.keys();
    if (known.size > rememberedMax && oldest !== undefined) known.delete(oldest);
  }

  return {
    pictureOf(parcel, products, cartons) {
      const carton = cartons.find((candidate) => candidate.code === cartonOf(parcel));
      const contents =
        parcel.isPacked || parcel.isSplit ? contentsOf(parcel) : (parcel.planned?.contents ?? []);
      const items = toPackItems(contents, products);
      if (carton === undefined || items === null || items.length === 0) return null;
      const key = keyOf(carton.code, contents);
      const picture = known.get(key);
      if (picture !== undefined) return picture;
      keep(key, null);
      void planner
        .ask({ kind: 'fit', items, carton })
        .then((answer) => {
          keep(key, answer?.packages[0] ?? null);
          if (answer?.packages[0] !== undefined) onReady();
        })
        .catch((cause) => reportFailure('carton picture', cause));
      return null;
    },
    remember(contents, picture) {
      keep(keyOf(picture.carton, contents), picture);
    },
  };
}

function keyOf(
  carton: string,
  contents: readonly { readonly sku: Sku; readonly quantity: number }[],
): string {
  return `${carton}|${contents
    .map((entry) => `${entry.sku}x${entry.quantity}`)
    .sort()
    .join('|')}`;
}
