import { afterSilence } from '../../after-silence.ts';
import type { Driver, Report } from '../../driver.ts';
import type { Scan } from '../scan.ts';
import { createHidPosFramer } from './protocol.ts';

/** The reports of one code follow each other within milliseconds; after this silence the rest will not come, ms. */
const CUT_OFF_AFTER_MS = 250;

export type HidPosScannerOptions = {
  readonly device: string;
  readonly report: Report;
  readonly onScan: (scan: Scan) => void;
  /** Monotonic ms. */
  readonly monotonicMs: () => number;
};

/** A scanner of the USB HID point-of-sale class. It says nothing of itself: as long as it is plugged in, it is ready. */
export function createHidPosScanner({ device, report, onScan, monotonicMs }: HidPosScannerOptions): Driver {
  const framer = createHidPosFramer();
  let cancelSilence: () => void = () => undefined;
  const startAnew = () => {
    cancelSilence();
    framer.reset();
  };
  return {
    opened: () => {
      startAnew();
      report({ state: 'ready', detail: null });
    },
    received: (bytes) => {
      cancelSilence();
      const text = framer.push(bytes);
      if (text !== null) onScan({ device, text, atMs: monotonicMs() });
      if (framer.isUnfinished()) cancelSilence = afterSilence(CUT_OFF_AFTER_MS, framer.reset);
    },
    closed: startAnew,
  };
}
