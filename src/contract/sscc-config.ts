import { z } from 'zod';
import { strictly } from './strictly.ts';

/** What logistic units are numbered with (GS1 General Specifications 2.2.1). */
export const SsccConfig = strictly({
  /** Given to the company by GS1. */
  companyPrefix: z.string().regex(/^\d{4,10}$/),
  /** Another one for each bench of the company: that keeps their numbers apart. */
  extension: z.int().min(0).max(9).default(0),
  /** Who sends, as it stands on the label. */
  sender: z.string().min(1).max(60),
});
export type SsccConfig = z.infer<typeof SsccConfig>;
