import type { PackingGoal } from './carton-plan.ts';
import type { ShelfCarton } from './shelf.ts';

/** What packages cost by the goal, the weightiest reason first: less is better. */
export type Worth = readonly [number, number, number];

/** The contents of one package or of all. */
export type Contents = { readonly volumeMm3: number; readonly weightG: number };

const MM3_PER_LITRE = 1e6;
const MM3_PER_CM3 = 1000;
const G_PER_KG = 1000;

/** Below 0 where `a` is better. */
export function compareWorth(a: Worth, b: Worth): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/** One package. A carton without a cost counts as dearest among equals, and as free where cost is the goal. */
export function worthOf(carton: ShelfCarton, contents: Contents, goal: PackingGoal): Worth {
  if (goal.kind === 'fewest')
    return [1, carton.volumeMm3, carton.type.costKopecks ?? Number.MAX_SAFE_INTEGER / 1e6];
  return [moneyOf([carton], contents, goal), 1, carton.volumeMm3];
}

/** No packing of the contents into just these cartons is better than this. */
export function bestWorthOf(cartons: readonly ShelfCarton[], contents: Contents, goal: PackingGoal): Worth {
  const volumeMm3 = cartons.reduce((sum, carton) => sum + carton.volumeMm3, 0);
  if (goal.kind === 'cost') return [moneyOf(cartons, contents, goal), cartons.length, volumeMm3];
  const costs = cartons.map(({ type }) => type.costKopecks ?? Number.MAX_SAFE_INTEGER / 1e6);
  return [cartons.length, volumeMm3, costs.reduce((sum, cost) => sum + cost, 0)];
}

/** The worth of several packages together. */
export function sumOfWorths(worths: readonly Worth[]): Worth {
  return worths.reduce((sum, worth) => [sum[0] + worth[0], sum[1] + worth[1], sum[2] + worth[2]], [0, 0, 0]);
}

/** In kopecks. The tariff takes the larger of both weights per package, so of all together it takes at least the larger sum. */
function moneyOf(
  cartons: readonly ShelfCarton[],
  { volumeMm3, weightG }: Contents,
  goal: Extract<PackingGoal, { kind: 'cost' }>,
): number {
  let kopecks = 0;
  let emptyMm3 = -volumeMm3;
  let grossG = weightG;
  let volumetricKg = 0;
  for (const { type, volumeMm3: insideMm3 } of cartons) {
    const [x, y, z] = type.outerMm;
    kopecks += (type.costKopecks ?? 0) + goal.perPackageKopecks;
    emptyMm3 += insideMm3;
    grossG += type.tareG;
    volumetricKg += (x * y * z) / MM3_PER_CM3 / goal.volumetricCm3PerKg;
  }
  const litres = Math.max(0, emptyMm3) / MM3_PER_LITRE;
  grossG += litres * goal.fillerGPerLitre;
  return (
    kopecks +
    litres * goal.fillerKopecksPerLitre +
    Math.max(grossG / G_PER_KG, volumetricKg) * goal.perKgKopecks
  );
}
