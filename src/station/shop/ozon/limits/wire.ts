import { z } from 'zod';
import { measure, unwrapped } from '../wire/fields.ts';

/** The answer of `/v1/posting/fbs/restrictions`: g and cm; 0 and nothing stand for no bound. */
export const RestrictionsAnswer = unwrapped(
  z.object({
    min_posting_weight: measure,
    max_posting_weight: measure,
    width: measure,
    length: measure,
    height: measure,
  }),
);
