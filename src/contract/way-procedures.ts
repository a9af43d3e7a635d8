import { z } from 'zod';
import { PostingNumber } from '#domain/ids.ts';
import type { ProcedureTable } from './procedure-table.ts';

/** A packed parcel that is not there yet. `word` is the shop's; times are epoch ms. */
export const ParcelOnWayView = z.object({
  ...{ posting: PostingNumber, word: z.string(), newsAt: z.int(), cutoffAt: z.int().nullable() },
  deliveryMethod: z.string(),
  overdue: z.enum(['not-handed-over', 'no-news']).nullable(),
});
export type ParcelOnWayView = z.infer<typeof ParcelOnWayView>;

/** What became of what was packed here, as far as the bench has read it. */
export const wayProcedures = {
  /** Packed parcels that are not there yet, overdue ones first; 500 at most. */
  'way.list': {
    role: 'packer',
    input: z.object({}),
    output: z.object({ rows: z.array(ParcelOnWayView), total: z.int() }),
  },
  /** Everything that was seen of the parcel of a number or of any code of its label; `not-found` where there is none. */
  'way.read': {
    role: 'packer',
    input: z.object({ code: z.string().trim().min(1).max(200) }),
    output: z.object({
      ...{ posting: PostingNumber, word: z.string(), deliveryMethod: z.string() },
      ...{ cutoffAt: z.int().nullable(), handedOverAt: z.int().nullable() },
      steps: z.array(z.object({ word: z.string(), seenAt: z.int() })),
      /** What came back of it, in the shop's words. */
      returns: z.array(z.object({ id: z.string(), state: z.string(), barcode: z.string() })),
    }),
  },
} as const satisfies ProcedureTable;
