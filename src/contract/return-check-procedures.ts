import { z } from 'zod';
import type { ProcedureTable } from './procedure-table.ts';

export const returnFindings = ['received', 'damaged', 'missing'] as const;
export const ReturnFinding = z.enum(returnFindings);
export type ReturnFinding = z.infer<typeof ReturnFinding>;

/** What a person found of goods that came back; `at` is epoch ms. */
export const ReturnCheckView = z.object({
  ...{ returnId: z.string(), found: ReturnFinding, note: z.string(), person: z.string(), at: z.int() },
});
export type ReturnCheckView = z.infer<typeof ReturnCheckView>;

/** Goods that come back are held against what they should be; the bench's own record, the shop hears nothing of it. */
export const returnCheckProcedures = {
  /** What was found in the last 60 days, the latest last. */
  'returnCheck.list': {
    role: 'packer',
    input: z.object({}),
    output: z.object({ checks: z.array(ReturnCheckView) }),
  },
  'returnCheck.note': {
    role: 'packer',
    input: z.object({ id: z.string().max(64), found: ReturnFinding, note: z.string().trim().max(500) }),
    output: z.object({ done: z.literal(true) }),
  },
  /** Writes what was found on a day into the bench's exports folder as CSV, and says where. */
  'returnCheck.export': {
    role: 'packer',
    input: z.object({ day: z.iso.date() }),
    output: z.object({ file: z.string(), returns: z.int() }),
  },
} as const satisfies ProcedureTable;
