import { z } from 'zod';

/** An address that gets notifications; `createdAt` in epoch ms. */
export const notifiedAddressSchema = z.object({
  id: z.int(),
  url: z.string(),
  enabled: z.boolean(),
  types: z.array(z.string()),
  createdAt: z.number(),
});
export type NotifiedAddress = z.infer<typeof notifiedAddressSchema>;
