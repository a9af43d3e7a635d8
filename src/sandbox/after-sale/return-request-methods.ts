import { z } from 'zod';
import { type ApiMethods, method } from '../http/api-method.ts';
import { empty, json, notFound, refused } from '../http/api-reply.ts';
import { int64, repeated, text, timestamp, timeText } from '../http/proto-fields.ts';
import { productOf, type World } from '../world/world.ts';
import type { ReturnRequest } from './return-request.ts';

type State = ReturnRequest['state'];

/** Per state: the group it is filtered by, its name, and which actions lead where. The ids but for -1, -10 and 1020 are this server's own. */
const STATES: Readonly<
  Record<State, { group: string; name: string; actions: readonly { id: number; name: string; to: State }[] }>
> = {
  ON_APPROVAL: {
    ...{ group: 'New', name: 'Новая заявка' },
    actions: [
      { id: 1000, name: 'Одобрить заявку', to: 'MOVING_TO_SELLER' },
      { id: 1020, name: 'Компенсировать часть стоимости', to: 'PARTIALLY_COMPENSATED' },
      { id: -1, name: 'Отклонить заявку', to: 'REJECTED' },
    ],
  },
  MOVING_TO_SELLER: {
    ...{ group: 'Delivering', name: 'Едет к продавцу' },
    actions: [{ id: 1010, name: 'Товар получен', to: 'ON_SELLER_CHECK' }],
  },
  ON_SELLER_CHECK: {
    ...{ group: 'Checkout', name: 'На проверке у продавца' },
    actions: [
      { id: 1030, name: 'Вернуть деньги', to: 'MONEY_RETURNED' },
      { id: 1020, name: 'Компенсировать часть стоимости', to: 'PARTIALLY_COMPENSATED' },
      { id: -10, name: 'Отклонить возврат', to: 'REJECTED' },
    ],
  },
  MONEY_RETURNED: { group: 'Approved', name: 'Деньги возвращены', actions: [] },
  PARTIALLY_COMPENSATED: { group: 'Approved', name: 'Часть стоимости компенсирована', actions: [] },
  REJECTED: { group: 'Rejected', name: 'Отклонена', actions: [] },
};
const REASONS = [
  { id: 1, name: 'Товар был в употреблении', hint: 'Приложите описание', is_comment_required: true },
  { id: 2, name: 'Прошёл срок возврата', hint: '', is_comment_required: false },
] as const;

const listSchema = z.object({
  filter: z
    .object({
      posting_number: text,
      offer_id: text,
      group_state: repeated(
        z.enum(['All', 'New', 'Delivering', 'Checkout', 'Arbitration', 'Approved', 'Rejected']),
      ),
      created_at: z.object({ from: timestamp, to: timestamp }).nullish(),
    })
    .nullish(),
  limit: int64.refine((value) => value >= 1 && value <= 1000, 'value must be inside range [1, 1000]'),
  last_id: int64.nullish(),
});
const actSchema = z.object({
  return_id: int64,
  id: z.int(),
  comment: text,
  rejection_reason_id: z.int().nullish(),
  compensation_amount: z.number().nullish(),
  return_for_back_way: z.number().nullish(),
});

/** `/v2/returns/rfbs/*` and `/v1/returns/rfbs/action/set`. */
export const returnRequestMethods: ApiMethods = {
  '/v2/returns/rfbs/list': method(listSchema, (input, { world }) => {
    const { posting_number = '', offer_id = '', group_state = [], created_at } = input.filter ?? {};
    const found = [...world.returnRequests.values()]
      .filter(({ id }) => id > (input.last_id ?? 0))
      .filter(({ posting }) => posting_number === '' || posting === posting_number)
      .filter(({ sku }) => offer_id === '' || productOf(world, sku).offerId === offer_id)
      .filter(({ askedAt }) => !created_at || (askedAt >= created_at.from && askedAt <= created_at.to))
      .filter(
        ({ state }) =>
          group_state.length === 0 ||
          group_state.includes('All') ||
          group_state.some((group) => group === STATES[state].group),
      );
    return json({ returns: found.slice(0, input.limit).map((one) => row(one, world)) });
  }),
  '/v2/returns/rfbs/get': method(z.object({ return_id: int64 }), (input, { world }) => {
    const request = world.returnRequests.get(input.return_id);
    if (request === undefined) return notFound('RETURN_NOT_FOUND');
    const { return_id: _, state, ...facts } = row(request, world);
    return json({
      returns: {
        ...facts,
        state: { state: state.state, state_name: state.state_name },
        available_actions: STATES[request.state].actions.map(({ id, name }) => ({ id, name })),
        client_photo: Array.from(
          { length: request.photos },
          (__, n) => `/cdn/returns/${request.id}-${n}.jpg`,
        ),
        client_return_method_type: { id: 1, name: 'Курьером продавца' },
        comment: request.comment,
        rejection_comment: request.rejectionComment,
        rejection_reason: REASONS,
        return_method_description: 'Продавец забирает товар сам',
        return_reason: { id: 100, name: request.reason, is_defect: request.isDefect },
        ru_post_tracking_number: '',
        warehouse_id: world.postings.get(request.posting)?.warehouseId ?? 0,
      },
    });
  }),
  '/v1/returns/rfbs/action/set': method(actSchema, (input, { world }) => {
    const request = world.returnRequests.get(input.return_id);
    if (request === undefined) return notFound('RETURN_NOT_FOUND');
    const action = STATES[request.state].actions.find(({ id }) => id === input.id);
    if (action === undefined) return refused('ACTION_IS_NOT_AVAILABLE');
    if (action.id < 0 && input.comment === '') return refused('COMMENT_IS_REQUIRED');
    if (action.id < 0 && !REASONS.some(({ id }) => id === input.rejection_reason_id))
      return refused('REJECTION_REASON_IS_REQUIRED');
    const amount = input.compensation_amount ?? 0;
    if (action.id === 1020 && !(amount > 0 && amount <= productOf(world, request.sku).priceRub))
      return refused('COMPENSATION_AMOUNT_IS_INVALID');
    request.state = action.to;
    request.actions.push(action.id);
    if (action.id < 0) request.rejectionComment = input.comment;
    if (action.id === 1020) request.compensation = amount;
    return empty();
  }),
};

function row({ id, posting, sku, state, askedAt }: ReturnRequest, world: World) {
  const product = productOf(world, sku);
  return {
    return_id: id,
    return_number: `R${id}`,
    posting_number: posting,
    order_number: posting.replace(/-\d+$/, ''),
    client_name: 'Анна П.',
    created_at: timeText(askedAt),
    product: {
      sku,
      offer_id: product.offerId,
      name: product.name,
      price: Math.round(product.priceRub),
      currency_code: 'RUB',
    },
    state: {
      group_state: STATES[state].group,
      money_return_state_name: '',
      state,
      state_name: STATES[state].name,
    },
  };
}
