import type { ScaleOrder } from '#contract/scale-order.ts';
import type { Driver, Report } from '../driver.ts';
import type { ScaleReading } from './reading.ts';
import type { ScaleAnswer, ScaleFramer } from './scale-answer.ts';

/** How one protocol is spoken, apart from its frames. */
export type ScaleDialogue = {
  readonly framer: ScaleFramer;
  /** What asks for a weight; null for a scale that speaks by itself. */
  readonly ask: Uint8Array | null;
  /** What the scale must hear at once after this answer; null for nothing. */
  readonly reply?: (answer: ScaleAnswer) => Uint8Array | null;
  /** What it can be told, byte by byte; absent where the protocol has no such word. */
  readonly orders?: Readonly<Partial<Record<ScaleOrder, Uint8Array>>>;
  /** A frame is over after this silence, where nothing in it says so or what looks like one may be none, ms. */
  readonly gapMs?: number;
  /** An answer has neither beginning nor end: what is left over is thrown away before each question. */
  readonly isUnframed?: boolean;
  /** The first answer after opening may be the weight of an hour ago, sent once more: it counts for nothing. */
  readonly isFirstReplayed?: boolean;
  /** Time from one request to the next, ms; 200 unless told. */
  readonly pollMs?: number;
  /** It answers only a weight that is new and stable: its silence says nothing of the cable, and one answer is enough. */
  readonly saysOnlyNewWeights?: boolean;
};

/** What every scale driver is given, whatever protocol it speaks. */
export type ScaleDriverOptions = {
  readonly report: Report;
  /** Called with every answer, several times a second, and with `no-answer` when the scale falls silent. */
  readonly onReading: (reading: ScaleReading) => void;
  /** Monotonic ms. */
  readonly monotonicMs: () => number;
  /** Time from one request to the next, ms; the dialogue's unless told. */
  readonly pollMs?: number;
  /** How long an answer is waited for, ms; then the request is sent once more. */
  readonly timeoutMs?: number;
};

/** `not-supported`: the protocol cannot. `away`: no connection. */
export type OrderOutcome = 'sent' | 'not-supported' | 'away';

export type ScaleDriver = Driver & {
  /** Tells the scale between two questions; the readings show whether it obeyed. */
  readonly order: (order: ScaleOrder) => OrderOutcome;
};
