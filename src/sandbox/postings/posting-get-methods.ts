import { z } from 'zod';
import { type ApiMethods, method } from '../http/api-method.ts';
import { json, notFound, refused } from '../http/api-reply.ts';
import { flag, timeText } from '../http/proto-fields.ts';
import { productOf } from '../world/world.ts';
import type { Posting } from './posting.ts';
import { barcodesOf, scanitOf } from './posting-parts.ts';
import { postingV3 } from './posting-v3-view.ts';

const none = {
  analytics_data: false,
  barcodes: false,
  financial_data: false,
  legal_info: false,
  product_exemplars: false,
  related_postings: false,
};
const getSchema = z.object({
  posting_number: z.string().min(1),
  with: z
    .object({
      analytics_data: flag,
      barcodes: flag,
      financial_data: flag,
      legal_info: flag,
      product_exemplars: flag,
      related_postings: flag,
      translit: flag,
    })
    .nullish()
    .transform((value) => value ?? none),
});

/** `/v3/posting/fbs/get`, `/v2/posting/fbs/get-by-barcode`, `/v1/posting/fbs/restrictions`. */
export const postingGetMethods: ApiMethods = {
  '/v3/posting/fbs/get': method(getSchema, (input, { world }) => {
    const posting = world.postings.get(input.posting_number);
    if (posting === undefined) return notFound('POSTING_NOT_FOUND');
    return json({ result: postingV3(posting, world, input.with) });
  }),
  '/v2/posting/fbs/get-by-barcode': method(
    z.object({ barcode: z.string().min(1) }),
    ({ barcode }, { world }) => {
      const posting = [...world.postings.values()].find((candidate) => carries(candidate, barcode));
      if (posting === undefined) return notFound('POSTING_NOT_FOUND');
      return json({
        result: {
          posting_number: posting.number,
          order_id: posting.orderId,
          order_number: posting.orderNumber,
          status: posting.status,
          created_at: timeText(posting.inProcessAt),
          in_process_at: timeText(posting.inProcessAt),
          shipment_date: timeText(posting.shipmentAt),
          cancel_reason_id: posting.cancellation?.reasonId ?? 0,
          barcodes: barcodesOf(posting),
          products: posting.lines.map((line) => {
            const product = productOf(world, line.sku);
            const price = product.priceRub.toFixed(4);
            return {
              sku: line.sku,
              offer_id: product.offerId,
              name: product.name,
              quantity: line.quantity,
              price,
            };
          }),
        },
      });
    },
  ),
  '/v1/posting/fbs/restrictions': method(
    z.object({ posting_number: z.string().min(1) }),
    (input, { world }) => {
      const posting = world.postings.get(input.posting_number);
      if (posting === undefined) return notFound('POSTING_NOT_FOUND');
      if (posting.selfDelivered) return refused('HAS_INCORRECT_TPL_INTEGRATION_TYPE');
      const { minWeightG, maxWeightG, widthCm, lengthCm, heightCm } = world.acceptance;
      return json({
        result: {
          posting_number: input.posting_number,
          min_posting_weight: minWeightG,
          max_posting_weight: maxWeightG,
          width: widthCm,
          length: lengthCm,
          height: heightCm,
          min_posting_price: 0,
          max_posting_price: 500_000,
        },
      });
    },
  ),
};

function carries(posting: Posting, barcode: string): boolean {
  const { upper_barcode, lower_barcode } = barcodesOf(posting);
  return barcode !== '0' && [upper_barcode, lower_barcode, scanitOf(posting)].includes(barcode);
}
