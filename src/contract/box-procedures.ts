import { z } from 'zod';
import { PostingNumber } from '#domain/ids.ts';
import type { ProcedureTable } from './procedure-table.ts';

/** Postings that may go in several boxes under one number. */
export const boxProcedures = {
  /** Tells the shop, before the posting is shipped, in how many boxes it goes; the same again changes nothing. */
  'posting.setBoxes': {
    role: 'packer',
    input: z.object({ posting: PostingNumber, boxes: z.int().min(1).max(1000) }),
    output: z.object({ done: z.literal(true) }),
  },
} as const satisfies ProcedureTable;
