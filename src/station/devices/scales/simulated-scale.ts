import type { SimulatedDevice } from '../sim/simulated-device.ts';

/** A scale without a pan, whatever protocol it speaks: what lies on it is told by calls. Integer tenths of a gram. */
export type SimulatedScale = SimulatedDevice & {
  /** Makes this the whole load of the pan. */
  readonly put: (tenthsG: number) => void;
  /** Takes everything off. */
  readonly lift: () => void;
  readonly loadTenthsG: () => number;
};
