import { z } from 'zod';
import { flag, id, list, moment, text, unwrapped } from '../wire/fields.ts';

/** The answer of `/v1/warehouse/fbs/pickup/planning/list`. */
export const PickupPlansAnswer = unwrapped(
  z.object({
    warehouses: list(
      z.object({
        warehouse_id: id,
        warehouse_name: text,
        is_pickup_planned: flag,
        can_modify_pickup_plan: flag,
        has_postings_to_be_planned: flag,
        last_pickup_plan_date_at: moment,
      }),
    ),
  }),
);

/** A page of `/v1/warehouse/fbs/pickup/history/list`. */
export const PickupDaysAnswer = unwrapped(
  z.object({
    history: list(z.object({ warehouse_id: id, warehouse_name: text, planned_date: text, status: text })),
  }),
);
