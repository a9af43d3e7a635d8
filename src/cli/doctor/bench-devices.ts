import type { BenchFile } from '#contract/bench-file.ts';
import { startDevices } from '#station/devices/devices.ts';
import type { DeviceHealth } from '#station/devices/health.ts';
import { printersOf } from '#station/devices/printers-of-bench.ts';
import type { ScaleReading } from '#station/devices/scales/reading.ts';
import { cureFor } from '../cures.ts';
import type { Finding } from './finding.ts';

/** The devices that a bench file names, connected to see what they answer. */
export type BenchDevices = {
  /** How each is; settles when all have answered, or have had the time to. */
  readonly findings: () => Promise<readonly Finding[]>;
  /** Calls back with every change from now on. */
  readonly onChange: (listener: (finding: Finding) => void) => void;
  readonly close: () => Promise<void>;
};

const lookForMs = 4_000;

/** Connects the devices of a bench file; nothing is printed on paper. */
export function connectBenchDevices(bench: BenchFile): BenchDevices {
  let reading: ScaleReading | null = null;
  let listener: ((finding: Finding) => void) | null = null;
  const { promise: allAnswered, resolve } = Promise.withResolvers<void>();
  const hasAnswered = ({ kind, state }: DeviceHealth) =>
    state !== 'connecting' && (kind !== 'scale' || state !== 'ready' || reading !== null);
  const look = () => devices.health().every(hasAnswered) && resolve();
  const devices = startDevices(
    { scanners: bench.scanners, scale: bench.scale ?? null, printers: printersOf(bench) },
    {
      onScan: () => undefined,
      onReading: (seen) => {
        const isFirst = reading === null;
        reading = seen;
        if (isFirst) setImmediate(look);
      },
      onHealth: (health) => {
        listener?.(deviceFinding(health, reading));
        setImmediate(look);
      },
      now: () => Date.now(),
      monotonicMs: () => performance.now(),
    },
  );
  setImmediate(look);
  return {
    findings: async () => {
      const timer = setTimeout(resolve, lookForMs);
      await allAnswered;
      clearTimeout(timer);
      const findings = devices.health().map((health) => deviceFinding(health, reading));
      return bench.scanners.length === 0 ? [noScanner, ...findings] : findings;
    },
    onChange: (heard) => {
      listener = heard;
    },
    close: devices.close,
  };
}

const noScanner: Finding = {
  what: 'scanners',
  state: 'attention',
  found: 'none in the bench file',
  cure: 'keyboard scanners work in the window without an entry; packbench station needs one',
};

function deviceFinding(health: DeviceHealth, reading: ScaleReading | null): Finding {
  const { device, name, kind, at, state, detail, technical } = health;
  const what = name === undefined ? device : `${device} (${name})`;
  const shown = kind === 'scale' && state === 'ready' && reading !== null ? readingInWords(reading) : null;
  const found = [at, state, detail, technical, shown].filter((part) => part !== null).join(', ');
  if (state === 'ready') return { what, state: 'ok', found, cure: null };
  const cure = at.startsWith('hid:') && detail === 'no-permission' ? hidRights : cureFor(detail);
  return { what, state: state === 'attention' ? 'attention' : 'wrong', found, cure };
}

const hidRights =
  'let this user open the device: put the udev rule of docs/devices.md in place and plug it in anew';

function readingInWords({ status, tenthsG }: ScaleReading): string {
  return tenthsG === null ? status : `${status} ${(tenthsG / 10).toFixed(1)} g`;
}
