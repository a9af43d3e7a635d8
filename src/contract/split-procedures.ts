import { z } from 'zod';
import { PostingNumber, Sku } from '#domain/ids.ts';
import type { ProcedureTable } from './procedure-table.ts';

const Units = z
  .array(z.object({ sku: Sku, quantity: z.int().min(1).max(100_000) }))
  .min(1)
  .max(500);

/** Dividing a posting before it is packed, for leads. */
export const splitProcedures = {
  /** The units that are named become a posting of their own at the shop; answers what came of it. */
  'posting.split': {
    role: 'lead',
    input: z.object({
      posting: PostingNumber,
      away: Units,
    }),
    output: z.object({ postings: z.array(PostingNumber) }),
  },
  /** What of a posting has been scanned into its packages so far. */
  'posting.scanned': {
    role: 'lead',
    input: z.object({ posting: PostingNumber }),
    output: z.object({ contents: z.array(z.object({ sku: Sku, quantity: z.int().min(1) })) }),
  },
  /** The units that are named are shipped at the shop as a posting of their own, which it answers; the rest waits on. */
  'posting.shipPart': {
    role: 'lead',
    input: z.object({ posting: PostingNumber, part: Units }),
    output: z.object({ posting: PostingNumber }),
  },
} as const satisfies ProcedureTable;
