import type { z } from 'zod';

/** Who may call: anyone at the bench, whoever is signed in, or leads alone. */
export type CallerRole = 'anyone' | 'packer' | 'lead';

/** Procedures by name, as every area of the contract lists them: what goes in, what comes out and who may call. */
export type ProcedureTable = Readonly<
  Record<string, { readonly role: CallerRole; readonly input: z.ZodType; readonly output: z.ZodType }>
>;
