import { z } from 'zod';

/** A shipment of postings to the drop-off point of one warehouse and day. Times in epoch ms. */
export const carriageSchema = z.object({
  id: z.int(),
  warehouseId: z.int(),
  /** YYYY-MM-DD */
  departureDay: z.string(),
  status: z.enum(['new', 'formed', 'sended', 'received', 'closed', 'cancelled']),
  postingNumbers: z.array(z.string()),
  removedNumbers: z.array(z.string()),
  /** What the sorting centre did not find when it accepted the rest. */
  missingNumbers: z.array(z.string()).default([]),
  containersCount: z.int(),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type Carriage = z.infer<typeof carriageSchema>;
