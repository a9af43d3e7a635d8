import { z } from 'zod';
import { PostingNumber, Sku } from '#domain/ids.ts';
import type { ProcedureTable } from './procedure-table.ts';

/** Dividing a posting before it is packed, for leads. */
export const splitProcedures = {
  /** The units that are named become a posting of their own at the shop; answers what came of it. */
  'posting.split': {
    role: 'lead',
    input: z.object({
      posting: PostingNumber,
      away: z
        .array(z.object({ sku: Sku, quantity: z.int().min(1).max(100_000) }))
        .min(1)
        .max(500),
    }),
    output: z.object({ postings: z.array(PostingNumber) }),
  },
} as const satisfies ProcedureTable;
