/** A clock that the bench and its shop share: it runs as the real one does and can be put forward. */
export type ShiftClock = {
  /** Epoch ms. */
  readonly now: () => number;
  /** Puts it forward, ms. */
  readonly forward: (ms: number) => void;
};

/** A clock that shows `startsAt`, epoch ms, now. */
export function createShiftClock(startsAt: number): ShiftClock {
  let aheadMs = startsAt - Date.now();
  return {
    now: () => Date.now() + aheadMs,
    forward: (ms) => {
      aheadMs += ms;
    },
  };
}
