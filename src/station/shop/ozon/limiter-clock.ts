/** The time that a limiter goes by; it only goes forward, whatever happens to the computer's clock. */
export type LimiterClock = {
  /** In ms, from any beginning. */
  readonly nowMs: () => number;
  /** Calls back after at least `waitMs`; the answer takes that back. */
  readonly after: (waitMs: number, wake: () => void) => () => void;
};

/** This computer's own time. */
export const realClock: LimiterClock = {
  nowMs: () => performance.now(),
  after(waitMs, wake) {
    const timer = setTimeout(wake, Math.ceil(waitMs));
    return () => clearTimeout(timer);
  },
};
