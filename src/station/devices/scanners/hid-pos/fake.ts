import { createFaultyEnds, type Fault } from '../../sim/fault-plan.ts';
import type { DeviceEnd } from '../../sim/simulated-device.ts';
import type { SimulatedScanner } from '../line/fake.ts';
import { DATA_BYTES, REPORT_BYTES } from './protocol.ts';

export type HidPosSpelling = {
  /** The AIM symbology identifier; empty where the scanner is not set up to send it. `]C0` unless told. */
  readonly aim?: string;
  /** The report's id, on systems that leave it in front. */
  readonly reportId?: number;
};

/** A code as the reports of a scanner. */
export function hidPosReports(
  text: string,
  { aim = ']C0', reportId }: HidPosSpelling = {},
): readonly Uint8Array[] {
  const bytes = Buffer.from(text, 'utf8');
  const count = Math.max(1, Math.ceil(bytes.length / DATA_BYTES));
  return Array.from({ length: count }, (_, index) => {
    const data = bytes.subarray(index * DATA_BYTES, (index + 1) * DATA_BYTES);
    const report = new Uint8Array(REPORT_BYTES);
    report[0] = data.length;
    report.set(Buffer.from(aim, 'latin1'), 1);
    report.set(data, 4);
    report[62] = index < count - 1 ? 1 : 0;
    return reportId === undefined ? report : Uint8Array.of(reportId, ...report);
  });
}

/** A scanner of the HID point-of-sale class; `scanBytes` sends one report as it is. */
export function createSimulatedHidScanner(
  options: HidPosSpelling & { readonly faults?: readonly Fault[] } = {},
): SimulatedScanner {
  const withFaults = createFaultyEnds(options.faults ?? []);
  const ends = new Set<DeviceEnd>();
  const scanBytes = (bytes: Uint8Array) => {
    for (const end of ends) end.send(bytes);
    return ends.size > 0;
  };
  return {
    scan: (text) => hidPosReports(text, options).map(scanBytes).every(Boolean),
    scanBytes,
    attach: (line) => {
      const end = withFaults(line);
      ends.add(end);
      return { receive: () => undefined, closed: () => ends.delete(end) };
    },
  };
}
