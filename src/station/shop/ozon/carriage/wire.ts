import { z } from 'zod';
import {
  flag,
  id,
  list,
  measure,
  moment,
  optionalId,
  part,
  text,
  textOrNumber,
  unwrapped,
} from '../wire/fields.ts';

const count = z
  .union([z.int().nonnegative(), z.string().regex(/^\d+$/).transform(Number)])
  .nullish()
  .transform((value) => value ?? 0);

/** A method of `/v2/carriage/delivery/list`; its carriage with the id 0 is one that may be made. */
export const WireMethodDay = z.object({
  delivery_method_id: id,
  delivery_method_name: text,
  warehouse_name: text,
  first_mile_type: text,
  has_entrusted_acceptance: flag,
  cutoff_at: moment,
  dropoff_address: text,
  timeslot_from: text,
  timeslot_to: text,
  mandatory_postings_count: count,
  mandatory_packaged_count: count,
  errors: list(part(z.object({ code: text, description: text }))),
  carriages: list(
    z.object({ id: optionalId, status: text, postings_count: count, carriage_volume: measure }),
  ),
});
export type WireMethodDay = z.output<typeof WireMethodDay>;

/** A page of `/v2/carriage/delivery/list`. */
export const MethodDaysAnswer = unwrapped(
  z.object({ methods: list(WireMethodDay), has_next: flag, cursor: text }),
);

/** The answer of `/v2/posting/fbs/act/get-barcode/text`. */
export const BarcodeTextAnswer = z.object({ result: textOrNumber });
