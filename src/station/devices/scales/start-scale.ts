import { type DevicesConfig, streamAddressFor } from '../config.ts';
import { connectDevice } from '../connect-device.ts';
import { type DevicesHooks, supervisorContext } from '../hooks.ts';
import { type Place, type Started, unreachable } from '../started-device.ts';
import { superviseDevice } from '../supervisor.ts';
import { SCALE_PROTOCOLS } from './scale-protocols.ts';
import type { SimulatedScale } from './simulated-scale.ts';

/** Starts the bench's scale. */
export function startScale(
  { at, protocol }: NonNullable<DevicesConfig['scale']>,
  hooks: DevicesHooks,
): Started<SimulatedScale> {
  const place: Place = { device: 'scale', kind: 'scale', at };
  const { createDriver, createSimulated } = SCALE_PROTOCOLS[protocol];
  const address = streamAddressFor(place.kind, at);
  if ('code' in address) return unreachable(place, address, hooks);
  const line = connectDevice(address, createSimulated);
  const { onReading, monotonicMs } = hooks;
  const supervisor = superviseDevice(
    {
      ...place,
      transport: line.transport,
      createDriver: (report) => createDriver({ report, onReading, monotonicMs }),
    },
    supervisorContext(hooks),
  );
  return { supervisor, simulated: line.simulated };
}
