import type { ShopFailure } from '../seller-account.ts';
import { type AnswerError, codeIn } from './answer-error.ts';
import { keyTrouble } from './key-trouble.ts';
import { askedPauseMs } from './retry-after.ts';

/**
 * `repeatable`: reading, or writing that leaves the same result when it is done twice. `once`: doing it twice would
 * change something twice, so an outcome that cannot be told apart is `unknown`.
 */
export type Effect = 'repeatable' | 'once';

/** Shop's codes for a thing that is not there; the port's word for all of them. */
export const NOT_FOUND = 'NOT_FOUND';
/** Ozon's breaker opens again after "some minutes" (its error list for all methods). */
export const CIRCLE_OPEN_PAUSE_MS = 60_000;

const RATE_TROUBLE = /request rate limit/i;

/** True when the shop says that too much was asked of it, by status or in words. */
export function isRateLimited(status: number, error: AnswerError | null): boolean {
  return status === 429 || (error !== null && RATE_TROUBLE.test(error.message));
}

/** True when Ozon's breaker keeps this method closed for some minutes. */
export function isCircleOpen(error: AnswerError | null): boolean {
  return error !== null && /circle is open/i.test(error.message);
}

/** An answer other than 2xx. `error` is null where the body is no JSON error. */
export type ErrorAnswer = {
  readonly status: number;
  readonly headers: Headers;
  readonly error: AnswerError | null;
};

/** What an answer other than 2xx means. `now` in epoch ms. */
export function classify(effect: Effect, answer: ErrorAnswer, now: number): ShopFailure {
  const { status, error } = answer;
  const afterMs = askedPauseMs(answer.headers, now);
  const detail = `HTTP ${status}${error === null ? '' : `: ${error.message || `code ${error.grpc}`}`}`;
  if (isRateLimited(status, error)) return { code: 'retry', afterMs, detail, isPause: true };
  if (isCircleOpen(error)) {
    return { code: 'retry', afterMs: afterMs ?? CIRCLE_OPEN_PAUSE_MS, detail };
  }
  const trouble = keyTrouble(status, error);
  if (trouble !== null) return { code: 'unauthorized', trouble, detail };
  // A redirect is not followed, and 425 says that the request was not looked at: neither did anything.
  if ((status >= 300 && status < 400) || status === 425) return { code: 'retry', afterMs, detail };
  if (status === 408 || status >= 500) return doubtful(effect, afterMs, detail);
  if (error === null) return { code: 'malformed', detail: `${detail}: not the shop's words` };
  return refusal(effect, status, error, detail);
}

/** An outcome that nobody can tell: `retry` where repeating is harmless, `unknown` where it is not. */
export function doubtful(effect: Effect, afterMs: number | null, detail: string): ShopFailure {
  return effect === 'repeatable' ? { code: 'retry', afterMs, detail } : { code: 'unknown', detail };
}

function refusal(effect: Effect, status: number, error: AnswerError, detail: string): ShopFailure {
  const named = codeIn(error);
  if (/obsolete method/i.test(error.message)) return { code: 'refused', shopCode: 'OBSOLETE_METHOD', detail };
  if (status === 404) {
    const missing = error.grpc === 5 || /not.?found/i.test(error.message);
    return missing ? { code: 'refused', shopCode: NOT_FOUND, detail } : { code: 'malformed', detail };
  }
  // A conflict without a business code is a race on the shop's side: look again before saying anything.
  if (status === 409 && (named === 'UNNAMED' || named.startsWith('GRPC_')))
    return doubtful(effect, null, detail);
  return { code: 'refused', shopCode: named, detail };
}

const HTTP_OF_GRPC: Readonly<Record<number, number>> = {
  3: 400,
  4: 504,
  5: 404,
  6: 409,
  7: 403,
  8: 429,
  10: 409,
  13: 500,
  14: 503,
  16: 401,
};

/** The HTTP status that an error inside a 200 should have had. */
export function statusOf(error: AnswerError): number {
  return error.grpc === null ? 400 : (HTTP_OF_GRPC[error.grpc] ?? 400);
}
