import { type ScannerConfig, scannerAt, scannerName } from '#contract/scanner-config.ts';
import { streamAddressFor } from '../config.ts';
import { connectDevice } from '../connect-device.ts';
import { type DevicesHooks, supervisorContext } from '../hooks.ts';
import { type Place, type Started, unreachable } from '../started-device.ts';
import { superviseDevice } from '../supervisor.ts';
import { createHidPosScanner } from './hid-pos/driver.ts';
import { createLineScanner } from './line/driver.ts';
import { createSimulatedScanner, type SimulatedScanner } from './line/fake.ts';

/** Starts one scanner; `device` is what scans and health say it is. */
export function startScanner(
  device: string,
  scanner: ScannerConfig,
  hooks: DevicesHooks,
): Started<SimulatedScanner> {
  const name = scannerName(scanner);
  const place: Place = {
    device,
    ...(name === null ? {} : { name }),
    kind: 'scanner',
    at: scannerAt(scanner),
  };
  const address = streamAddressFor(place.kind, place.at);
  if ('code' in address) return unreachable(place, address, hooks);
  const line = connectDevice(address, () => createSimulatedScanner(), hooks.hid);
  const createScanner = address.scheme === 'hid' ? createHidPosScanner : createLineScanner;
  const { onScan, monotonicMs } = hooks;
  const supervisor = superviseDevice(
    {
      ...place,
      transport: line.transport,
      createDriver: (report) => createScanner({ device, report, onScan, monotonicMs }),
    },
    supervisorContext(hooks),
  );
  return { supervisor, simulated: line.simulated };
}
