import { CIRCLE_OPEN_PAUSE_MS, type ErrorAnswer, isCircleOpen, isRateLimited } from './classify.ts';
import { METHOD_LIMITS } from './method-limits.ts';
import { askedPauseMs, itemPauseMs } from './retry-after.ts';

/** Which calls the shop wants to be spared, and for how long in ms; `askedMs` is null where it does not say. */
export type PauseWish = { readonly of: 'method' | 'all'; readonly askedMs: number | null };

/**
 * The pause that an answer of a method asks for; null where it asks for none. One that counts a card's operations, one of a
 * method with a limit of its own and an open breaker spare that method; everything else spares all, as Ozon counts them together.
 */
export function pauseWish(method: string, answer: ErrorAnswer, now: number): PauseWish | null {
  const askedMs = askedPauseMs(answer.headers, now);
  if (isRateLimited(answer.status, answer.error)) {
    const isOwn = itemPauseMs(answer.headers) !== null || (hasOwnLimit(method) && !isPerSecond(answer));
    return { of: isOwn ? 'method' : 'all', askedMs };
  }
  return isCircleOpen(answer.error) ? { of: 'method', askedMs: askedMs ?? CIRCLE_OPEN_PAUSE_MS } : null;
}

function hasOwnLimit(method: string): boolean {
  return METHOD_LIMITS.some(({ methods }) => methods.includes(method));
}

/** The words for the limit over all methods. */
function isPerSecond({ error }: ErrorAnswer): boolean {
  return error !== null && /per second/i.test(error.message);
}
