import { z } from 'zod';
import { list, moment, text, unwrapped } from './fields.ts';

/** The answer of `/v1/roles`. */
export const RolesAnswer = unwrapped(
  z.object({
    expires_at: moment,
    roles: z.array(z.object({ name: text, methods: list(z.string()) })),
  }),
);
export type WireRoles = z.output<typeof RolesAnswer>;
