import { z } from 'zod';
import type { CartonPlan, CartonType, PackedCarton, PackItem } from '#domain/cartonization/cartonize.ts';

const Edges = z.tuple([z.number(), z.number(), z.number()]);
const flag = z.union([z.boolean(), z.literal([0, 1])]).transform(Boolean);

const SetBox = z.object({
  id: z.string(),
  inner: Edges,
  outer: Edges.optional(),
  tare: z.number().default(0),
  maxWeight: z.number().default(0),
  stock: z.number().optional(),
});

const SetItem = z.object({
  sku: z.string(),
  qty: z.number(),
  dims: Edges,
  weight: z.number().default(0),
  up: z.tuple([flag, flag, flag]).default([true, true, true]),
  turn: z.boolean().default(true),
  fragile: z.boolean().default(false),
});

const SetOrder = z.object({ id: z.string(), boxes: z.array(SetBox).optional(), items: z.array(SetItem) });
export type SetOrder = z.infer<typeof SetOrder>;

/** A file of packing orders, format `packing-bench/1`: lengths in mm, weights in g, the third edge of a box is vertical. */
export const PackingSet = z.object({
  format: z.literal('packing-bench/1'),
  set: z.string(),
  /** `pack-all`: everything into few and small boxes. `knapsack`: as much as goes into one. */
  objective: z.enum(['pack-all', 'knapsack']),
  boxes: z.array(SetBox),
  orders: z.array(SetOrder),
});
export type PackingSet = z.infer<typeof PackingSet>;

/** An order as the carton engine takes it. A box without a limit (0 in the file) carries ten tonnes. */
export function toCartonRequest(
  order: SetOrder,
  set: PackingSet,
): { readonly items: readonly PackItem[]; readonly cartons: readonly CartonType[] } {
  const items = order.items.map((item) => ({
    ...{ sku: item.sku, quantity: item.qty, sizeMm: item.dims, weightG: item.weight, upright: item.up },
    ...{ isFixed: !item.turn, fragile: item.fragile },
  }));
  const cartons = (order.boxes ?? set.boxes).map((box) => ({
    ...{ code: box.id, innerMm: box.inner, outerMm: box.outer ?? box.inner, tareG: box.tare },
    maxLoadG: box.maxWeight === 0 ? 10_000_000 : box.maxWeight,
    ...(box.stock === undefined ? {} : { stock: box.stock }),
  }));
  return { items, cartons };
}

/** Time that an order took, and until there was a first answer, in ms. */
export type OrderTimes = { readonly ms: number; readonly firstMs: number };

/** The answer to an order as a line of the format `packing-result/1`. */
export function toResultLine(order: SetOrder, plan: CartonPlan, times: OrderTimes): object {
  if (plan.kind === 'impossible')
    return { id: order.id, ...roundedTimes(times), boxes: [], refused: plan.reason };
  return { ...loadLine(order, plan.packages, times), proven: plan.isProvenBest };
}

/** The same for boxes that need not take everything. */
export function loadLine(
  order: SetOrder,
  packages: readonly Pick<PackedCarton, 'carton' | 'placements'>[],
  times: OrderTimes,
): object {
  const boxes = packages.map(({ carton, placements }) => ({
    box: carton,
    items: placements.map(({ item, atMm, sizeMm }) => ({
      ...{ sku: order.items[item]?.sku, at: atMm, size: sizeMm },
    })),
  }));
  return { id: order.id, ...roundedTimes(times), boxes };
}

function roundedTimes({ ms, firstMs }: OrderTimes): OrderTimes {
  return { ms: rounded(ms), firstMs: rounded(firstMs) };
}

function rounded(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
