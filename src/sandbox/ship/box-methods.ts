import { z } from 'zod';
import { type ApiMethods, method } from '../http/api-method.ts';
import { json, notFound, refused } from '../http/api-reply.ts';
import { int64 } from '../http/proto-fields.ts';

const boxesSchema = z.object({
  posting_number: z.string().min(1),
  multi_box_qty: int64.refine((value) => value >= 1, 'value must be greater than 0'),
});

/** `/v3/posting/multiboxqty/set`: in how many boxes a posting goes, before it is shipped. */
export const boxMethods: ApiMethods = {
  '/v3/posting/multiboxqty/set': method(boxesSchema, (input, { world, now }) => {
    const posting = world.postings.get(input.posting_number);
    if (posting === undefined) return notFound('POSTING_NOT_FOUND');
    if (!posting.traits.includes('multibox')) return refused('MULTIBOX_NOT_ALLOWED_FOR_FBS');
    if (posting.status !== 'awaiting_packaging' || posting.shipping) return refused('HAS_INCORRECT_STATUS');
    posting.boxes = input.multi_box_qty;
    posting.changedAt = now;
    return json({ result: { result: true } });
  }),
};
