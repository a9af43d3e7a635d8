import { z } from 'zod';
import { flag, list, moment, part } from '../wire/fields.ts';

/** Ozon's examples show an error as "" and as an empty list. */
const errorWord = z
  .union([z.string(), z.array(z.string()).transform((words) => words.join(' '))])
  .nullish()
  .transform((word) => word ?? '');

/** The answer of `/v2/fbs/posting/*`: what came of each posting. */
export const DeliveryAnswer = z.object({
  result: list(z.object({ posting_number: z.string(), result: flag, error: errorWord })),
});

/** The answer of `/v1/posting/cutoff/set` and `/v1/posting/fbs/timeslot/set`. */
export const DoneAnswer = z.object({ result: flag });

/** The answer of `/v1/posting/fbs/timeslot/change-restrictions`. */
export const TimeslotAnswer = z.object({
  delivery_interval: part(z.object({ begin: moment, end: moment })),
  remaining_changes_count: z
    .union([
      z.int(),
      z
        .string()
        .regex(/^\d{1,9}$/)
        .transform(Number),
    ])
    .nullish()
    .transform((count) => count ?? 0),
});

/** The answer of `/v1/posting/fbs/pick-up-code/verify`. */
export const CodeValidAnswer = z.object({ valid: flag });
