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
  await eventually(() => expect(devices.health()[0]).toMatchObject({ state: 'ready' }));
  scanner.scan('4607025880011');
  await eventually(() => expect(scans.length).toBeGreaterThan(0));
  expect(scans).toEqual(['4607025880011']);
});

it('devices that the bench needs and that nobody has set up are told, until they are or are needed no more', async () => {
  let file = BenchFile.parse({ bench: 'B1' });
  const told: string[] = [];
  const devices = createLiveDevices(() => file, {
    onScan: () => undefined,
    onReading: () => undefined,
    onHealth: ({ device, state, detail }) => told.push(`${device} ${state} ${detail}`),
    now: () => 1,
    monotonicMs: () => performance.now(),
  });
  cleanUps.push(devices.close);
  await devices.reopen();
  expect(told).toEqual(['scale missing no-scale', 'label-printer missing no-printer']);
  expect(devices.health()).toMatchObject([{ device: 'scale' }, { device: 'label-printer', at: '' }]);
  file = BenchFile.parse({
    bench: 'B1',
    rules: { requireWeight: false },
    labelPrinter: { at: 'sim:', language: 'zpl', dpi: 203, widthMm: 75, heightMm: 120 },
  });
  await devices.reopen();
  expect(devices.health().map(({ device, state }) => [device, state])).toEqual([
    ['label-printer', expect.not.stringMatching('missing')],
  ]);
});
