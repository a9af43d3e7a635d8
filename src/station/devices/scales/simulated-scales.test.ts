import { performance } from 'node:perf_hooks';
import { afterEach, describe, expect, it } from 'vitest';
import { scaleProtocols } from '#contract/scale-config.ts';
import { startTcpDevice } from '../sim/tcp-device.ts';
import { superviseDevice } from '../supervisor.ts';
import { eventually } from '../testing/eventually.ts';
import { tcpTransport } from '../transports/tcp.ts';
import { createParcelWeigher } from './parcel-weight.ts';
import type { ScaleReading } from './reading.ts';
import { createScaleDriver } from './scale-protocols.ts';
import { createSimulatedScale } from './simulated-scales.ts';
import { scaleSettings } from './start-scale.ts';

const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

describe.each(scaleProtocols)('a %s scale', (protocol) => {
  it('weighs in whole grams, shows an overload, and no weight once it is unplugged', async () => {
    const scale = createSimulatedScale(protocol, { everyMs: 20 });
    const device = await startTcpDevice(scale);
    cleanUps.push(device.close);
    const readings: ScaleReading[] = [];
    const states: string[] = [];
    const supervisor = superviseDevice(
      {
        ...{ device: 'scale', kind: 'scale', at: '' },
        transport: tcpTransport({ host: '127.0.0.1', port: device.port }),
        createDriver: (report) =>
          createScaleDriver(protocol, scaleSettings({}), {
            ...{ report, pollMs: 20, timeoutMs: 300 },
            onReading: (reading) => readings.push(reading),
            monotonicMs: () => performance.now(),
          }),
      },
      {
        onHealth: ({ state }) => states.push(state),
        now: () => Date.now(),
        monotonicMs: () => performance.now(),
        random: () => 0,
        pauseFactor: 0.1,
      },
    );
    cleanUps.push(supervisor.stop);
    await device.connected();
    scale.put(12_340);
    await eventually(() => expect(readings.at(-1)).toMatchObject({ status: 'ok', tenthsG: 12_340 }));
    scale.lift();
    scale.put(5_670);
    await eventually(() => expect(readings.at(-1)).toMatchObject({ status: 'ok', tenthsG: 5_670 }));
    await device.powerOff();
    await eventually(() => expect(readings.at(-1)).toMatchObject({ status: 'no-answer', tenthsG: null }));
    expect(states).toEqual(['connecting', 'ready', 'away']);
  });
});

it('an Adam scale does not get the parcel before weighed again when it is nudged', async () => {
  const scale = createSimulatedScale('adam');
  const device = await startTcpDevice(scale);
  cleanUps.push(device.close);
  const weigher = createParcelWeigher({ divisionTenthsG: 10 });
  const offered: number[] = [];
  const waits: string[] = [];
  const supervisor = superviseDevice(
    {
      ...{ device: 'scale', kind: 'scale', at: '' },
      transport: tcpTransport({ host: '127.0.0.1', port: device.port }),
      createDriver: (report) =>
        createScaleDriver('adam', scaleSettings({}), {
          ...{ report, pollMs: 20, timeoutMs: 100 },
          onReading: (reading) => {
            const weight = weigher.feed(reading);
            if (weight.kind === 'waiting') waits.push(weight.why);
            else {
              offered.push(weight.tenthsG);
              weigher.consume();
            }
          },
          monotonicMs: () => performance.now(),
        }),
    },
    {
      onHealth: () => undefined,
      now: () => Date.now(),
      monotonicMs: () => performance.now(),
      random: () => 0,
    },
  );
  cleanUps.push(supervisor.stop);
  await device.connected();
  scale.put(12_340);
  await eventually(() => expect(offered).toEqual([12_340]));
  scale.put(12_360);
  await eventually(() => expect(waits).toContain('removal'));
  scale.put(20_000);
  await eventually(() => expect(offered).toEqual([12_340, 20_000]));
});
