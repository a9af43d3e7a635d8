import { createFaultyEnds, type Fault } from '../../sim/fault-plan.ts';
import type { DeviceEnd, SimulatedDevice } from '../../sim/simulated-device.ts';

export type SimulatedScanner = SimulatedDevice & {
  /** Reads a code and sends it with the terminator; false if nobody is connected: then the scan is lost. */
  readonly scan: (text: string) => boolean;
  /** Sends exactly these bytes. */
  readonly scanBytes: (bytes: Uint8Array) => boolean;
};

export type SimulatedScannerOptions = {
  /** What ends a payload; CR unless told. */
  readonly terminator?: string;
  readonly faults?: readonly Fault[];
};

/** A scanner in COM mode; a payload goes out as UTF-8. */
export function createSimulatedScanner(options: SimulatedScannerOptions = {}): SimulatedScanner {
  const { terminator = '\r', faults = [] } = options;
  const withFaults = createFaultyEnds(faults);
  const ends = new Set<DeviceEnd>();
  const scanBytes = (bytes: Uint8Array) => {
    for (const end of ends) end.send(bytes);
    return ends.size > 0;
  };
  return {
    scan: (text) => scanBytes(Buffer.from(text + terminator, 'utf8')),
    scanBytes,
    attach: (line) => {
      const end = withFaults(line);
      ends.add(end);
      return { receive: () => undefined, closed: () => ends.delete(end) };
    },
  };
}
