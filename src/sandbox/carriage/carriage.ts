import { z } from 'zod';

/** A shipment of postings to the drop-off point of one warehouse and day. Times in epoch ms. */
export const carriageSchema = z.object({
  id: z.int(),
  warehouseId: z.int(),
  /** YYYY-MM-DD */
  departureDay: z.string(),
  status: z.enum(['new', 'formed', 'sended', 'cancelled']),
  postingNumbers: z.array(z.string()),
  removedNumbers: z.array(z.string()),
  containersCount: z.int(),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type Carriage = z.infer<typeof carriageSchema>;
