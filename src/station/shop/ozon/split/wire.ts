import { z } from 'zod';

/** The answer of `/v1/posting/fbs/split`: the postings that came of it. */
export const SplitAnswer = z.object({
  postings: z.array(z.object({ posting_number: z.string().trim().min(1).max(64) })).min(1),
});
