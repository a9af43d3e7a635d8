/** Counts calls over the time that just passed: in no stretch of `perMs` begin more than `calls` of them. */
export type CallWindow = {
  /** How long until one more may begin, in ms; 0 for now. */
  freeInMs(nowMs: number): number;
  /** One begins. */
  take(nowMs: number): void;
};

/** A window that nothing was counted in yet. `calls` is 1 or more. */
export function createCallWindow(calls: number, perMs: number): CallWindow {
  const begun: number[] = [];
  return {
    freeInMs(nowMs) {
      while (begun.length > 0 && nowMs - (begun[0] ?? 0) >= perMs) begun.shift();
      return begun.length < calls ? 0 : (begun[0] ?? 0) + perMs - nowMs;
    },
    take(nowMs) {
      begun.push(nowMs);
    },
  };
}
