import { z } from 'zod';

/** Returns that lie at one place and are given to the seller together; times in epoch ms. */
export const giveoutSchema = z.object({
  id: z.int(),
  createdAt: z.number(),
  status: z.enum(['CREATED', 'APPROVED', 'COMPLETED', 'CANCELLED']),
  returns: z.array(z.object({ id: z.int(), approved: z.boolean() })),
});
export type Giveout = z.infer<typeof giveoutSchema>;

/** How the seller fetches returns. */
export const collectingSchema = z.object({
  enabled: z.boolean(),
  /** Which code is valid now; a new one makes the one before worthless. */
  codeNumber: z.int(),
  giveouts: z.array(giveoutSchema),
});
export type Collecting = z.infer<typeof collectingSchema>;
