import { z } from 'zod';
import { DocumentOutcome } from './document-procedures.ts';
import type { ProcedureTable } from './procedure-table.ts';

const nothing = z.object({});
const rowsOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), unread: z.number(), isAll: z.boolean() });

/** A heap of returns that is being given to the seller; `createdAt` is epoch ms. */
export const GiveoutView = z.object({
  ...{ id: z.string(), shopStatus: z.string(), place: z.string(), createdAt: z.number().nullable() },
  ...{ given: z.int(), total: z.int() },
  status: z.enum(['created', 'approved', 'completed', 'cancelled', 'unknown']),
});
export type GiveoutView = z.infer<typeof GiveoutView>;

/** A place where returns wait to be fetched. */
export const ReturnPointView = z.object({
  ...{ id: z.string(), name: z.string(), address: z.string(), returns: z.int(), boxes: z.int() },
  ...{ needsPass: z.boolean(), passes: z.int() },
});
export type ReturnPointView = z.infer<typeof ReturnPointView>;

/** Fetching what came back; the shop is asked at once. */
export const collectingProcedures = {
  /** The code that the shop's point scans; null where the shop gives this seller's returns out without one. */
  'collecting.code': {
    role: 'packer',
    input: nothing,
    output: z.object({
      /** What it says, and a PNG of it as a data URL; the picture is null where the shop does not give it. */
      code: z.object({ text: z.string(), picture: z.string().nullable() }).nullable(),
    }),
  },
  /** Prints the sheet with the code on the printer of documents, or says in which file it is. */
  'collecting.print': { role: 'packer', input: nothing, output: DocumentOutcome },
  /** Has the shop make another code instead of the one that is named. */
  'collecting.renew': {
    role: 'lead',
    input: z.object({ before: z.string().min(1).max(200) }),
    output: z.object({ done: z.literal(true) }),
  },
  'collecting.points': { role: 'packer', input: nothing, output: rowsOf(ReturnPointView) },
  'collecting.giveouts': { role: 'packer', input: nothing, output: rowsOf(GiveoutView) },
  'collecting.items': {
    role: 'packer',
    input: z.object({ id: z.string().regex(/^\d{1,20}$/) }),
    output: z.object({ items: z.array(z.object({ name: z.string(), isGiven: z.boolean() })) }),
  },
} as const satisfies ProcedureTable;
