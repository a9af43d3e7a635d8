import { streamAddressFor } from '../config.ts';
import { connectDevice } from '../connect-device.ts';
import { type DevicesHooks, supervisorContext } from '../hooks.ts';
import { type Place, type Started, unreachable } from '../started-device.ts';
import { superviseDevice } from '../supervisor.ts';
import { createLineScanner } from './line/driver.ts';
import { createSimulatedScanner, type SimulatedScanner } from './line/fake.ts';

/** Starts one scanner; `device` is its name in scans and health. */
export function startScanner(device: string, at: string, hooks: DevicesHooks): Started<SimulatedScanner> {
  const place: Place = { device, kind: 'scanner', at };
  const address = streamAddressFor(place.kind, at);
  if ('code' in address) return unreachable(place, address, hooks);
  const line = connectDevice(address, () => createSimulatedScanner());
  const supervisor = superviseDevice(
    {
      ...place,
      transport: line.transport,
      createDriver: (report) =>
        createLineScanner({ device, report, onScan: hooks.onScan, monotonicMs: hooks.monotonicMs }),
    },
    supervisorContext(hooks),
  );
  return { supervisor, simulated: line.simulated };
}
