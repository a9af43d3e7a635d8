import { z } from 'zod';
import { type ApiMethods, method } from '../http/api-method.ts';
import { json, notFound, refused } from '../http/api-reply.ts';
import { pageAfter } from '../http/cursor.ts';
import { int64, text } from '../http/proto-fields.ts';
import type { Posting } from '../postings/posting.ts';
import { productOf, type World } from '../world/world.ts';
import { contentOf } from './shipments.ts';

const listSchema = z.object({
  filter: z.object({ carriage_id: int64 }),
  limit: int64.nullish(),
  cursor: text,
});

/** Pick lists of a shipment: `/v1/assembly/carriage/posting/list`. */
export const assemblyMethods: ApiMethods = {
  '/v1/assembly/carriage/posting/list': method(
    listSchema,
    ({ filter, limit, cursor }, { world, baseUrl }) => {
      if (!limit || limit < 1 || limit > 100)
        return refused(
          'Request validation error: invalid AssemblyCarriagePostingListRequest.Limit: value must be inside range [1, 100]',
        );
      const carriage = world.carriages.get(filter.carriage_id);
      if (carriage === undefined) return notFound('CARRIAGE_NOT_FOUND');
      const kept = contentOf(world, carriage).kept.toSorted((a, b) => (a.number < b.number ? -1 : 1));
      const page = pageAfter(kept, ({ number }) => number, cursor, limit);
      if (page === null) return refused('cursor is invalid');
      return json({
        can_print_mass_label: kept.length > 0,
        cursor: page.cursor,
        postings: page.items.map((posting) => postingView(world, posting, baseUrl)),
      });
    },
  ),
};

function postingView(world: World, posting: Posting, baseUrl: string) {
  return {
    posting_number: posting.number,
    assembly_code: posting.number.slice(-6),
    can_print_label: posting.status === 'awaiting_deliver',
    products: posting.lines.map(({ sku, quantity }) => {
      const product = productOf(world, sku);
      return {
        sku,
        offer_id: product.offerId,
        product_name: product.name,
        picture_url: `${baseUrl}/cdn/pictures/${sku}.png`,
        quantity,
      };
    }),
  };
}
