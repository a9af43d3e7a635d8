import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SimulatedPrinter } from '#station/devices/printers/simulated-printer.ts';
import type { SimulatedScanner } from '#station/devices/scanners/line/fake.ts';
import { startTcpPrinter, startTcpScanner } from '#station/devices/sim/start-tcp-devices.ts';
import type { TcpDevice } from '#station/devices/sim/tcp-device.ts';
import { cartons } from './made-up-goods.ts';

/** Runs `work` with a folder that is gone afterwards. */
export async function inRunDir<Value>(
  work: (runDir: string) => Promise<Value>,
  parent: string = tmpdir(),
): Promise<Value> {
  const runDir = mkdtempSync(join(parent, 'packbench-bench-run-'));
  try {
    return await work(runDir);
  } finally {
    rmSync(runDir, { recursive: true, force: true });
  }
}

/** Scanners and a label printer behind TCP ports, as device servers would be. */
export type BenchDevices = {
  /** Several: within 300 ms one scanner takes the same code for a second reading of the same unit. */
  readonly scanners: readonly (SimulatedScanner & TcpDevice)[];
  readonly printer: SimulatedPrinter & TcpDevice;
  readonly close: () => Promise<void>;
};

export async function startBenchDevices(): Promise<BenchDevices> {
  const scanners = await Promise.all(Array.from({ length: 4 }, () => startTcpScanner()));
  const printer = await startTcpPrinter();
  return {
    scanners,
    printer,
    close: async () => void (await Promise.all([...scanners, printer].map((device) => device.close()))),
  };
}

/** Writes a bench file for these devices and returns its path. Weighing is off: a scale decides its own pace. */
export function writeBenchFile(
  file: string,
  devices: BenchDevices,
  more: Readonly<Record<string, unknown>> = {},
): string {
  const printer = { at: devices.printer.at, language: 'zpl', dpi: 203, widthMm: 75, heightMm: 120 };
  const benchFile = {
    bench: 'B1',
    language: 'en',
    packer: 'P1',
    scanners: devices.scanners.map(({ at }) => at),
    labelPrinter: printer,
    rules: { verifyLabel: true, requireWeight: false },
    cartons,
    ...more,
  };
  writeFileSync(file, JSON.stringify(benchFile));
  return file;
}
