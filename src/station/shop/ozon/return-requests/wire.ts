import { z } from 'zod';
import { flag, id, isRecord, list, measure, moment, part, text } from '../wire/fields.ts';

/** A row of `/v2/returns/rfbs/list`. */
export const WireReturnRequest = z.object({
  return_id: id,
  return_number: text,
  posting_number: text,
  created_at: moment,
  product: part(z.object({ name: text, offer_id: text, price: measure, currency_code: text })),
  state: part(z.object({ state: text, state_name: text })),
});
export type WireReturnRequest = z.output<typeof WireReturnRequest>;

/** The answer of `/v2/returns/rfbs/list`. Ozon's document has one return where its example has a list of them. */
export const ReturnRequestsAnswer = z.object({
  returns: z.preprocess((value) => (isRecord(value) ? [value] : value), list(z.unknown())),
});

/** An id that may be below zero: those of rejections are. */
const smallId = z.union([z.int(), z.string().regex(/^-?\d{1,9}$/)]).transform(String);

const Action = z.preprocess(
  // Ozon's example wraps each action once more than its document.
  (value) => (isRecord(value) && isRecord(value.action) ? value.action : value),
  z.object({ id: smallId, name: text }),
);

/** The `returns` of `/v2/returns/rfbs/get`, which does not repeat the id that was asked for. */
export const WireReturnRequestDetail = WireReturnRequest.omit({ return_id: true }).extend({
  available_actions: list(Action),
  client_photo: list(z.unknown()),
  client_return_method_type: part(z.object({ name: text })),
  comment: text,
  rejection_comment: text,
  rejection_reason: list(z.object({ id: smallId, name: text, hint: text })),
  return_method_description: text,
  return_reason: part(z.object({ name: text, is_defect: flag })),
  ru_post_tracking_number: text,
});
export type WireReturnRequestDetail = z.output<typeof WireReturnRequestDetail>;

/** The answer of `/v2/returns/rfbs/get`. */
export const OneReturnRequestAnswer = z.object({ returns: WireReturnRequestDetail });
