import { performance } from 'node:perf_hooks';
import { afterEach, describe, expect, it } from 'vitest';
import type { DeviceHealth } from '../health.ts';
import type { Fault } from '../sim/fault-plan.ts';
import { startSerialCable } from '../sim/serial-cable.ts';
import { startTcpScale } from '../sim/start-tcp-devices.ts';
import { superviseDevice } from '../supervisor.ts';
import { eventually } from '../testing/eventually.ts';
import { serialTransport } from '../transports/serial.ts';
import { tcpTransport } from '../transports/tcp.ts';
import type { Transport } from '../transports/transport.ts';
import type { ScaleReading } from './reading.ts';
import { createScaleDriver } from './scale-protocols.ts';
import { scaleSettings } from './start-scale.ts';

const SERIAL = { baud: 9600, dataBits: 8, parity: 'none', stopBits: 1, flow: 'none' } as const;

const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

function watchScale(transport: Transport) {
  const readings: ScaleReading[] = [];
  const states: string[] = [];
  const supervisor = superviseDevice(
    {
      device: 'scale',
      kind: 'scale',
      at: '',
      transport,
      createDriver: (report) =>
        createScaleDriver('mt-sics', scaleSettings({}), {
          report,
          onReading: (reading) => readings.push(reading),
          monotonicMs: () => performance.now(),
          pollMs: 5,
          timeoutMs: 200,
        }),
    },
    {
      onHealth: (health: DeviceHealth) => states.push(`${health.state} ${health.detail ?? '-'}`),
      now: () => Date.now(),
      monotonicMs: () => performance.now(),
      random: () => 0,
      pauseFactor: 0.1,
    },
  );
  cleanUps.push(supervisor.stop);
  const zero = () => supervisor.driver.order('zero');
  return { readings, states, zero, statuses: () => readings.map((reading) => reading.status) };
}

async function tcpScale(faults: readonly Fault[] = []) {
  const scale = await startTcpScale({ faults });
  cleanUps.push(scale.close);
  return { scale, ...watchScale(tcpTransport({ host: '127.0.0.1', port: scale.port })) };
}

