import { z } from 'zod';

/** A courier was called to a warehouse, or called off. Times in epoch ms. */
export const pickupSchema = z.object({
  warehouseId: z.int(),
  /** YYYY-MM-DD */
  day: z.string(),
  isPlanned: z.boolean(),
  changedAt: z.number(),
});
export type Pickup = z.infer<typeof pickupSchema>;
