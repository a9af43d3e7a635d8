import { afterEach, expect, it } from 'vitest';
import { BenchFile } from '#contract/bench-file.ts';
import { createLiveDevices } from './live-devices.ts';
import { startTcpScanner } from './sim/start-tcp-devices.ts';
import { eventually } from './testing/eventually.ts';

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

it('devices that are started anew twice at once are started once more, and each scan counts once', async () => {
  const scanner = await startTcpScanner();
  const scans: string[] = [];
  const file = BenchFile.parse({ bench: 'B1', scanners: [scanner.at] });
  const devices = createLiveDevices(() => file, {
    onScan: ({ text }) => scans.push(text),
    onReading: () => undefined,
    onHealth: () => undefined,
    now: () => Date.now(),
    monotonicMs: () => performance.now(),
    pauseFactor: 0.1,
  });
  cleanUps.push(scanner.close, devices.close);
  await Promise.all([devices.reopen(), devices.reopen(), devices.reopen()]);
  await eventually(() => expect(devices.health()).toMatchObject([{ state: 'ready' }]));
  scanner.scan('4607025880011');
  await eventually(() => expect(scans.length).toBeGreaterThan(0));
  expect(scans).toEqual(['4607025880011']);
});
