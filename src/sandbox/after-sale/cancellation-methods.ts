import { z } from 'zod';
import { type ApiCall, type ApiMethods, method } from '../http/api-method.ts';
import { type ApiReply, empty, json, notFound, refused } from '../http/api-reply.ts';
import { flag, int64, repeated, text, timeText } from '../http/proto-fields.ts';
import { cancelPosting } from '../postings/posting-status.ts';
import type { World } from '../world/world.ts';
import type { CancellationRequest } from './cancellation-request.ts';

const WORDS = { ON_APPROVAL: 'На рассмотрении', APPROVED: 'Одобрена', REJECTED: 'Отклонена' } as const;

const listSchema = z.object({
  filters: z
    .object({
      state: z.enum(['ALL', 'ON_APPROVAL', 'APPROVED', 'REJECTED']).nullish(),
      posting_number: repeated(z.string()),
      cancellation_initiator: repeated(z.enum(['OZON', 'SELLER', 'CLIENT', 'SYSTEM', 'DELIVERY'])),
    })
    .nullish(),
  limit: int64.refine((value) => value >= 1 && value <= 500, 'value must be inside range [1, 500]'),
  last_id: int64.nullish(),
  with: z.object({ counter: flag }).nullish(),
});
const decideSchema = z.object({ cancellation_id: int64, comment: text });

/** `/v2/conditional-cancellation/*`: what buyers want cancelled. */
export const cancellationMethods: ApiMethods = {
  '/v2/conditional-cancellation/list': method(listSchema, (input, { world, now }) => {
    agreeInTime(world, now);
    const state = input.filters?.state ?? 'ALL';
    const numbers = input.filters?.posting_number ?? [];
    const initiators = input.filters?.cancellation_initiator ?? [];
    const found = [...world.cancellationRequests.values()]
      .filter((one) => state === 'ALL' || one.state === state)
      .filter((one) => numbers.length === 0 || numbers.includes(one.posting))
      .filter(() => initiators.length === 0 || initiators.includes('CLIENT'));
    const page = found.filter(({ id }) => id > (input.last_id ?? 0)).slice(0, input.limit);
    return json({
      result: page.map((one) => view(one, world)),
      last_id: page.at(-1)?.id ?? 0,
      counter: input.with?.counter === true ? found.length : 0,
    });
  }),
  '/v2/conditional-cancellation/approve': method(decideSchema, (input, call) =>
    decided(input, call, 'APPROVED'),
  ),
  '/v2/conditional-cancellation/reject': method(decideSchema, (input, call) =>
    decided(input, call, 'REJECTED'),
  ),
};

function decided(
  input: z.output<typeof decideSchema>,
  { world, now }: ApiCall,
  state: 'APPROVED' | 'REJECTED',
): ApiReply {
  agreeInTime(world, now);
  const request = world.cancellationRequests.get(input.cancellation_id);
  if (request === undefined) return notFound('CANCELLATION_NOT_FOUND');
  if (request.state !== 'ON_APPROVAL') return refused('CANCELLATION_IS_NOT_ON_APPROVAL');
  decide(world, request, { state, comment: input.comment, at: now });
  return empty();
}

function decide(
  world: World,
  request: CancellationRequest,
  { state, comment, at }: { state: 'APPROVED' | 'REJECTED'; comment: string; at: number },
): void {
  request.state = state;
  request.comment = comment;
  request.decidedAt = at;
  const posting = world.postings.get(request.posting);
  if (state === 'REJECTED' || posting === undefined) return;
  cancelPosting(posting, { reasonId: 507, reason: 'Покупатель отменил заказ', type: 'client' }, at);
}

/** What nobody answered is agreed to. */
function agreeInTime(world: World, now: number): void {
  for (const request of world.cancellationRequests.values()) {
    if (request.state === 'ON_APPROVAL' && request.agreesAt <= now)
      decide(world, request, { state: 'APPROVED', comment: '', at: request.agreesAt });
  }
}

function view(request: CancellationRequest, world: World) {
  const { id, posting, message, askedAt, agreesAt, state, comment, decidedAt } = request;
  return {
    cancellation_id: id,
    posting_number: posting,
    cancellation_reason: { id: 507, name: 'Покупатель отменил заказ' },
    cancellation_reason_message: message,
    cancellation_initiator: 'CLIENT',
    cancelled_at: timeText(askedAt),
    order_date: timeText(world.postings.get(posting)?.inProcessAt ?? askedAt),
    auto_approve_date: timeText(agreesAt),
    approve_date: decidedAt === null ? null : timeText(decidedAt),
    approve_comment: comment,
    state: { id: 1, name: WORDS[state], state },
    source_id: id,
    tpl_integration_type: 'non_integrated',
  };
}
