/** Calls per minute that Ozon allows of single methods, from their descriptions. */
const CALLS_PER_MINUTE: Readonly<Record<string, number>> = {
  '/v2/products/stocks': 80,
  '/v1/barcode/add': 20,
  '/v1/barcode/generate': 20,
  '/v1/analytics/data': 1,
};
const MINUTE_MS = 60_000;

/** Counts the calls of single methods over the minute that just passed; the clock only goes forward, in ms. */
export class MethodLimits {
  readonly #allowed = new Map(Object.entries(CALLS_PER_MINUTE));
  readonly #calls = new Map<string, number[]>();

  /** Allows a method `callsPerMinute` from now on (1 or more), counted anew. */
  allow(path: string, callsPerMinute: number): void {
    this.#allowed.set(path, callsPerMinute);
    this.#calls.delete(path);
  }

  /** Counts one call; answers the whole seconds to wait where it is one too many, else null. */
  take(path: string, nowMs: number): number | null {
    const allowed = this.#allowed.get(path);
    if (allowed === undefined) return null;
    const lately = (this.#calls.get(path) ?? []).filter((atMs) => nowMs - atMs < MINUTE_MS);
    this.#calls.set(path, lately);
    const oldest = lately[0];
    if (lately.length >= allowed && oldest !== undefined)
      return Math.max(1, Math.ceil((oldest + MINUTE_MS - nowMs) / 1000));
    lately.push(nowMs);
    return null;
  }
}
