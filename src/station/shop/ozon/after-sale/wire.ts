import { z } from 'zod';
import { PostingNumber } from '#domain/ids.ts';
import { flag, id, list, moment, optionalId, part, quantity, text } from '../wire/fields.ts';

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

/** A row of `/v1/returns/list`. */
export const WireReturn = z.object({
  id,
  posting_number: text,
  return_reason_name: text,
  product: z.object({ offer_id: text, name: text, quantity }),
  place: part(z.object({ name: text, address: text })),
  logistic: part(z.object({ barcode: text })),
  visual: part(z.object({ status: part(z.object({ display_name: text })), change_moment: moment })),
});
export type WireReturn = z.output<typeof WireReturn>;

/** The answer of `/v1/returns/list`; rows are parsed one by one. */
export const ReturnsAnswer = z.object({ returns: list(z.unknown()), has_next: flag });
