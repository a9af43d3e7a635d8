import type { Driver, Report } from '../driver.ts';
import type { ScaleReading } from './reading.ts';

/** What every scale driver is given, whatever protocol it speaks. */
export type ScaleDriverOptions = {
  readonly report: Report;
  /** Called with every answer, several times a second, and with `no-answer` when the scale falls silent. */
  readonly onReading: (reading: ScaleReading) => void;
  /** Monotonic ms. */
  readonly monotonicMs: () => number;
  /** Time from one request to the next, ms. */
  readonly pollMs?: number;
  /** How long an answer is waited for, ms; then the request is sent once more. */
  readonly timeoutMs?: number;
};

export type CreateScaleDriver = (options: ScaleDriverOptions) => Driver;
