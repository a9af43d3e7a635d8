import { z } from 'zod';

/** How far a buyer's return is that comes back to the seller alone, not to the marketplace. */
export const returnRequestStates = [
  'ON_APPROVAL',
  'MOVING_TO_SELLER',
  'ON_SELLER_CHECK',
  'MONEY_RETURNED',
  'PARTIALLY_COMPENSATED',
  'REJECTED',
] as const;

/** A buyer's wish to send goods back to a seller who delivers in person; times in epoch ms. */
export const returnRequestSchema = z.object({
  id: z.int(),
  posting: z.string(),
  sku: z.int(),
  state: z.enum(returnRequestStates),
  reason: z.string(),
  isDefect: z.boolean(),
  comment: z.string(),
  photos: z.int(),
  askedAt: z.number(),
  rejectionComment: z.string(),
  compensation: z.number().nullable(),
  /** The actions that were taken, in order, for tests that count them. */
  actions: z.array(z.int()),
});
export type ReturnRequest = z.infer<typeof returnRequestSchema>;
