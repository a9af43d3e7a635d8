import { z } from 'zod';
import { type ApiCall, type ApiMethods, method } from '../http/api-method.ts';
import { type ApiReply, json } from '../http/api-reply.ts';
import type { Posting, PostingStatus } from '../postings/posting.ts';
import { movePosting } from '../postings/posting-status.ts';

const numbersSchema = z.object({ posting_number: z.array(z.string()).min(1).max(100) });
const trackingSchema = z.object({
  tracking_numbers: z
    .array(z.object({ posting_number: z.string().min(1), tracking_number: z.string().min(1) }))
    .min(1)
    .max(20),
});

/** `/v2/fbs/posting/*`: what a seller who delivers in person tells of the parcels. */
export const deliveryMethods: ApiMethods = {
  '/v2/fbs/posting/tracking-number/set': method(trackingSchema, ({ tracking_numbers }, { world }) =>
    json({
      result: tracking_numbers.map(({ posting_number, tracking_number }) => {
        const posting = world.postings.get(posting_number);
        if (posting === undefined) return row(posting_number, 'POSTING_NOT_FOUND');
        if (!posting.selfDelivered) return row(posting_number, 'HAS_INCORRECT_TPL_INTEGRATION_TYPE');
        if (!['awaiting_deliver', 'delivering'].includes(posting.status))
          return row(posting_number, 'TRANSITION_IS_NOT_POSSIBLE');
        posting.trackingNumber = tracking_number;
        return row(posting_number, '');
      }),
    }),
  ),
  '/v2/fbs/posting/delivering': method(numbersSchema, (input, call) =>
    moved(input.posting_number, call, ['awaiting_deliver', 'delivering']),
  ),
  '/v2/fbs/posting/last-mile': method(numbersSchema, (input, call) =>
    moved(input.posting_number, call, ['delivering', 'driver_pickup']),
  ),
  '/v2/fbs/posting/delivered': method(numbersSchema, (input, call) =>
    moved(input.posting_number, call, ['driver_pickup', 'delivered']),
  ),
};

function moved(
  numbers: readonly string[],
  { world, now }: ApiCall,
  way: readonly [PostingStatus, PostingStatus],
): ApiReply {
  return json({
    result: numbers.map((number) => row(number, faultOf(world.postings.get(number), way, now))),
  });
}

function faultOf(
  posting: Posting | undefined,
  [from, to]: readonly [PostingStatus, PostingStatus],
  now: number,
): string {
  if (posting === undefined) return 'POSTING_NOT_FOUND';
  if (!posting.selfDelivered) return 'HAS_INCORRECT_TPL_INTEGRATION_TYPE';
  if (posting.status !== from || !movePosting(posting, to, now)) return 'TRANSITION_IS_NOT_POSSIBLE';
  return '';
}

function row(posting_number: string, error: string) {
  return { posting_number, result: error === '', error };
}
