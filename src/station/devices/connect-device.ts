import type { DeviceAddress } from '#contract/device-address.ts';
import type { HidPort } from './hid/hid-port.ts';
import { systemHidPort } from './hid/system-hid-port.ts';
import type { SimulatedDevice } from './sim/simulated-device.ts';
import { hidTransport } from './transports/hid.ts';
import { serialTransport } from './transports/serial.ts';
import { type Cable, simTransport } from './transports/sim.ts';
import { tcpTransport } from './transports/tcp.ts';
import type { Transport } from './transports/transport.ts';

/** Where a device that speaks in a stream of bytes, or in reports, can be. */
export type StreamAddress = Extract<DeviceAddress, { scheme: 'serial' | 'tcp' | 'hid' | 'sim' }>;

export type DeviceLine<Simulated> = {
  readonly transport: Transport;
  /** The device's other side, if it exists only in the program. */
  readonly simulated: (Simulated & Cable) | null;
};

/**
 * The line to a device that speaks in a stream of bytes, or in reports; `simulate` makes the device itself for a `sim:` address. `hid`
 * is the system's unless told.
 */
export function connectDevice<Simulated extends SimulatedDevice>(
  address: StreamAddress,
  simulate: () => Simulated,
  hid: HidPort = systemHidPort,
): DeviceLine<Simulated> {
  switch (address.scheme) {
    case 'serial':
      return { transport: serialTransport(address), simulated: null };
    case 'tcp':
      return { transport: tcpTransport(address), simulated: null };
    case 'hid':
      return { transport: hidTransport(address, hid), simulated: null };
    case 'sim': {
      const device = simulate();
      const transport = simTransport(device);
      return { transport, simulated: { ...device, plug: transport.plug, unplug: transport.unplug } };
    }
  }
}
