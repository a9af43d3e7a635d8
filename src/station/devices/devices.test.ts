import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { afterEach, describe, expect, it } from 'vitest';
import type { DevicesConfig } from './config.ts';
import { type Devices, startDevices } from './devices.ts';
import type { DeviceHealth } from './health.ts';
import type { ScaleReading } from './scales/reading.ts';
import type { Scan } from './scanners/scan.ts';
import { startTcpPrinter, startTcpScale, startTcpScanner } from './sim/start-tcp-devices.ts';
import { eventually } from './testing/eventually.ts';

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

const zplAt = (at: string) =>
  ({ device: 'label-printer', kind: 'label-printer', at, language: 'zpl' }) as const;
const job = (id: string) => ({ id, bytes: Buffer.from(`^XA^FD${id}^FS^XZ`), deadlineMs: 2_000 });

function startBench(config: Partial<DevicesConfig>) {
  const scans: Scan[] = [];
  const readings: ScaleReading[] = [];
  const told: DeviceHealth[] = [];
  const devices: Devices = startDevices(
    { scanners: [], scale: null, printers: [], ...config },
    {
      onScan: (scan) => scans.push(scan),
      onReading: (reading) => readings.push(reading),
      onHealth: (health) => told.push(health),
      now: () => Date.now(),
      monotonicMs: () => performance.now(),
      pauseFactor: 0.1,
    },
  );
  cleanUps.push(devices.close);
  const states = () => devices.health().map(({ device, state, detail }) => [device, state, detail]);
  return {
    devices,
    scans,
    readings,
    told,
    states,
    texts: () => scans.map((scan) => `${scan.device} ${scan.text}`),
  };
}

describe('the devices of a bench', () => {
  it('work together over TCP: two scanners, a scale and a printer', async () => {
    const left = await startTcpScanner({ terminator: '\r\n' });
    const right = await startTcpScanner();
    const scale = await startTcpScale();
    const printer = await startTcpPrinter();
    cleanUps.push(left.close, right.close, scale.close, printer.close);
    const bench = startBench({
      scanners: [left.at, right.at],
      scale: { at: scale.at, protocol: 'mt-sics' },
      printers: [zplAt(printer.at)],
    });
    await eventually(() =>
      expect(bench.states()).toEqual([
        ['scanner-1', 'ready', null],
        ['scanner-2', 'ready', null],
        ['scale', 'ready', null],
        ['label-printer', 'ready', null],
      ]),
    );
    left.scan('12345678-0001-1');
    await eventually(() => expect(bench.texts()).toEqual(['scanner-1 12345678-0001-1']));
    right.scan('12345678-0001-1');
    await eventually(() => expect(bench.texts()).toHaveLength(2));
    scale.put(5_000);
    await eventually(() => expect(bench.readings.at(-1)).toMatchObject({ status: 'ok', tenthsG: 5_000 }));
    expect(await bench.devices.print(job('a'))).toEqual({ kind: 'sent', confirmed: true });
    expect(printer.labels()).toHaveLength(1);
    expect(bench.devices.simulated).toBeNull();
  });

  it('a missing one stops none of the others, and is used when it appears', async () => {
    const scanner = await startTcpScanner();
    const printer = await startTcpPrinter();
    cleanUps.push(scanner.close, printer.close);
    await printer.powerOff();
    const bench = startBench({ scanners: [scanner.at], printers: [zplAt(printer.at)] });
    await eventually(() =>
      expect(bench.states()).toEqual([
        ['scanner-1', 'ready', null],
        ['label-printer', 'away', 'connection-refused'],
      ]),
    );
    scanner.scan('A');
    await eventually(() => expect(bench.texts()).toEqual(['scanner-1 A']));
    expect(await bench.devices.print(job('lost'))).toMatchObject({ kind: 'refused', reason: 'away' });
    await printer.powerOn();
    await eventually(async () => expect(await bench.devices.print(job('b'))).toMatchObject({ kind: 'sent' }));
    expect(printer.labels()).toHaveLength(1);
  });

  it('on the screen speak the real bytes, can be unplugged, and are nobody else', async () => {
    const bench = startBench({
      scanners: ['sim:'],
      scale: { at: 'sim:', protocol: 'mt-sics' },
      printers: [zplAt('sim:')],
    });
    const { simulated } = bench.devices;
    await eventually(() =>
      expect(bench.states().map(([, state]) => state)).toEqual(['ready', 'ready', 'ready']),
    );
    simulated?.scanners[0]?.scan('PB-OK');
    await eventually(() => expect(bench.texts()).toEqual(['scanner-1 PB-OK']));
    simulated?.scale?.put(2_500);
    await eventually(() => expect(bench.readings.at(-1)).toMatchObject({ status: 'ok', tenthsG: 2_500 }));
    expect(await bench.devices.print(job('a'))).toEqual({ kind: 'sent', confirmed: true });
    expect(Buffer.from(simulated?.labelPrinter?.labels()[0] ?? []).toString()).toBe('^XA^FDa^FS^XZ');
    simulated?.labelPrinter?.unplug();
    expect(await bench.devices.print(job('b'))).toMatchObject({ kind: 'refused', reason: 'away' });
    simulated?.labelPrinter?.plug();
    await eventually(async () => expect(await bench.devices.print(job('c'))).toMatchObject({ kind: 'sent' }));
    expect(simulated?.labelPrinter?.labels()).toHaveLength(2);
    simulated?.scale?.unplug();
    await eventually(() => expect(bench.readings.at(-1)).toMatchObject({ status: 'no-answer' }));
  });

  it('print into a folder, one file for each job, named after it', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'labels-'));
    cleanUps.push(() => rm(folder, { recursive: true }));
    const bench = startBench({ printers: [zplAt(`file:${folder}`)] });
    await eventually(() => expect(bench.states()).toEqual([['label-printer', 'ready', null]]));
    expect(await bench.devices.print(job('0198c0de-1'))).toEqual({ kind: 'sent', confirmed: true });
    expect(await bench.devices.print(job('../../evil'))).toEqual({ kind: 'sent', confirmed: true });
    const names = await readdir(folder);
    expect(names).toHaveLength(2);
    expect(names).toContain('0198c0de-1.zpl');
    expect(names.every((name) => /^[0-9a-f-]+\.zpl$/.test(name))).toBe(true);
  });

  it('that cannot be reached by their address say so, and the rest works', async () => {
    const config = { scanners: ['usb:1', 'file:/tmp', 'sim:'], printers: [zplAt('tcp://x')] };
    const bench = startBench(config);
    await eventually(() =>
      expect(bench.states()).toEqual([
        ['scanner-1', 'away', 'bad-address'],
        ['scanner-2', 'away', 'bad-address'],
        ['scanner-3', 'ready', null],
        ['label-printer', 'away', 'bad-address'],
      ]),
    );
    expect(await bench.devices.print(job('a'))).toMatchObject({ kind: 'refused', reason: 'away' });
    expect(bench.devices.simulated?.scanners.map(({ device }) => device)).toEqual(['scanner-3']);
  });

  it('refuse to print without a printer, and close in the middle of anything', async () => {
    const bench = startBench({
      scanners: ['tcp://127.0.0.1:1'],
      scale: { at: 'tcp://127.0.0.1:1', protocol: 'mt-sics' },
    });
    expect(await bench.devices.print(job('a'))).toMatchObject({ kind: 'refused', reason: 'no-printer' });
    await bench.devices.close();
    const told = bench.told.length;
    await bench.devices.close();
    expect(bench.told).toHaveLength(told);
  });
});
