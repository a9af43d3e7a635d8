import { err, ok } from '#domain/result.ts';
import type { Driver, GatePass, PassPort } from '../../pass-port.ts';
import type { ShopAnswer } from '../../seller-account.ts';
import type { AccountParts } from '../account-parts.ts';
import type { CallOptions } from '../client.ts';
import { wireId } from '../mapping/wire-id.ts';
import { METHOD } from '../methods.ts';
import { anything } from '../wire/fields.ts';
import { CarriagePassesAnswer, PassCreatedAnswer, PassesAnswer, type WirePass } from './wire.ts';

/** A carriage has a handful of passes; the list takes up to this many. */
const AT_ONCE = 1000;

/** `/v1/carriage/pass/*` and `/v1/pass/list`. */
export function passMethods({ client }: AccountParts): PassPort {
  const reading = (signal: AbortSignal | undefined): CallOptions => ({
    ...{ effect: 'repeatable', urgency: 'screen', signal },
  });
  const once = (signal: AbortSignal | undefined): CallOptions => ({
    ...{ effect: 'once', urgency: 'screen', signal },
  });

  async function listPasses(handover: string, signal?: AbortSignal) {
    const carriage = await client.call(
      METHOD.carriage,
      { carriage_id: wireId(handover) },
      CarriagePassesAnswer,
      reading(signal),
    );
    if (!carriage.ok) return carriage;
    const { arrival_pass_ids: ids, available_actions } = carriage.value;
    const mayAdd = available_actions.includes('set_arrival_passes');
    if (ids.length === 0) return ok({ passes: [], mayAdd });
    const body = { filter: { arrival_pass_ids: ids, only_active_passes: false }, limit: AT_ONCE, cursor: '' };
    const answer = await client.call(METHOD.passes, body, PassesAnswer, reading(signal));
    if (!answer.ok) return answer;
    const own = new Set(ids);
    const passes = answer.value.arrival_passes
      .filter(({ arrival_pass_id }) => own.has(arrival_pass_id))
      .map(passOf);
    return ok({ passes, mayAdd });
  }

  return {
    listPasses,

    async createPass(handover, driver, signal) {
      const before = await listPasses(handover, signal);
      if (!before.ok) return before;
      // It is there already: an earlier answer was lost, or somebody was quicker.
      if (before.value.passes.some((pass) => pass.isActive && isSame(pass.driver, driver)))
        return ok(undefined);
      const known = new Set(before.value.passes.map(({ id }) => id));
      const body = { carriage_id: wireId(handover), arrival_passes: [wireDriver(driver)] };
      const answer = await client.call(METHOD.passCreate, body, PassCreatedAnswer, once(signal));
      if (answer.ok && answer.value.arrival_pass_ids.length > 0) return ok(undefined);
      const error = answer.ok
        ? ({ code: 'unknown', detail: 'no pass in the answer' } as const)
        : answer.error;
      if (error.code !== 'unknown') return err(error);
      const after = await listPasses(handover, signal);
      if (!after.ok) return err(error);
      const isThere = after.value.passes.some((pass) => !known.has(pass.id) && isSame(pass.driver, driver));
      return isThere ? ok(undefined) : err({ code: 'retry', afterMs: null, detail: error.detail });
    },

    updatePass(handover, id, driver, signal) {
      const pass = { id: wireId(id), ...wireDriver(driver) };
      const body = { carriage_id: wireId(handover), arrival_passes: [pass] };
      return settled(client.call(METHOD.passUpdate, body, anything, reading(signal)));
    },

    async deletePass(handover, id, signal) {
      const body = { carriage_id: wireId(handover), arrival_pass_ids: [id] };
      const answer = await settled(client.call(METHOD.passDelete, body, anything, once(signal)));
      if (answer.ok || !['unknown', 'refused'].includes(answer.error.code)) return answer;
      const after = await listPasses(handover, signal);
      if (!after.ok) return answer;
      const isThere = after.value.passes.some((pass) => pass.id === id && pass.isActive);
      if (!isThere) return ok(undefined);
      return answer.error.code === 'unknown'
        ? err({ code: 'retry', afterMs: null, detail: answer.error.detail })
        : answer;
    },
  };

  async function settled(call: ShopAnswer<unknown>): ShopAnswer<void> {
    const answer = await call;
    return answer.ok ? ok(undefined) : answer;
  }
}

function wireDriver({ name, phone, plate, model, takesReturns }: Driver) {
  return {
    ...{ driver_name: name, driver_phone: phone, vehicle_license_plate: plate, vehicle_model: model },
    with_returns: takesReturns,
  };
}

function passOf(pass: WirePass): GatePass {
  return {
    id: pass.arrival_pass_id,
    driver: {
      ...{ name: pass.driver_name, phone: pass.driver_phone },
      ...{ plate: pass.vehicle_license_plate, model: pass.vehicle_model },
      takesReturns: pass.arrival_reasons.includes('FBS_RETURN'),
    },
    arrivesAt: pass.arrival_time,
    isActive: pass.is_active,
  };
}

/** The shop may write names and plates in its own way; letters and digits are what counts. */
function isSame(one: Driver, other: Driver): boolean {
  const bare = (words: string) => words.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  return bare(one.name) === bare(other.name) && bare(one.plate) === bare(other.plate);
}
