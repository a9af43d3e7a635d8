import { z } from 'zod';

/**
 * Why a shop does not take a key. `wrong-client-id`: that is no account's number. `wrong-key`: it is not this account's key.
 * `deactivated`: it was switched off, or its day is over. `other-network`: it is bound to other networks than this one.
 * `lacks-right`: it is good, but not for this; everything else goes on.
 */
export const KeyTrouble = z.enum([
  'wrong-client-id',
  'wrong-key',
  'deactivated',
  'other-network',
  'lacks-right',
]);
export type KeyTrouble = z.infer<typeof KeyTrouble>;
