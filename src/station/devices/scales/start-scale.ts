import type { ScaleConfig } from '#contract/scale-config.ts';
import { streamAddressFor } from '../config.ts';
import { connectDevice, type StreamAddress } from '../connect-device.ts';
import { type DevicesHooks, supervisorContext } from '../hooks.ts';
import { type Place, type Started, unreachable } from '../started-device.ts';
import { superviseDevice } from '../supervisor.ts';
import type { ScaleSettings } from './scale-answer.ts';
import type { ScaleDriver } from './scale-driver.ts';
import { createScaleDriver, SCALE_PROTOCOLS } from './scale-protocols.ts';
import type { SimulatedScale } from './simulated-scale.ts';
import { createSimulatedScale } from './simulated-scales.ts';

/** A scale that is being watched, and what may be asked of it. */
export type StartedScale = Started<SimulatedScale> & { readonly order: ScaleDriver['order'] };

/** Starts the bench's scale. */
export function startScale(config: ScaleConfig, hooks: DevicesHooks): StartedScale {
  const { at, protocol } = config;
  const place: Place = { device: 'scale', kind: 'scale', at };
  const address = streamAddressFor(place.kind, at, SCALE_PROTOCOLS[protocol].line);
  if ('code' in address) return { ...unreachable(place, address, hooks), order: () => 'away' };
  const line = connectDevice(address, () => createSimulatedScale(protocol), hooks.hid);
  const settings = { ...scaleSettings(config), isTenthOunces: isStampsCom(address) };
  const { onReading, monotonicMs } = hooks;
  const supervisor = superviseDevice(
    {
      ...place,
      transport: line.transport,
      createDriver: (report) => createScaleDriver(protocol, settings, { report, onReading, monotonicMs }),
    },
    supervisorContext(hooks),
  );
  return { supervisor, simulated: line.simulated, order: supervisor.driver.order };
}

/** The vendor ids under which Stamps.com sells scales; one of its models fills in the number alone. */
const STAMPS_COM_VENDORS: readonly number[] = [0x1446, 0x2474];

function isStampsCom(address: StreamAddress): boolean {
  return address.scheme === 'hid' && STAMPS_COM_VENDORS.includes(address.vendorId);
}

/** What the frames leave open, from the bench file; kg where nothing is said. */
export function scaleSettings({
  unit = 'kg',
  pattern,
  request,
}: Omit<ScaleConfig, 'at' | 'protocol'>): ScaleSettings {
  return {
    unit,
    pattern: pattern ?? null,
    request:
      request === undefined
        ? null
        : Buffer.from(request.replaceAll('\\r', '\r').replaceAll('\\n', '\n'), 'latin1'),
  };
}
