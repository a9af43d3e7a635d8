import { performance } from 'node:perf_hooks';
import type { ScaleProtocol } from '#contract/scale-config.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { type DeviceFailure, streamAddressFor } from '../config.ts';
import { connectDevice } from '../connect-device.ts';
import type { HidPort } from '../hid/hid-port.ts';
import type { OpenFailure } from '../transports/transport.ts';
import type { ScaleReading } from './reading.ts';
import { createScaleDriver, SCALE_PROTOCOLS } from './scale-protocols.ts';
import { createSimulatedScale } from './simulated-scales.ts';
import { scaleSettings } from './start-scale.ts';

/** What a look at a port comes to; null when nothing that answers there speaks a known protocol. */
export type DetectedScale = { readonly protocol: ScaleProtocol } | null;

/**
 * First those that only listen, as a scale that speaks by itself would pass for one that answered. Then the surest first:
 * those with a checksum, those with words of their own, those that prove little.
 */
const ORDER: readonly ScaleProtocol[] = [
  'toledo-continuous',
  'cas-22',
  'generic',
  'massa-k-100',
  'pos2',
  'cas-ap',
  'mt-sics',
  'toledo-8217',
  'sma',
  'and-standard',
  'ohaus',
  'massa-k-2',
];

/** A USB HID scale speaks only one. */
const HID_ORDER: readonly ScaleProtocol[] = ['hid-8d'];

/** How long each protocol is tried, ms; a stream sends several frames in it. */
const TRY_MS = 700;
/** So many readings in a row are no chance, also where a protocol proves little. */
const PROVING_READINGS = 2;

/**
 * Finds out which protocol the scale at this address speaks, by trying one after the other with the line settings it is
 * sold with. Only ever for an address that a person has picked: what asks a scale may make another device print. The port
 * must be free; `hid` is the system's unless told. Fails as opening it does.
 */
export async function detectScale(
  at: string,
  tryMs: number = TRY_MS,
  hid?: HidPort,
): Promise<Result<DetectedScale, OpenFailure | DeviceFailure>> {
  const isHid = /^hid:/i.test(at);
  for (const protocol of isHid ? HID_ORDER : ORDER) {
    const answered = await speaks({ at, protocol, tryMs, hid });
    if (!answered.ok) return answered;
    if (answered.value) return ok({ protocol });
  }
  return ok(null);
}

type Try = {
  readonly at: string;
  readonly protocol: ScaleProtocol;
  readonly tryMs: number;
  readonly hid: HidPort | undefined;
};

async function speaks({
  at,
  protocol,
  tryMs,
  hid,
}: Try): Promise<Result<boolean, OpenFailure | DeviceFailure>> {
  const address = streamAddressFor('scale', at, SCALE_PROTOCOLS[protocol].line);
  if ('code' in address) return err(address);
  const { transport } = connectDevice(address, () => createSimulatedScale(protocol), hid);
  let good = 0;
  const { promise: proven, resolve: prove } = Promise.withResolvers<boolean>();
  const onReading = (reading: ScaleReading) => {
    good = isAnswer(reading) ? good + 1 : 0;
    if (good >= PROVING_READINGS) prove(true);
  };
  const driver = createScaleDriver(protocol, scaleSettings({}), {
    report: () => undefined,
    onReading,
    monotonicMs: () => performance.now(),
    pollMs: 50,
    timeoutMs: tryMs,
  });
  const opened = await transport.open({
    onData: driver.received,
    onClose: (reason) => {
      driver.closed(reason);
      prove(false);
    },
  });
  if (!opened.ok) return opened;
  driver.opened(opened.value);
  const timer = setTimeout(() => prove(false), tryMs);
  const isProven = await proven;
  clearTimeout(timer);
  await opened.value.close();
  return ok(isProven);
}

/** A weight, or a word that only a scale of this protocol says. */
function isAnswer({ status }: ScaleReading): boolean {
  return status !== 'no-answer' && status !== 'error' && status !== 'busy';
}
