import { z } from 'zod';
import { ShopId } from '#domain/ids.ts';
import { ShopView } from './bench-view.ts';
import type { ProcedureTable } from './procedure-table.ts';
import { ShopFeature } from './shop-feature.ts';

/** What goes to a shop now, what waits and why, and when it is tried next. Moments are epoch ms. */
export const ShopTrafficView = z.object({
  shop: ShopId,
  name: z.string(),
  state: ShopView.shape.state,
  /** When the queue is read next; null while it is being read, or without a shop. */
  readsAt: z.number().nullable(),
  underWay: z.int(),
  waiting: z.array(
    z.object({
      feature: ShopFeature.nullable(),
      urgency: z.enum(['packer', 'screen', 'background']),
      why: z.enum(['places', 'limit', 'method-limit', 'trial']),
      calls: z.int(),
    }),
  ),
  pauses: z.array(
    z.object({
      feature: ShopFeature.nullable(),
      isWhole: z.boolean(),
      why: z.enum(['asked', 'limit']),
      endsAt: z.number(),
    }),
  ),
  /** Messages that the shop has not confirmed, and when the next of them is tried; null where none waits for its time. */
  owed: z.int(),
  owedAt: z.number().nullable(),
});
export type ShopTrafficView = z.infer<typeof ShopTrafficView>;

export const trafficProcedures = {
  /** Of each connected shop. Asks nobody: it is what this process knows of itself. */
  'shop.traffic': {
    role: 'packer',
    input: z.object({}),
    output: z.object({ shops: z.array(ShopTrafficView) }),
  },
} as const satisfies ProcedureTable;
