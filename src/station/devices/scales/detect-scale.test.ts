import { expect, it } from 'vitest';
import type { ScaleProtocol } from '#contract/scale-config.ts';
import { startTcpScanner } from '../sim/start-tcp-devices.ts';
import { startTcpDevice } from '../sim/tcp-device.ts';
import { detectScale } from './detect-scale.ts';
import { createSimulatedScale } from './simulated-scales.ts';

const TRY_MS = 250;
const found: readonly ScaleProtocol[] = [
  'massa-k-100',
  'pos2',
  'cas-ap',
  'toledo-continuous',
  'mt-sics',
  'toledo-8217',
  'sma',
  'and-standard',
  'cas-22',
  'ohaus',
  'generic',
  'massa-k-2',
];

it.concurrent.each(found)('a %s scale is known by what it answers', async (protocol) => {
  const scale = createSimulatedScale(protocol, { everyMs: 30 });
  scale.put(12_340);
  const device = await startTcpDevice(scale);
  expect(await detectScale(device.at, TRY_MS)).toEqual({ ok: true, value: { protocol } });
  await device.close();
});

it.concurrent('something that is no scale is taken for none', async () => {
  const scanner = await startTcpScanner();
  const scanning = setInterval(() => scanner.scan('4607025880011'), 20);
  expect(await detectScale(scanner.at, 100)).toEqual({ ok: true, value: null });
  clearInterval(scanning);
  await scanner.close();
});

it('an address where nothing is says so', async () => {
  expect(await detectScale('tcp://127.0.0.1:1')).toMatchObject({
    ok: false,
    error: { code: 'connection-refused' },
  });
  expect(await detectScale('file:/tmp')).toMatchObject({ ok: false, error: { code: 'wrong-transport' } });
});
