import { afterEach, describe, expect, it } from 'vitest';
import { type ScaleProtocol, scaleProtocols } from '#contract/scale-config.ts';
import { startTcpDevice } from '../sim/tcp-device.ts';
import { eventually } from '../testing/eventually.ts';
import type { ScaleReading } from './reading.ts';
import { SCALE_PROTOCOLS } from './scale-protocols.ts';
import { createSimulatedScale } from './simulated-scales.ts';
import { scaleSettings, startScale } from './start-scale.ts';

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** A scale of this protocol behind a socket, through the real driver. */
async function weighOver(protocol: ScaleProtocol) {
  const simulated = createSimulatedScale(protocol);
  const device = await startTcpDevice(simulated);
  const readings: ScaleReading[] = [];
  const scale = startScale(
    { at: device.at, protocol },
    {
      onScan: () => undefined,
      onReading: (reading) => readings.push(reading),
      onHealth: () => undefined,
      now: () => Date.now(),
      monotonicMs: () => performance.now(),
    },
  );
  cleanUps.push(device.close, scale.supervisor.stop);
  const shows = (wanted: Partial<ScaleReading>) =>
    eventually(() => expect(readings.at(-1)).toMatchObject(wanted));
  return { simulated, scale, shows };
}

const withTare = ['toledo-8217', 'sma', 'pos2'] as const;
/** These say in each frame what was taken off. */
const named: readonly ScaleProtocol[] = ['pos2', 'massa-k-100'];

describe.each(withTare)('a tare taken on a %s scale', (protocol) => {
  it('never hides the weight of a carton, and is gone when it is taken back', async () => {
    const { simulated, scale, shows } = await weighOver(protocol);
    simulated.put(5_000);
    await shows({ status: 'ok', tenthsG: 5_000, isNet: false });
    expect(scale.order('tare')).toBe('sent');
    if (!named.includes(protocol)) await shows({ tenthsG: 0, isNet: true });
    simulated.put(12_500);
    // A tare that the frame names is added again; one that it does not name makes the weight one of no parcel.
    await shows(named.includes(protocol) ? { tenthsG: 12_500 } : { tenthsG: 7_500, isNet: true });
    expect(scale.order('clear-tare')).toBe('sent');
    await shows({ status: 'ok', tenthsG: 12_500, isNet: false });
  });
});

it.each(scaleProtocols)('%s scales are told only what their protocol has words for', (protocol) => {
  const { orders = {} } = SCALE_PROTOCOLS[protocol].speak(scaleSettings({}));
  // Whoever can take a tare can take it back.
  expect('tare' in orders && !('clear-tare' in orders)).toBe(false);
});

it('a scale without a word for tare says so', async () => {
  const { scale, shows } = await weighOver('mt-sics');
  await shows({ status: 'zero' });
  expect(scale.order('tare')).toBe('not-supported');
  expect(scale.order('zero')).toBe('sent');
});
