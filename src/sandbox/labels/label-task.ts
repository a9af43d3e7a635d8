import { z } from 'zod';

/** One order for a PDF of labels. Times in epoch ms. */
export const labelTaskSchema = z.object({
  id: z.int(),
  type: z.enum(['big_label', 'small_label']),
  postingNumbers: z.array(z.string()),
  /** Refused when the task was made, with the shop's words. */
  unprinted: z.array(z.object({ posting: z.string(), message: z.string() })),
  /** Unguessable part of the file's address. */
  token: z.string(),
  createdAt: z.number(),
});
export type LabelTask = z.infer<typeof labelTaskSchema>;
