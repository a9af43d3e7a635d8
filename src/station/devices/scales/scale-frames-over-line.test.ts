import { performance } from 'node:perf_hooks';
import { afterAll, describe, expect, it } from 'vitest';
import type { ScaleProtocol } from '#contract/scale-config.ts';
import { startSerialCable } from '../sim/serial-cable.ts';
import type { DeviceEnd } from '../sim/simulated-device.ts';
import { startTcpDevice } from '../sim/tcp-device.ts';
import { superviseDevice } from '../supervisor.ts';
import { eventually } from '../testing/eventually.ts';
import { serialTransport } from '../transports/serial.ts';
import type { ScaleReading } from './reading.ts';
import { createScaleDriver, SCALE_PROTOCOLS } from './scale-protocols.ts';
import { scaleSettings } from './start-scale.ts';
import { type SampleFrame, sampleFrames } from './testing/scale-frames.ts';

const LINE = { baud: 9600, dataBits: 8, parity: 'none', stopBits: 1, flow: 'none' } as const;
const POLL_MS = 4;
const TIMEOUT_MS = 60;
const EVERY_MS = 15;
const NOISE = Uint8Array.of(0x00, 0xff, 0x7f, 0x00);

const cleanUps: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** How a frame arrives each time it is sent, and what comes in front of the first. */
const arrivals = [
  { how: 'whole', noise: [], portions: (frame: Uint8Array) => [frame] },
  {
    how: 'byte by byte',
    noise: [],
    portions: (frame: Uint8Array) => [...frame].map((byte) => Uint8Array.of(byte)),
  },
  { how: 'glued to the next', noise: [], portions: (frame: Uint8Array) => [Buffer.concat([frame, frame])] },
  { how: 'with noise in front', noise: [NOISE], portions: (frame: Uint8Array) => [frame] },
] as const;

/** USB reports come over no serial line, and of the Adam nothing is recorded. */
const onLines = [...new Set(sampleFrames.map(({ protocol }) => protocol))].flatMap((protocol) =>
  protocol === 'noise' || protocol === 'hid-8d' ? [] : [protocol],
);

describe.concurrent.each(onLines)('a %s scale on a serial line', (protocol) => {
  it('is read as its frames say, however they arrive, and never otherwise', async () => {
    for (const unit of ['kg', 'lb'] as const) {
      const frames = sampleFrames.filter(
        (frame) => frame.protocol === protocol && (frame.unit ?? 'kg') === unit && frame.bytes.length !== 2,
      );
      if (frames.length > 0) await readAll(protocol, unit, frames);
    }
    const grams = sampleFrames.filter((frame) => frame.protocol === protocol && frame.bytes.length === 2);
    if (protocol === 'massa-k-2') await readAll('massa-k-2-grams', 'kg', grams);
  }, 60_000);
});

async function readAll(
  protocol: ScaleProtocol,
  unit: 'kg' | 'lb',
  frames: readonly SampleFrame[],
): Promise<void> {
  const line = await openLine(protocol, unit);
  for (const frame of frames) {
    for (const { how, noise, portions } of arrivals) {
      // Half an answer glued to the next is another answer, where no frame says where one begins.
      if (how === 'glued to the next' && frame.expected.status === 'incomplete') continue;
      await line.isSilent();
      line.says(noise, portions(frame.bytes));
      await line.reads(frame, `${frame.id} ${how}`);
    }
  }
}

/** A driver at one end of a pseudo-terminal, and at the other a scale that says what it is told to. */
async function openLine(protocol: ScaleProtocol, unit: 'kg' | 'lb') {
  const isAsked = SCALE_PROTOCOLS[protocol].speak(scaleSettings({})).ask;
  let first: readonly Uint8Array[] = [];
  let portions: readonly Uint8Array[] | null = null;
  const speak = (end: DeviceEnd) => {
    for (const portion of [...first, ...(portions ?? [])]) end.send(portion);
    first = [];
  };
  const scale = await startTcpDevice({
    attach: (end) => {
      const stream = isAsked === null ? setInterval(() => speak(end), EVERY_MS) : undefined;
      return {
        receive: (bytes) => {
          if (isAsked !== null && Buffer.from(bytes).includes(Buffer.from(isAsked))) speak(end);
        },
        closed: () => clearInterval(stream),
      };
    },
  });
  cleanUps.push(scale.close);
  const cable = await startSerialCable(scale.port);
  cleanUps.push(cable.remove);
  let readings: ScaleReading[] = [];
  const supervisor = superviseDevice(
    {
      ...{ device: 'scale', kind: 'scale', at: '' },
      transport: serialTransport({ path: cable.path, settings: LINE }),
      createDriver: (report) =>
        createScaleDriver(protocol, scaleSettings({ unit }), {
          ...{ report, pollMs: POLL_MS, timeoutMs: TIMEOUT_MS },
          onReading: (reading) => readings.push(reading),
          monotonicMs: () => performance.now(),
        }),
    },
    {
      onHealth: () => undefined,
      now: () => Date.now(),
      monotonicMs: () => performance.now(),
      random: () => 0,
      pauseFactor: 0.1,
    },
  );
  cleanUps.push(supervisor.stop);
  return {
    says: (noise: readonly Uint8Array[], next: readonly Uint8Array[]) => {
      first = noise;
      portions = next;
    },
    isSilent: async () => {
      portions = null;
      readings = [];
      await eventually(() => expect(readings.at(-1)?.status).toBe('no-answer'));
      readings = [];
    },
    reads: async (frame: SampleFrame, what: string) => {
      const wanted = weightOf(frame);
      if (wanted === null) await eventually(() => expect(readings.length, what).toBeGreaterThan(1));
      else
        await eventually(() =>
          expect(
            readings.some((reading) => isEqual(reading, wanted)),
            what,
          ).toBe(true),
        );
      for (const { stable, tenthsG } of readings) {
        if (stable) expect({ stable, tenthsG }, what).toEqual(wanted);
      }
    },
  };
}

type Shown = Pick<ScaleReading, 'tenthsG' | 'stable'>;

function isEqual(reading: Shown, wanted: Shown): boolean {
  return reading.tenthsG === wanted.tenthsG && reading.stable === wanted.stable;
}

/** The reading that a frame makes: the gross weight, still at once where the frame says so. */
function weightOf({ expected }: SampleFrame): Shown | null {
  const { value_g: net, stable, tare_g: tare = 0 } = expected;
  if (net === null) return null;
  const tenthsG = Math.sign(net + tare) * Math.round(Math.abs(net + tare) * 10);
  return { tenthsG: tenthsG === 0 ? 0 : tenthsG, stable: stable !== false };
}
