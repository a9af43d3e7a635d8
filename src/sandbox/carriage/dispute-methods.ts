import { z } from 'zod';
import { type ApiCall, type ApiMethods, method } from '../http/api-method.ts';
import { type ApiReply, json, notFound, refused } from '../http/api-reply.ts';
import type { Posting, PostingStatus } from '../postings/posting.ts';
import { movePosting } from '../postings/posting-status.ts';
import { isHandedIn } from './acceptance.ts';

const numbersSchema = z.object({ posting_number: z.array(z.string()).min(1).max(100) });

/** Disputes over what was handed in and not scanned: `/v2/posting/fbs/arbitration`, and `awaiting-delivery` to let go of it. */
export const disputeMethods: ApiMethods = {
  '/v2/posting/fbs/arbitration': method(numbersSchema, ({ posting_number }, call) =>
    moved(posting_number, call, 'arbitration', (posting) =>
      posting.status === 'awaiting_deliver'
        ? isHandedIn(call.world, posting)
        : posting.status === 'not_accepted',
    ),
  ),
  '/v2/posting/fbs/awaiting-delivery': method(numbersSchema, ({ posting_number }, call) =>
    moved(posting_number, call, 'awaiting_deliver', ({ status }) =>
      ['arbitration', 'not_accepted'].includes(status),
    ),
  ),
};

/** All of them or none: the answer has one word for the whole list. */
function moved(
  numbers: readonly string[],
  { world, now }: ApiCall,
  to: PostingStatus,
  may: (posting: Posting) => boolean,
): ApiReply {
  const postings = numbers.flatMap((number) => world.postings.get(number) ?? []);
  if (postings.length < numbers.length) return notFound('POSTING_NOT_FOUND');
  if (!postings.every(may)) return refused('TRANSITION_IS_NOT_POSSIBLE');
  for (const posting of postings) {
    movePosting(posting, to, now);
    // It goes with another shipment now.
    if (to === 'awaiting_deliver') posting.carriageId = null;
  }
  return json({ result: true });
}
