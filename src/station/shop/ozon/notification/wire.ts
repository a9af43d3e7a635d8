import { z } from 'zod';
import { flag, id, list, text } from '../wire/fields.ts';

/** The answer of `/v1/notification/list`. */
export const AddressesAnswer = z.object({
  urls: list(z.object({ id, url: text, enable: flag, types: list(z.object({ type: text })) })),
});

/** The answer of `/v1/notification/check`. */
export const AddressCheckAnswer = z.object({
  is_active: flag,
  errors: list(z.object({ type: text, description: text })),
});
