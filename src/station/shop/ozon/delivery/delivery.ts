import type { PostingNumber } from '#domain/ids.ts';
import { err, ok } from '#domain/result.ts';
import {
  type DeliveryPort,
  type DeliveryStep,
  deliverySteps,
  type TimeslotLimits,
  trackingAtOnce,
} from '../../delivery-port.ts';
import type { ShopAnswer } from '../../seller-account.ts';
import type { AccountParts } from '../account-parts.ts';
import type { CallOptions } from '../client.ts';
import { METHOD } from '../methods.ts';
import { readPosting } from '../postings.ts';
import { CodeValidAnswer, DeliveryAnswer, DoneAnswer, TimeslotAnswer } from './wire.ts';

/** Per step: its method, the action that offers it, and the statuses at which it has been done. */
const STEPS: Readonly<
  Record<DeliveryStep, { readonly method: string; readonly action: string; readonly done: readonly string[] }>
> = {
  delivering: {
    method: METHOD.delivering,
    action: 'non_int_delivering',
    done: ['delivering', 'driver_pickup', 'delivered'],
  },
  'last-mile': {
    method: METHOD.lastMile,
    action: 'non_int_last_mile',
    done: ['driver_pickup', 'delivered'],
  },
  delivered: { method: METHOD.delivered, action: 'non_int_delivered', done: ['delivered'] },
};

/** `/v2/fbs/posting/tracking-number/set`, `delivering`, `last-mile`, `delivered`. */
export function deliveryMethods(parts: AccountParts): DeliveryPort {
  return {
    async getDelivery(number, signal) {
      const answer = await readPosting(parts, number, 'screen', signal);
      if (!answer.ok) return answer;
      const { status, delivery_method, tracking_number, available_actions, is_express } = answer.value;
      return ok({
        ...{ posting: number, shopStatus: status, deliveryMethod: delivery_method.name },
        trackingNumber: tracking_number,
        steps: deliverySteps.filter((step) => available_actions?.includes(STEPS[step].action) === true),
        takesTrackingNumber: available_actions?.includes('set_track_number') === true,
        cutoffAt: answer.value.shipment_date,
        takesCutoff: available_actions?.includes('set_cutoff') === true,
        takesTimeslot: available_actions?.includes('set_timeslot') === true,
        isExpress: is_express,
      });
    },
    setTrackingNumber(number, tracking, signal) {
      const body = { tracking_numbers: [{ posting_number: number, tracking_number: tracking }] };
      const options = { effect: 'repeatable', urgency: 'screen', signal } as const;
      return call(METHOD.trackingNumber, body, { number, options });
    },
    async setTrackingNumbers(pairs, signal) {
      const body = {
        tracking_numbers: pairs
          .slice(0, trackingAtOnce)
          .map(({ posting, tracking }) => ({ posting_number: posting, tracking_number: tracking })),
      };
      const options = { effect: 'repeatable', urgency: 'screen', signal } as const;
      const answer = await parts.client.call(METHOD.trackingNumber, body, DeliveryAnswer, options);
      if (!answer.ok) return answer;
      const rows = answer.value.result;
      return ok(
        pairs.map(({ posting }) => {
          const own = rows.find(({ posting_number }) => posting_number === posting);
          return { posting, refusal: own?.result === true ? null : own?.error || 'NOT_DONE' };
        }),
      );
    },
    setCutoff(number, at, signal) {
      const body = { posting_number: number, new_cutoff_date: new Date(at).toISOString() };
      return callOnePosting(METHOD.cutoffSet, body, { effect: 'repeatable', urgency: 'screen', signal });
    },
    getTimeslotLimits: readTimeslot,
    async setTimeslot(number, { from, to }, signal) {
      const before = await readTimeslot(number, signal);
      if (!before.ok) return before;
      const new_timeslot = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
      const body = { posting_number: number, new_timeslot };
      const options = { effect: 'once', urgency: 'screen', signal } as const;
      const answer = await callOnePosting(METHOD.timeslotSet, body, options);
      if (answer.ok || answer.error.code !== 'unknown') return answer;
      const after = await readTimeslot(number, signal);
      if (!after.ok) return answer;
      if (after.value.changesLeft < before.value.changesLeft) return ok(undefined);
      return err({ code: 'retry', afterMs: null, detail: answer.error.detail });
    },
    async verifyCode(number, code, signal) {
      const body = { posting_number: number, pickup_code: code };
      const options = { effect: 'repeatable', urgency: 'screen', signal } as const;
      const answer = await parts.client.call(METHOD.pickupCode, body, CodeValidAnswer, options);
      return answer.ok ? ok(answer.value.valid) : answer;
    },
    async tell(number, step, signal) {
      const { method, action, done } = STEPS[step];
      const options = { effect: 'once', urgency: 'screen', signal } as const;
      const answer = await call(method, { posting_number: [number] }, { number, options });
      if (answer.ok || (answer.error.code !== 'unknown' && answer.error.code !== 'refused')) return answer;
      const now = await readPosting(parts, number, 'screen', signal);
      if (!now.ok) return answer;
      if (done.includes(now.value.status)) return ok(undefined);
      if (answer.error.code === 'unknown' && now.value.available_actions?.includes(action) === true)
        return err({ code: 'retry', afterMs: null, detail: answer.error.detail });
      return answer;
    },
  };

  async function readTimeslot(number: PostingNumber, signal?: AbortSignal): ShopAnswer<TimeslotLimits> {
    const options = { effect: 'repeatable', urgency: 'screen', signal } as const;
    const body = { posting_number: number };
    const answer = await parts.client.call(METHOD.timeslotLimits, body, TimeslotAnswer, options);
    if (!answer.ok) return answer;
    const { delivery_interval, remaining_changes_count } = answer.value;
    const { begin, end } = delivery_interval;
    return ok({ from: begin, to: end, changesLeft: remaining_changes_count });
  }

  async function callOnePosting(method: string, body: object, options: CallOptions): ShopAnswer<void> {
    const answer = await parts.client.call(method, body, DoneAnswer, options);
    if (!answer.ok) return answer;
    if (answer.value.result) return ok(undefined);
    return err({ code: 'refused', shopCode: 'NOT_DONE', detail: method });
  }

  async function call(
    method: string,
    body: object,
    { number, options }: { readonly number: PostingNumber; readonly options: CallOptions },
  ): ShopAnswer<void> {
    const answer = await parts.client.call(method, body, DeliveryAnswer, options);
    if (!answer.ok) return answer;
    const own = answer.value.result.find(({ posting_number }) => posting_number === number);
    if (own?.result === true) return ok(undefined);
    if (own === undefined) return err({ code: 'unknown', detail: `${method} says nothing of ${number}` });
    return err({ code: 'refused', shopCode: own.error || 'NOT_DONE', detail: number });
  }
}