describe('a scale that is asked', () => {
  it('shows the empty pan, then the moving and the still weight', async () => {
    const { scale, readings, states } = await tcpScale();
    await eventually(() =>
      expect(readings.at(-1)).toMatchObject({ status: 'zero', tenthsG: 0, stable: true }),
    );
    expect(states).toEqual(['connecting -', 'ready -']);
    scale.put(12_340);
    await eventually(() =>
      expect(readings.at(-1)).toMatchObject({ status: 'ok', tenthsG: 12_340, stable: true }),
    );
    expect(readings).toContainEqual(expect.objectContaining({ status: 'unstable', stable: false }));
    scale.put(999_999_999);
    await eventually(() => expect(readings.at(-1)).toMatchObject({ status: 'overload', tenthsG: null }));
  });

  it('is set to zero when the packer asks for it', async () => {
    const { scale, readings, zero } = await tcpScale();
    scale.put(250);
    await eventually(() => expect(readings.at(-1)).toMatchObject({ status: 'ok', tenthsG: 250 }));
    expect(zero()).toBe('sent');
    await eventually(() => expect(readings.at(-1)).toMatchObject({ status: 'zero', tenthsG: 0 }));
  });

  it('works over a serial line, through unplugging and plugging in again', async () => {
    const scale = await startTcpScale();
    cleanUps.push(scale.close);
    const cable = await startSerialCable(scale.port);
    cleanUps.push(cable.remove);
    const { readings, states } = watchScale(serialTransport({ path: cable.path, settings: SERIAL }));
    scale.put(5_000);
    await eventually(() => expect(readings.at(-1)).toMatchObject({ status: 'ok', tenthsG: 5_000 }));
    await cable.pull();
    await eventually(() => expect(readings.at(-1)).toMatchObject({ status: 'no-answer', tenthsG: null }));
    expect(states.some((state) => state.startsWith('away'))).toBe(true);
    await cable.plug();
    await eventually(() => expect(readings.at(-1)).toMatchObject({ status: 'ok', tenthsG: 5_000 }));
    expect(states.at(-1)).toBe('ready -');
  });

  it('asks once more after silence, and no one is told of the first', async () => {
    const { readings, states, statuses } = await tcpScale([{ fromAnswer: 3, kind: 'silence' }]);
    await eventually(() => expect(readings.length).toBeGreaterThan(5));
    expect(statuses()).not.toContain('no-answer');
    expect(states).toEqual(['connecting -', 'ready -']);
  });

  it('says that a silent scale does not answer, and recovers', async () => {
    const { states, statuses } = await tcpScale([{ fromAnswer: 3, count: 2, kind: 'silence' }]);
    await eventually(() =>
      expect(states).toEqual(['connecting -', 'ready -', 'attention no-answer', 'ready -']),
    );
    expect(statuses()).toContain('no-answer');
  });

  it.each([
    ['byte by byte', { kind: 'byte-by-byte' }],
    ['twice', { kind: 'twice' }],
    ['late', { kind: 'late', byMs: 30 }],
  ] as const)('reads the right weight when answers come %s', async (_, fault) => {
    const { scale, readings, statuses } = await tcpScale([
      { fromAnswer: 1, count: Number.POSITIVE_INFINITY, ...fault },
    ]);
    await eventually(() => expect(readings.length).toBeGreaterThan(3));
    scale.put(777);
    await eventually(() => expect(readings.at(-1)).toMatchObject({ status: 'ok', tenthsG: 777 }));
    expect(statuses()).not.toContain('error');
    expect(statuses()).not.toContain('no-answer');
  });

  it('never makes a weight of half an answer and the next one', async () => {
    const { scale, readings } = await tcpScale([{ fromAnswer: 4, count: 3, kind: 'first-half' }]);
    scale.put(54_321);
    await eventually(() =>
      expect(readings.filter(({ tenthsG }) => tenthsG === 54_321).length).toBeGreaterThan(5),
    );
    const weights = new Set(readings.filter(({ stable }) => stable).map(({ tenthsG }) => tenthsG));
    expect([...weights].filter((tenthsG) => tenthsG !== 0 && tenthsG !== 54_321)).toEqual([]);
  });

  it('clears the weight on an answer that does not parse', async () => {
    const garbage = Buffer.from('S S  1O0.00 g\r\n');
    const { readings, statuses } = await tcpScale([{ fromAnswer: 3, kind: 'instead', bytes: garbage }]);
    await eventually(() => expect(readings.length).toBeGreaterThan(4));
    expect(statuses().slice(0, 4)).toEqual(['zero', 'zero', 'error', 'zero']);
  });

  it.each([
    ['in carats', 'S S       2.20 ct\r\n', 'attention wrong-unit'],
    ['in another language', 'ST,+00100.00  g\r\n', 'attention garbled'],
    ['that it does not know the question', 'ES\r\n', 'attention not-understood'],
  ])('calls for attention when it answers %s, and gives no weight', async (_, bytes, state) => {
    const { states, readings } = await tcpScale([
      { fromAnswer: 1, count: Number.POSITIVE_INFINITY, kind: 'instead', bytes: Buffer.from(bytes) },
    ]);
    await eventually(() => expect(states.at(-1)).toBe(state));
    expect(readings.every(({ tenthsG }) => tenthsG === null)).toBe(true);
  });

  it('clears the weight at once when the line breaks in the middle of a frame, and goes on afterwards', async () => {
    const { readings, states, statuses } = await tcpScale([{ fromAnswer: 5, kind: 'unplug-mid-frame' }]);
    await eventually(() => expect(statuses()).toContain('no-answer'));
    await eventually(() => expect(readings.at(-1)).toMatchObject({ status: 'zero' }));
    expect(states).toEqual(['connecting -', 'ready -', 'away connection-lost', 'ready -']);
  });
});
