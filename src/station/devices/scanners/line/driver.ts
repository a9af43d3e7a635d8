import { afterSilence } from '../../after-silence.ts';
import type { Driver, Report } from '../../driver.ts';
import type { Scan } from '../scan.ts';
import { createLineFramer } from './protocol.ts';

/** A scanner without a terminator: this much silence ends its payload, ms. */
const GAP_MS = 50;
/** A scanner that has shown a terminator: a payload still without one after this much silence was cut off, ms. */
const CUT_OFF_AFTER_MS = 1_000;

export type LineScannerOptions = {
  readonly device: string;
  readonly report: Report;
  readonly onScan: (scan: Scan) => void;
  /** Monotonic ms. */
  readonly monotonicMs: () => number;
  readonly gapMs?: number;
  readonly cutOffAfterMs?: number;
};

/**
 * A scanner that sends its payloads as lines (serial, USB in COM mode, TCP). A scanner that never sends a terminator is
 * read by the pauses between its bursts. Once a terminator has been seen, a payload without one is a broken scan: it is
 * dropped rather than read as a shorter code, and the next may again be ended by a pause (someone may have changed the
 * scanner's setting).
 */
export function createLineScanner(options: LineScannerOptions): Driver {
  const { gapMs = GAP_MS, cutOffAfterMs = CUT_OFF_AFTER_MS, device, monotonicMs } = options;
  const framer = createLineFramer();
  let hasSeenTerminator = false;
  let cancelSilence: () => void = () => undefined;

  const publish = (text: string) => options.onScan({ device, text, atMs: monotonicMs() });
  const burstEnded = () => {
    if (hasSeenTerminator) {
      framer.reset();
      hasSeenTerminator = false;
      return;
    }
    const text = framer.endOfBurst();
    if (text !== null) publish(text);
  };
  const startAnew = () => {
    cancelSilence();
    framer.reset();
    hasSeenTerminator = false;
  };
  return {
    opened: () => {
      startAnew();
      options.report({ state: 'ready', detail: null });
    },
    received: (bytes) => {
      cancelSilence();
      for (const text of framer.push(bytes)) {
        hasSeenTerminator = true;
        publish(text);
      }
      if (framer.hasRest())
        cancelSilence = afterSilence(hasSeenTerminator ? cutOffAfterMs : gapMs, burstEnded);
    },
    closed: startAnew,
  };
}
