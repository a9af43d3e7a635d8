import { z } from 'zod';
import { type ApiMethods, method } from '../http/api-method.ts';
import { empty, json, notFound, refused } from '../http/api-reply.ts';
import { int64, repeated, timeText } from '../http/proto-fields.ts';
import { checkAddress } from './check-address.ts';

const url = z.url();
const types = z.array(z.string().regex(/^TYPE_[A-Z_]+$/)).min(1);

/** `/v1/notification/*`: where the marketplace sends its notifications to. */
export const notificationMethods: ApiMethods = {
  '/v1/notification/list': method(z.object({}), (_, { world }) =>
    json({
      urls: [...world.notifiedAddresses.values()].map((one) => ({
        ...{ id: one.id, url: one.url, enable: one.enabled, created_at: timeText(one.createdAt) },
        types: one.types.map((type) => ({ type, description: type })),
      })),
    }),
  ),
  '/v1/notification/check': method(z.object({ url }), async (input, { now }) => {
    const fault = await checkAddress(input.url, now);
    return json({
      is_active: fault === null,
      errors: fault === null ? [] : [{ type: fault, description: fault }],
    });
  }),
  '/v1/notification/set': method(z.object({ url, types }), async (input, { world, now }) => {
    if ([...world.notifiedAddresses.values()].some((one) => one.url === input.url))
      return refused('URL_ALREADY_EXISTS');
    const id = 1 + Math.max(0, ...world.notifiedAddresses.keys());
    world.notifiedAddresses.set(id, {
      id,
      url: input.url,
      enabled: true,
      types: input.types,
      createdAt: now,
    });
    return empty();
  }),
  '/v1/notification/update': method(
    z.object({ id: int64, url: url.nullish(), types: repeated(z.string()) }),
    (input, { world }) => {
      const address = world.notifiedAddresses.get(input.id);
      if (address === undefined) return notFound('URL_NOT_FOUND');
      if (input.url) address.url = input.url;
      if (input.types.length > 0) address.types = input.types;
      return empty();
    },
  ),
  '/v1/notification/enable': method(z.object({ id: int64, enabled: z.boolean() }), (input, { world }) => {
    const address = world.notifiedAddresses.get(input.id);
    if (address === undefined) return notFound('URL_NOT_FOUND');
    address.enabled = input.enabled;
    return empty();
  }),
  '/v1/notification/delete': method(z.object({ id: int64 }), (input, { world }) =>
    world.notifiedAddresses.delete(input.id) ? empty() : notFound('URL_NOT_FOUND'),
  ),
};
