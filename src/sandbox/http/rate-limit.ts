/** How many requests a Client-Id still has in the running second. */
export interface RateVerdict {
  readonly allowed: boolean;
  readonly remaining: number;
  /** Whole seconds, at least 1. */
  readonly retryAfterS: number;
}

/** Ozon's limit over all methods of one Client-Id. */
export const REQUESTS_PER_SECOND = 50;

/** Counts requests per Client-Id and second; `nowMs` is a clock that only goes forward, in ms. */
export class RateLimiter {
  readonly #windows = new Map<string, { startedAt: number; count: number }>();
  #perSecond: number;

  constructor(perSecond: number = REQUESTS_PER_SECOND) {
    this.#perSecond = perSecond;
  }

  /** Allows `perSecond` requests from now on (1 or more). */
  allow(perSecond: number): void {
    this.#perSecond = perSecond;
  }

  /** Counts one request and says whether it may pass. */
  take(clientId: string, nowMs: number): RateVerdict {
    let window = this.#windows.get(clientId);
    if (window === undefined || nowMs - window.startedAt >= 1000) {
      window = { startedAt: nowMs, count: 0 };
      this.#windows.set(clientId, window);
    }
    window.count += 1;
    const remaining = Math.max(this.#perSecond - window.count, 0);
    return { allowed: window.count <= this.#perSecond, remaining, retryAfterS: 1 };
  }
}
