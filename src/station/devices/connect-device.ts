import type { DeviceAddress } from '#contract/device-address.ts';
import type { SimulatedDevice } from './sim/simulated-device.ts';
import { serialTransport } from './transports/serial.ts';
import { type Cable, simTransport } from './transports/sim.ts';
import { tcpTransport } from './transports/tcp.ts';
import type { Transport } from './transports/transport.ts';

/** Where a device that speaks in a stream of bytes can be. */
export type StreamAddress = Extract<DeviceAddress, { scheme: 'serial' | 'tcp' | 'sim' }>;

export type DeviceLine<Simulated> = {
  readonly transport: Transport;
  /** The device's other side, if it exists only in the program. */
  readonly simulated: (Simulated & Cable) | null;
};

/** The line to a device that speaks in a stream of bytes; `simulate` makes the device itself for a `sim:` address. */
export function connectDevice<Simulated extends SimulatedDevice>(
  address: StreamAddress,
  simulate: () => Simulated,
): DeviceLine<Simulated> {
  switch (address.scheme) {
    case 'serial':
      return { transport: serialTransport(address), simulated: null };
    case 'tcp':
      return { transport: tcpTransport(address), simulated: null };
    case 'sim': {
      const device = simulate();
      const transport = simTransport(device);
      return { transport, simulated: { ...device, plug: transport.plug, unplug: transport.unplug } };
    }
  }
}
