import { z } from 'zod';
import { flag, list } from '../wire/fields.ts';

/** Ozon's examples show an error as "" and as an empty list. */
const errorWord = z
  .union([z.string(), z.array(z.string()).transform((words) => words.join(' '))])
  .nullish()
  .transform((word) => word ?? '');

/** The answer of `/v2/fbs/posting/*`: what came of each posting. */
export const DeliveryAnswer = z.object({
  result: list(z.object({ posting_number: z.string(), result: flag, error: errorWord })),
});
