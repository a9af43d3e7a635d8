import { z } from 'zod';
import { type ApiMethods, method } from '../http/api-method.ts';
import { json } from '../http/api-reply.ts';
import { int64, repeated, text, timestamp, timeText } from '../http/proto-fields.ts';
import { productOf, type World } from '../world/world.ts';
import { RETURN_PLACE } from './return-place.ts';
import type { ReturnedItem } from './returned-item.ts';

const span = z.object({ time_from: timestamp, time_to: timestamp }).nullish();
const listSchema = z.object({
  filter: z
    .object({
      visual_status_change_moment: span,
      posting_numbers: repeated(z.string()),
      barcode: text,
      return_schema: text,
    })
    .nullish(),
  limit: int64.refine((value) => value >= 1 && value <= 500, 'value must be inside range [1, 500]'),
  last_id: int64.nullish(),
});

/** `/v1/returns/list`: what comes back. */
export const returnMethods: ApiMethods = {
  '/v1/returns/list': method(listSchema, (input, { world }) => {
    const { visual_status_change_moment: moment, posting_numbers = [], barcode = '' } = input.filter ?? {};
    const found = [...world.returns.values()]
      .filter(({ id }) => id > (input.last_id ?? 0))
      .filter(({ changedAt }) => !moment || (changedAt >= moment.time_from && changedAt <= moment.time_to))
      .filter(({ posting }) => posting_numbers.length === 0 || posting_numbers.includes(posting))
      .filter((one) => barcode === '' || one.barcode === barcode);
    const page = found.slice(0, input.limit);
    return json({
      returns: page.map((one) => view(one, world)),
      has_next: found.length > page.length,
    });
  }),
};

function view({ id, posting, sku, quantity, reason, barcode, changedAt }: ReturnedItem, world: World) {
  const product = productOf(world, sku);
  const place = RETURN_PLACE;
  return {
    id: String(id),
    company_id: '1',
    exemplars: [],
    return_reason_name: reason,
    type: 'ClientReturn',
    schema: 'Fbs',
    order_id: '1',
    order_number: posting.replace(/-\d+$/, ''),
    posting_number: posting,
    place,
    target_place: place,
    product: {
      ...{ sku: String(sku), offer_id: product.offerId, name: product.name, quantity },
      price: { currency_code: 'RUB', price: product.priceRub },
    },
    storage: {
      sum: { currency_code: 'RUB', price: 0 },
      arrived_moment: timeText(changedAt),
      days: 0,
      utilization_forecast_date: timeText(changedAt + 30 * 86_400_000),
    },
    logistic: { barcode, return_date: timeText(changedAt) },
    visual: {
      status: { id: 9, display_name: 'Ждёт выдачи', sys_name: 'WaitingForSeller' },
      change_moment: timeText(changedAt),
    },
    additional_info: { is_opened: false, is_super_econom: false },
    source_id: String(id),
  };
}
