import { z } from 'zod';
import { flag, id, list, text } from '../wire/fields.ts';

/** The answer of `/v1/posting/fbs/cancel-reason`: the reasons for each posting that was asked about. */
export const CancelReasonsAnswer = z.object({
  result: z.array(
    z.object({
      posting_number: z.string().trim().min(1),
      reasons: list(z.object({ id, title: text, type_id: text })),
    }),
  ),
});

/** The answer of `/v2/posting/fbs/cancel`. */
export const CancelledAnswer = z.object({ result: flag });

/** The answer of `/v2/posting/fbs/product/cancel`: the posting's number. */
export const UnitsCancelledAnswer = z.object({ result: z.string() });
