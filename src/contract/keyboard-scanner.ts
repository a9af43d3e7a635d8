import { z } from 'zod';

/**
 * The key that a keyboard scanner presses before each code: one that nobody types and no code holds. `~` is the key left
 * of 1 on a US keyboard; Ctrl+B is how scanners send the control character STX.
 */
export const KeyboardPrefix = z.string().regex(/^(F9|F1[3-9]|F2[0-4]|~|Ctrl\+B)$/);
export type KeyboardPrefix = z.infer<typeof KeyboardPrefix>;

/** What the keyboard scanners of a bench were set up to send around each code; what is absent is found out. */
export const KeyboardScanner = z.object({
  prefix: KeyboardPrefix.optional(),
  /** The key behind each code; absent, Enter and Tab both end one. */
  suffix: z.enum(['enter', 'tab', 'none']).optional(),
  /** The scanner turns Shift around while Caps Lock is on. */
  followsCapsLock: z.boolean().default(false),
});
export type KeyboardScanner = z.infer<typeof KeyboardScanner>;
