import { z } from 'zod';
import { flag, id, list, moment, text, unwrapped } from '../wire/fields.ts';

/** The answer of `/v1/carriage/get`, so far as it is about passes. */
export const CarriagePassesAnswer = unwrapped(
  z.object({ carriage_id: id, arrival_pass_ids: list(id), available_actions: list(z.string()) }),
);

/** A pass of `/v1/pass/list`. */
export const WirePass = z.object({
  arrival_pass_id: id,
  arrival_reasons: list(z.string()),
  arrival_time: moment,
  driver_name: text,
  driver_phone: text,
  vehicle_license_plate: text,
  vehicle_model: text,
  is_active: flag,
});
export type WirePass = z.output<typeof WirePass>;

/** A page of `/v1/pass/list`. */
export const PassesAnswer = unwrapped(z.object({ arrival_passes: list(WirePass), cursor: text }));

/** The answer of `/v1/carriage/pass/create`. */
export const PassCreatedAnswer = unwrapped(z.object({ arrival_pass_ids: list(id) }));
