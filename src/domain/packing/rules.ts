import { z } from 'zod';

/** How strict this bench is; from the bench file. */
export const PackingRules = z.object({
  /** A parcel may differ from its expected weight by this many g … */
  weightToleranceG: z.number().min(0).max(10_000).default(30),
  /** … or by this many per cent of it, whichever is more. */
  weightTolerancePct: z.number().min(0).max(50).default(3),
  /** Must the packer scan the printed label before the package is closed? */
  verifyLabel: z.boolean().default(true),
  /** Must every package be weighed? */
  requireWeight: z.boolean().default(true),
  /** How long a package waits for the shop's label before an interim label is printed instead, s. */
  labelWaitSeconds: z.int().min(1).max(3600).default(90),
});
export type PackingRules = z.infer<typeof PackingRules>;
