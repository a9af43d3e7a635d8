import type { PostingNumber } from '#domain/ids.ts';
import { err, ok } from '#domain/result.ts';
import { type DeliveryPort, type DeliveryStep, deliverySteps } from '../../delivery-port.ts';
import type { ShopAnswer } from '../../seller-account.ts';
import type { AccountParts } from '../account-parts.ts';
import type { CallOptions } from '../client.ts';
import { METHOD } from '../methods.ts';
import { readPosting } from '../postings.ts';
import { DeliveryAnswer } from './wire.ts';

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
      const { status, delivery_method, tracking_number, available_actions } = answer.value;
      return ok({
        ...{ posting: number, shopStatus: status, deliveryMethod: delivery_method.name },
        trackingNumber: tracking_number,
        steps: deliverySteps.filter((step) => available_actions?.includes(STEPS[step].action) === true),
        takesTrackingNumber: available_actions?.includes('set_track_number') === true,
      });
    },
    setTrackingNumber(number, tracking, signal) {
      const body = { tracking_numbers: [{ posting_number: number, tracking_number: tracking }] };
      const options = { effect: 'repeatable', urgency: 'screen', signal } as const;
      return call(METHOD.trackingNumber, body, { number, options });
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
