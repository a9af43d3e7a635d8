import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BenchFile } from '#contract/bench-file.ts';
import { expect, test } from './bench/bench-test.ts';
import { launchPackbench } from './launch.ts';
import { SettingsPage } from './pages/settings-page.ts';

test.skip(process.platform !== 'linux', 'only Linux can be started without a keychain');

test('a key that no keychain took is used, and the window says that it is gone with the application', async ({
  bench,
  packing,
}) => {
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');
  const settings = new SettingsPage(bench.page);
  await settings.open('shop');
  await expect(settings.shopSentence).not.toContainText('after each start');
  await settings.connect('sandbox-key');
  await expect(settings.shopSentence).toContainText('after each start');
  await expect(packing.shopState).toHaveAttribute('data-state', 'online');
  // Another key is all that was changed.
  const file: unknown = JSON.parse(await readFile(join(bench.home, 'bench.json'), 'utf8'));
  expect(BenchFile.parse(file).shops[0]).toMatchObject({ clientId: '1', pollSeconds: 0.3 });
});

test('a stored key that the keychain does not open is asked for again, and nobody is welcomed as on a new bench', async () => {
  const home = await mkdtemp(join(tmpdir(), 'packbench-e2e-'));
  const bench = {
    bench: 'B1',
    packer: 'L1',
    people: [{ id: 'L1', name: 'Oleg', role: 'lead' }],
    shop: { kind: 'ozon', clientId: '77', url: 'http://127.0.0.1:9' },
  };
  await writeFile(join(home, 'bench.json'), JSON.stringify(bench));
  const sealed = { 'ozon-api-key.77': { backend: 'another keychain', value: 'AAAA' } };
  await writeFile(join(home, 'secrets.json'), JSON.stringify({ sealed }));
  const { page, close } = await launchPackbench({ home });
  await expect(page.getByTestId('shop-state')).toHaveClass(/attention/);
  await expect(page.getByTestId('first-start')).toBeHidden();
  const settings = new SettingsPage(page);
  await settings.open('shop');
  await expect(settings.shopSentence).toContainText('keychain does not open it');
  await page.getByTestId('device-rail').click();
  await expect(page.getByRole('dialog')).toContainText('keychain does not open it');
  await close();
  await rm(home, { recursive: true, force: true });
});
