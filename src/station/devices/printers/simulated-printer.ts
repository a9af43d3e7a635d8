import type { SimulatedDevice } from '../sim/simulated-device.ts';

/** A printer without paper, whatever language it speaks: it keeps the labels as bytes. */
export type SimulatedPrinter = SimulatedDevice & {
  readonly setPaperOut: (isOut: boolean) => void;
  readonly setHeadOpen: (isOpen: boolean) => void;
  readonly setPaused: (isPaused: boolean) => void;
  /** Whether it takes bytes from the line, or lets them pile up. */
  readonly setTaking: (isTaking: boolean) => void;
  /** What a power cut does: everything held and half received is gone; what was printed stays. */
  readonly loseMemory: () => void;
  /** How often it was asked how it is. */
  readonly questions: () => number;
  /** The labels that came out, oldest first, at most the newest 1,000. */
  readonly labels: () => readonly Uint8Array[];
  /** Called with each label that comes out; returns how to stop listening. */
  readonly onLabel: (listener: (label: Uint8Array) => void) => () => void;
};
