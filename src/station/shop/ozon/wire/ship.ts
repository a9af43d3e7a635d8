import { z } from 'zod';

const numbers = z.union([
  z.array(z.string().trim().min(1)).min(1),
  z
    .string()
    .trim()
    .min(1)
    .transform((one) => [one]),
]);

/** The answer of `/v4/posting/fbs/ship`: the numbers of the postings that come of it, one per package. */
export const ShipAnswer = z.object({ result: numbers });
