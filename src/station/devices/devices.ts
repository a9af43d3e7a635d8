import type { ScaleOrder } from '#contract/scale-order.ts';
import { scannerId } from '#contract/scanner-config.ts';
import type { DevicesConfig } from './config.ts';
import type { DeviceHealth } from './health.ts';
import type { DevicesHooks } from './hooks.ts';
import { type PrintJob, type PrintOutcome, refused } from './printers/label-printer.ts';
import type { SimulatedPrinter } from './printers/simulated-printer.ts';
import { startPrinter } from './printers/start-printer.ts';
import type { OrderOutcome } from './scales/scale-driver.ts';
import type { SimulatedScale } from './scales/simulated-scale.ts';
import { startScale } from './scales/start-scale.ts';
import type { SimulatedScanner } from './scanners/line/fake.ts';
import { startScanner } from './scanners/start-scanner.ts';
import type { Cable } from './transports/sim.ts';

/** The id of the bench's first label printer. */
export const firstPrinter = 'label-printer';

/** What stands on the screen instead of on the bench; only the devices whose address is `sim:`. */
export type SimulatedDevices = {
  readonly scanners: readonly (SimulatedScanner & Cable & { readonly device: string })[];
  readonly scale: (SimulatedScale & Cable) | null;
  readonly labelPrinter: (SimulatedPrinter & Cable) | null;
};

export type Devices = {
  /** Prints a label now or says why not, on the first printer unless told; see `PrintOutcome`. Never throws, never queues. */
  readonly print: (job: PrintJob, device?: string) => Promise<PrintOutcome>;
  /** A person says that a printer was switched off and on: it holds no half job any more. */
  readonly printerEmptied: (device: string) => void;
  /** Tells the scale; the readings show whether it obeyed. */
  readonly orderScale: (order: ScaleOrder) => OrderOutcome;
  /** Null if every device is real. */
  readonly simulated: SimulatedDevices | null;
  /** How each device is now, in the order of the bench file: scanners, scale, label printer. */
  readonly health: () => readonly DeviceHealth[];
  /** Stops everything; settles when nothing is left running. No hook is called for health afterwards. */
  readonly close: () => Promise<void>;
};

/**
 * Starts every device of a bench. A device that is missing, broken or wrongly addressed shows in its health and stops
 * none of the others.
 */
export function startDevices(config: DevicesConfig, hooks: DevicesHooks): Devices {
  const scanners = config.scanners.map((scanner, index) => startScanner(scannerId(index), scanner, hooks));
  const scale = config.scale === null ? null : startScale(config.scale, hooks);
  const printers = new Map(config.printers.map((setup) => [setup.device, startPrinter(setup, hooks)]));
  const supervisors = [...scanners, scale, ...printers.values()].flatMap(
    (started) => started?.supervisor ?? [],
  );
  const simulated: SimulatedDevices = {
    scanners: scanners.flatMap((scanner, index) =>
      scanner.simulated === null ? [] : [{ ...scanner.simulated, device: scannerId(index) }],
    ),
    scale: scale?.simulated ?? null,
    labelPrinter: printers.get(firstPrinter)?.simulated ?? null,
  };
  const isAnySimulated =
    simulated.scanners.length > 0 || simulated.scale !== null || simulated.labelPrinter !== null;
  return {
    orderScale: (order) => (scale === null ? 'away' : scale.order(order)),
    print: async (job, device = firstPrinter) => printers.get(device)?.print(job) ?? refused('no-printer'),
    printerEmptied: (device) => printers.get(device)?.emptied?.(),
    simulated: isAnySimulated ? simulated : null,
    health: () => supervisors.map((supervisor) => supervisor.health()),
    close: async () => {
      await Promise.all(supervisors.map((supervisor) => supervisor.stop()));
    },
  };
}
