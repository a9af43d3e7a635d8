import { z } from 'zod';
import { PostingNumber, Sku } from '#domain/ids.ts';
import type { ProcedureTable } from './procedure-table.ts';

/** Cancelling by the seller, for leads. */
export const cancelProcedures = {
  /** The reasons that the shop offers for a posting, in its own words. */
  'posting.cancelReasons': {
    role: 'lead',
    input: z.object({ posting: PostingNumber }),
    output: z.object({
      reasons: z.array(z.object({ id: z.string(), title: z.string(), needsMessage: z.boolean() })),
    }),
  },
  /** Cancels a posting at the shop, or units of it; `units` is null for the whole. */
  'posting.cancel': {
    role: 'lead',
    input: z.object({
      posting: PostingNumber,
      reasonId: z.string().regex(/^\d{1,19}$/),
      message: z.string().max(500),
      units: z
        .array(z.object({ sku: Sku, quantity: z.int().min(1).max(100_000) }))
        .min(1)
        .max(500)
        .nullable(),
    }),
    output: z.object({ done: z.literal(true) }),
  },
} as const satisfies ProcedureTable;
