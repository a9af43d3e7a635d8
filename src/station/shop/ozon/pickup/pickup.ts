import { err, ok } from '#domain/result.ts';
import type { PickupPort } from '../../pickup-port.ts';
import type { AccountParts } from '../account-parts.ts';
import type { CallOptions } from '../client.ts';
import { wireId } from '../mapping/wire-id.ts';
import { METHOD } from '../methods.ts';
import { anything } from '../wire/fields.ts';
import { PickupDaysAnswer, PickupPlansAnswer } from './wire.ts';

const DAYS = 50;

/** `/v1/warehouse/fbs/pickup/*`. */
export function pickupMethods({ client }: AccountParts): PickupPort {
  const reading = (signal: AbortSignal | undefined): CallOptions => ({
    ...{ effect: 'repeatable', urgency: 'screen', signal },
  });

  async function listPlans(signal?: AbortSignal) {
    const answer = await client.call(METHOD.pickupPlans, {}, PickupPlansAnswer, reading(signal));
    if (!answer.ok) return answer;
    return ok(
      answer.value.warehouses.map((one) => ({
        ...{ warehouse: one.warehouse_id, name: one.warehouse_name, isPlanned: one.is_pickup_planned },
        ...{ mayChange: one.can_modify_pickup_plan, hasPostings: one.has_postings_to_be_planned },
        changeableUntil: one.last_pickup_plan_date_at,
      })),
    );
  }

  return {
    listPlans,
    async listDays(signal) {
      const answer = await client.call(
        METHOD.pickupDays,
        { filter: {}, limit: DAYS, cursor: '' },
        PickupDaysAnswer,
        reading(signal),
      );
      if (!answer.ok) return answer;
      return ok(
        answer.value.history.map((one) => ({
          ...{ warehouse: one.warehouse_id, name: one.warehouse_name },
          ...{ day: one.planned_date, shopStatus: one.status },
        })),
      );
    },
    async setPlanned(warehouse, isPlanned, signal) {
      const before = await listPlans(signal);
      if (!before.ok) return before;
      if (before.value.some((one) => one.warehouse === warehouse && one.isPlanned === isPlanned))
        return ok(undefined);
      const method = isPlanned ? METHOD.pickupCall : METHOD.pickupCallOff;
      const options = { effect: 'once', urgency: 'screen', signal } as const;
      const answer = await client.call(method, { warehouse_id: wireId(warehouse) }, anything, options);
      if (answer.ok) return ok(undefined);
      const { error } = answer;
      if (error.code !== 'unknown' && error.code !== 'refused') return answer;
      const now = await listPlans(signal);
      const plan = now.ok ? now.value.find((one) => one.warehouse === warehouse) : undefined;
      if (plan === undefined) return answer;
      if (plan.isPlanned === isPlanned) return ok(undefined);
      return error.code === 'unknown' ? err({ code: 'retry', afterMs: null, detail: error.detail }) : answer;
    },
  };
}
