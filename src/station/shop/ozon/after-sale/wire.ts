import { z } from 'zod';
import { PostingNumber } from '#domain/ids.ts';
import { flag, id, list, measure, moment, optionalId, part, quantity, text } from '../wire/fields.ts';

/** A row of `/v2/conditional-cancellation/list`. */
export const WireCancellation = z.object({
  cancellation_id: id,
  posting_number: PostingNumber,
  cancellation_reason: part(z.object({ name: text })),
  cancellation_reason_message: text,
  cancelled_at: moment,
  auto_approve_date: moment,
  state: z.object({ state: text }),
});
export type WireCancellation = z.output<typeof WireCancellation>;

/** The answer of `/v2/conditional-cancellation/list`; rows are parsed one by one. */
export const CancellationsAnswer = z.object({ result: list(z.unknown()), last_id: optionalId });

const Money = part(z.object({ price: measure, currency_code: text }));
const Place = part(z.object({ name: text, address: text }));
/** Typed as text without a format: a moment where it is one, else nothing. */
const looseMoment = moment.catch(null);

/** A row of `/v1/returns/list`. */
export const WireReturn = z.object({
  id,
  posting_number: text,
  return_reason_name: text,
  type: text,
  product: z.object({ offer_id: text, name: text, quantity, price: Money }),
  place: Place,
  target_place: Place,
  storage: part(z.object({ sum: Money, arrived_moment: moment, utilization_forecast_date: looseMoment })),
  logistic: part(z.object({ barcode: text, return_date: moment })),
  additional_info: part(z.object({ is_opened: flag })),
  compensation_status: part(z.object({ status: part(z.object({ display_name: text })) })),
  visual: part(z.object({ status: part(z.object({ display_name: text })), change_moment: moment })),
});
export type WireReturn = z.output<typeof WireReturn>;

/** The answer of `/v1/returns/list`; rows are parsed one by one. */
export const ReturnsAnswer = z.object({ returns: list(z.unknown()), has_next: flag });
