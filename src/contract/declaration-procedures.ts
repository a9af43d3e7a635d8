import { z } from 'zod';
import { PostingNumber, Sku } from '#domain/ids.ts';
import { Declaration, DeclarationKind } from '#domain/posting/declaration.ts';
import { Requirement } from '#domain/posting/posting.ts';
import type { ProcedureTable } from './procedure-table.ts';

/** A product of which the shop wants to know more before it is packed. */
export const DeclarationLine = z.object({
  sku: Sku,
  name: z.string(),
  needs: z.array(DeclarationKind),
  /** What was given of this product the last time. */
  usual: z.array(Declaration),
});
export type DeclarationLine = z.infer<typeof DeclarationLine>;

/** What a lead gives of a posting's goods: country, customs declaration, batch number. */
export const declarationProcedures = {
  'declarations.read': {
    role: 'lead',
    input: z.object({ posting: PostingNumber }),
    output: z.object({
      lines: z.array(DeclarationLine),
      /** What can only be filled in at the shop itself. */
      others: z.array(Requirement),
    }),
  },
  /** Countries of origin as the shop calls them. */
  'declarations.countries': {
    role: 'lead',
    input: z.object({ posting: PostingNumber }),
    output: z.object({ countries: z.array(z.object({ code: z.string(), name: z.string() })) }),
  },
  /** Countries are told to the shop at once; answers what is still missing afterwards. */
  'declarations.give': {
    role: 'lead',
    input: z.object({ posting: PostingNumber, given: z.array(Declaration).min(1).max(500) }),
    output: z.object({ missing: z.array(Requirement) }),
  },
} as const satisfies ProcedureTable;
