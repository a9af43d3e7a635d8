/** Numbers that look random and repeat with their seed, so that a run which failed can be run again. */
export type SeededRandom = {
  /** 0 up to, not including, 1. */
  readonly fraction: () => number;
  /** A whole number from `from` to `to`, both included. */
  readonly int: (from: number, to: number) => number;
};

/** mulberry32: small, and good enough to choose moments with. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { fraction, int: (from, to) => from + Math.floor(fraction() * (to - from + 1)) };
}
