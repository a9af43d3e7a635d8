import type { BenchFile } from '#contract/bench-file.ts';
import { type Devices, startDevices } from './devices.ts';
import type { DeviceHealth } from './health.ts';
import type { DevicesHooks } from './hooks.ts';
import { missingDevices } from './missing-devices.ts';
import { type PrintJob, type PrintOutcome, refused } from './printers/label-printer.ts';
import { printersOf } from './printers-of-bench.ts';

/** The bench's devices as the bench file has them now. */
export type LiveDevices = {
  /** Starts them, or starts them anew after the bench file has changed. */
  readonly reopen: () => Promise<void>;
  /** Null until they are first opened. */
  readonly current: () => Devices | null;
  readonly health: () => readonly DeviceHealth[];
  readonly print: (job: PrintJob, device?: string) => Promise<PrintOutcome>;
  readonly isPrinterReady: (device: string) => boolean;
  readonly isScaleReady: () => boolean;
  readonly close: () => Promise<void>;
};

/** Holds the devices of a bench file; `hooks` hear of everything that they say. */
export function createLiveDevices(benchFile: () => BenchFile, hooks: DevicesHooks): LiveDevices {
  let devices: Devices | null = null;
  let missing: readonly DeviceHealth[] = [];
  let reopening: Promise<void> = Promise.resolve();
  const health = () => [...(devices?.health() ?? []), ...missing];
  const isReady = (wanted: DeviceHealth['kind']) =>
    health().some(({ kind, state }) => kind === wanted && state === 'ready');
  const startAnew = async () => {
    await devices?.close();
    const file = benchFile();
    const { scanners, scale = null } = file;
    devices = startDevices({ scanners, scale, printers: printersOf(file) }, hooks);
    missing = missingDevices(file, hooks.now());
    for (const device of missing) hooks.onHealth(device);
  };
  return {
    // One after another: two at once would start every device twice.
    reopen() {
      reopening = reopening.then(startAnew, startAnew);
      return reopening;
    },
    current: () => devices,
    health,
    print: async (job, device) => devices?.print(job, device) ?? refused('no-printer'),
    isPrinterReady: (wanted) => health().some(({ device, state }) => device === wanted && state === 'ready'),
    isScaleReady: () => isReady('scale'),
    close: async () => devices?.close(),
  };
}
