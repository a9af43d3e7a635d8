import { z } from 'zod';

/** A buyer's request to cancel; times in epoch ms. */
export const cancellationRequestSchema = z.object({
  id: z.int(),
  posting: z.string(),
  message: z.string(),
  askedAt: z.number(),
  /** When the shop agrees by itself. */
  agreesAt: z.number(),
  state: z.enum(['ON_APPROVAL', 'APPROVED', 'REJECTED']),
  comment: z.string(),
  decidedAt: z.number().nullable(),
});
export type CancellationRequest = z.infer<typeof cancellationRequestSchema>;
