import { z } from 'zod';
import { type ApiMethods, method } from '../http/api-method.ts';
import { json, notFound, refused } from '../http/api-reply.ts';
import { int64 } from '../http/proto-fields.ts';
import type { Posting } from '../postings/posting.ts';
import { packagesFault } from './check-packages.ts';
import { divide } from './ship-posting.ts';

const quantity = int64.refine((value) => value >= 1, 'value must be greater than 0');
const splitSchema = z.object({
  posting_number: z.string().min(1),
  postings: z
    .array(
      z.object({
        products: z
          .array(z.object({ product_id: int64, quantity }))
          .min(1, 'value must contain at least 1 item(s)'),
      }),
    )
    .min(2, 'value must contain at least 2 item(s)'),
});

/** `/v1/posting/fbs/split`: divides a posting without packing it. */
export const splitMethods: ApiMethods = {
  '/v1/posting/fbs/split': method(splitSchema, (input, { world, now }) => {
    const posting = world.postings.get(input.posting_number);
    if (posting === undefined) return notFound('POSTING_NOT_FOUND');
    if (posting.status !== 'awaiting_packaging' || posting.shipping) return refused('HAS_INCORRECT_STATUS');
    const wishes = input.postings.map(({ products }) => ({
      items: products.map(({ product_id, quantity: units }) => ({ sku: product_id, quantity: units })),
    }));
    const fault = packagesFault(posting, wishes);
    if (fault !== null) return refused(fault);
    const parts = divide(world, posting, wishes, now);
    return json({ parent_posting: partView(posting), postings: parts.map(partView) });
  }),
};

function partView({ number, lines }: Posting) {
  return {
    posting_number: number,
    products: lines.map(({ sku, quantity: units }) => ({ product_id: sku, quantity: units })),
  };
}
