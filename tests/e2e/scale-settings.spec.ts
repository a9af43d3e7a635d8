import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BenchFile } from '#contract/bench-file.ts';
import { createSimulatedScale } from '#station/devices/scales/simulated-scales.ts';
import { startTcpDevice } from '#station/devices/sim/tcp-device.ts';
import { expect, test } from './bench/bench-test.ts';
import { SettingsPage } from './pages/settings-page.ts';

test('a lead lets the bench find out what the scale speaks, and weighs with it', async ({
  bench,
  packing,
}) => {
  const { page } = bench;
  const massa = createSimulatedScale('massa-k-100');
  massa.put(4_560);
  const device = await startTcpDevice(massa);
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');
  const settings = new SettingsPage(page);
  await settings.open('devices');
  const address = page.getByRole('textbox', { name: 'Scale' });
  await address.fill(device.at);
  await page.getByTestId('scale-detect').click();
  await expect(page.getByTestId('scale-protocol')).toContainText('Масса-К 100');
  await page.getByTestId('settings-save').click();
  await expect
    .poll(async () => BenchFile.parse(JSON.parse(await readFile(join(bench.home, 'bench.json'), 'utf8'))))
    .toMatchObject({ scale: { at: device.at, protocol: 'massa-k-100' } });
  await page.getByTestId('nav-pack').click();
  await expect(packing.scaleWeight).toHaveText(/456/);
  await device.close();
});
