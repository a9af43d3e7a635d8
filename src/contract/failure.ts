import { z } from 'zod';

/** Why a procedure did not do what it was asked; each has a sentence in every language. */
export const FailureCode = z.enum([
  'invalid-input',
  'unknown-procedure',
  'not-allowed',
  'nobody-signed-in',
  'wrong-pin',
  'unknown-person',
  'not-found',
  'not-simulated',
  'no-shop',
  'shop-failed',
  'no-premium',
  'reply-too-late',
  'chat-undecided',
  'file-refused',
  'shop-owes',
  'name-taken',
  'device-failed',
  'export-failed',
  'invalid-settings',
  'settings-changed',
  'unexpected',
]);
export type FailureCode = z.infer<typeof FailureCode>;

/** `detail` is for support and never holds a stack, a secret or a buyer's data. */
export const Failure = z.object({ code: FailureCode, detail: z.string() });
export type Failure = z.infer<typeof Failure>;
