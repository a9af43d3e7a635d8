import { z } from 'zod';

/** A pass through the gate of a drop-off point. Times in epoch ms. */
export const gatePassSchema = z.object({
  id: z.int(),
  carriage: z.int(),
  driverName: z.string(),
  driverPhone: z.string(),
  plate: z.string(),
  model: z.string(),
  withReturns: z.boolean(),
  arrivesAt: z.number(),
});
export type GatePass = z.infer<typeof gatePassSchema>;
