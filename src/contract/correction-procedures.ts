import { z } from 'zod';
import { PostingNumber, Sku } from '#domain/ids.ts';
import { RejectionCode } from '#domain/packing/session-event.ts';
import { UnitNumberKind } from '#domain/scanning/unit-number.ts';
import type { ProcedureTable } from './procedure-table.ts';

const CodeKind = z.enum(['marking-code', ...UnitNumberKind.options]);

/** A code of one packed unit, which a lead may correct. */
export const PackedCode = z.object({
  unit: z.int(),
  package: z.int(),
  sku: Sku,
  name: z.string(),
  kind: CodeKind,
  value: z.string(),
});
export type PackedCode = z.infer<typeof PackedCode>;

/** What came of a correction; `checking`: the shop has not made up its mind, and the same again goes on. */
export const CorrectionOutcome = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('done') }),
  z.object({ outcome: z.literal('checking') }),
  z.object({
    outcome: z.literal('rejected'),
    code: RejectionCode,
    /** The shop's own, where it is the shop that turns it away. */
    words: z.string(),
  }),
]);
export type CorrectionOutcome = z.infer<typeof CorrectionOutcome>;

/** Correcting codes of units after their posting was packed, for leads. */
export const correctionProcedures = {
  'codes.read': {
    role: 'lead',
    input: z.object({ posting: PostingNumber }),
    output: z.object({ codes: z.array(PackedCode) }),
  },
  /** Checks the scanned code as the bench does while packing, and has the shop take it in place of the unit's old one. */
  'codes.correct': {
    role: 'lead',
    input: z.object({
      posting: PostingNumber,
      unit: z.int().min(1),
      kind: CodeKind,
      scan: z.string().min(1).max(5000),
    }),
    output: CorrectionOutcome,
  },
} as const satisfies ProcedureTable;
