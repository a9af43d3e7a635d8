import { z } from 'zod';
import type { ProcedureTable } from './procedure-table.ts';

const Id = z.string().regex(/^\d{1,20}$/);

/** What becomes of a handover after it was approved. */
export const handoverProcedures = {
  /** The handovers that this bench approved on a day, the latest first. */
  'handover.list': {
    role: 'lead',
    input: z.object({ day: z.iso.date() }),
    output: z.object({
      handovers: z.array(z.object({ id: z.string(), postings: z.int(), at: z.int() })),
    }),
  },
  /** How a handover is at the shop now, with the code that the acceptance point scans and its document. */
  'handover.state': {
    role: 'lead',
    input: z.object({ id: Id }),
    output: z.object({
      status: z.enum(['open', 'approving', 'approved', 'cancelled', 'unknown']),
      /** The shop's own word. */
      shopStatus: z.string(),
      /** A PNG as a data URL; null until the shop has drawn it. */
      barcode: z.string().nullable(),
      document: z.string().nullable(),
    }),
  },
  /** Calls a handover off; what was in it waits for the courier again. */
  'handover.cancel': {
    role: 'lead',
    input: z.object({ id: Id }),
    output: z.object({ done: z.literal(true) }),
  },
} as const satisfies ProcedureTable;
