import { z } from 'zod';

/** Goods of a posting that come back; times in epoch ms. */
export const returnSchema = z.object({
  id: z.int(),
  posting: z.string(),
  sku: z.int(),
  quantity: z.int(),
  reason: z.string(),
  barcode: z.string(),
  changedAt: z.number(),
});
export type ReturnedItem = z.infer<typeof returnSchema>;
