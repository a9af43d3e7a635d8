import { err, ok } from '#domain/result.ts';
import type { NotificationPort } from '../../notification-port.ts';
import type { ShopAnswer } from '../../seller-account.ts';
import type { AccountParts } from '../account-parts.ts';
import type { CallOptions } from '../client.ts';
import { wireId } from '../mapping/wire-id.ts';
import { METHOD } from '../methods.ts';
import { PUSH_TYPES } from '../push/push-message.ts';
import { anything } from '../wire/fields.ts';
import { AddressCheckAnswer, AddressesAnswer } from './wire.ts';

/** `/v1/notification/*`. */
export function notificationMethods({ client }: AccountParts): NotificationPort {
  const repeatable = (signal: AbortSignal | undefined): CallOptions => ({
    ...{ effect: 'repeatable', urgency: 'screen', signal },
  });

  const port: NotificationPort = {
    async list(signal) {
      const answer = await client.call(METHOD.addresses, {}, AddressesAnswer, repeatable(signal));
      if (!answer.ok) return answer;
      return ok(
        answer.value.urls.map(({ id, url, enable, types }) => {
          const has = new Set(types.map(({ type }) => type));
          return { id, url, isOn: enable, isComplete: PUSH_TYPES.every((type) => has.has(type)) };
        }),
      );
    },
    async check(url, signal) {
      const answer = await client.call(METHOD.addressCheck, { url }, AddressCheckAnswer, repeatable(signal));
      if (!answer.ok) return answer;
      const problems = answer.value.errors.map(({ type, description }) =>
        [type, description].filter((words) => words !== '').join(': '),
      );
      return ok({ isGood: answer.value.is_active, problems });
    },
    async add(url, signal) {
      const options = { effect: 'once', urgency: 'screen', signal } as const;
      const answer = await client.call(METHOD.addressAdd, { url, types: PUSH_TYPES }, anything, options);
      if (answer.ok) return ok(undefined);
      if (answer.error.code !== 'unknown') return answer;
      const now = await port.list(signal);
      if (!now.ok) return answer;
      if (now.value.some((address) => address.url === url)) return ok(undefined);
      return err({ code: 'retry', afterMs: null, detail: answer.error.detail });
    },
    complete: (id, signal) => tell(METHOD.addressChange, { id: wireId(id), types: PUSH_TYPES }, signal),
    switch: (id, isOn, signal) => tell(METHOD.addressSwitch, { id: wireId(id), enabled: isOn }, signal),
    remove: (id, signal) => tell(METHOD.addressRemove, { id: wireId(id) }, signal),
  };
  return port;

  async function tell(method: string, body: object, signal: AbortSignal | undefined): ShopAnswer<void> {
    const answer = await client.call(method, body, anything, repeatable(signal));
    return answer.ok ? ok(undefined) : answer;
  }
}
