import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BenchFile } from '#contract/bench-file.ts';
import { startSandbox } from '#sandbox/sandbox.ts';
import { openShopAdmin } from '../station/harness/shop-admin.ts';
import { expect, test } from './bench/bench-test.ts';
import { launchPackbench } from './launch.ts';
import { ConnectPage } from './pages/connect-page.ts';
import { SettingsPage } from './pages/settings-page.ts';

const everything = [{ name: 'Admin', methods: ['/v1', '/v2', '/v3', '/v4', '/v5', '/v6'] }];

test('a new bench finds its shop through every mistake that can be made on the way', async () => {
  const home = await mkdtemp(join(tmpdir(), 'packbench-e2e-'));
  const sandbox = await startSandbox({ port: 0 });
  const shop = openShopAdmin(() => sandbox.url);
  const { page, close } = await launchPackbench({ home, args: ['--password-store=basic'] });
  await page.getByTestId('connect-shop').click();
  const connect = new ConnectPage(page);
  const { url, apiKey } = sandbox;

  await connect.check({ clientId: 'me', apiKey: 'wrong', url });
  await expect(connect.wrongFields).toHaveCount(1);
  // The same form goes out again, though a field of it was marked wrong.
  await connect.check({ clientId: '0' });
  await expect(connect.problem).toHaveAttribute('data-problem', 'wrong-client-id');
  await connect.check({ clientId: '1' });
  await expect(connect.problem).toHaveAttribute('data-problem', 'wrong-key');
  await shop.setKey({ deactivated: true });
  await connect.check({ apiKey });
  await expect(connect.problem).toHaveAttribute('data-problem', 'deactivated');
  await shop.setKey({ deactivated: false });
  const refusal = { kind: 'refusal', http: 403, code: 7 };
  await shop.play({ ...refusal, message: 'Api-Key is restricted to specific IP addresses' });
  await connect.check({});
  await expect(connect.problem).toHaveAttribute('data-problem', 'other-network');
  await shop.play({ kind: '502' });
  await connect.check({});
  await expect(connect.problem).toHaveAttribute('data-problem', 'unreachable');
  await shop.play({ kind: '429', retryAfterS: 0 });
  await connect.check({});
  await expect(connect.problem).toHaveAttribute('data-problem', 'busy');

  // A key that does not tell its rights is good all the same.
  await shop.play({
    ...{ ...refusal, method: '/v1/roles', count: null },
    ...{ message: 'Api-Key is missing a required role for a method' },
  });
  // The pause that the shop asked for is over in a second.
  await expect(async () => {
    await connect.check({});
    await expect(connect.wizard).toHaveAttribute('data-step', 'rights', { timeout: 2000 });
  }).toPass();
  await expect(connect.rightsUnknown).toBeVisible();
  await shop.clearFaults();
  await connect.enterAnotherKey();

  // Nothing of all this was kept.
  await expect(readFile(join(home, 'bench.json'), 'utf8')).rejects.toThrow();
  await shop.setKey({
    roles: [{ name: 'Packer', methods: everything[0]?.methods.filter((path) => path !== '/v5') ?? [] }],
  });
  await connect.check({ apiKey });
  await expect(connect.right('labels')).toHaveClass(/allowed/);
  await expect(connect.right('marking-codes')).toContainText('/v5/fbs/posting/product/exemplar/status');
  await expect(connect.right('marking-codes')).toHaveClass(/missing/);
  await connect.enterAnotherKey();
  await shop.setKey({ roles: everything });
  await connect.check({ apiKey });
  await expect(connect.right('marking-codes')).toHaveClass(/allowed/);
  await connect.goOn();
  await expect(connect.warehouses).toContainText('Основной склад');
  await connect.goOn();
  await expect(connect.done).toContainText('Packbench Demo');
  await connect.goOn();
  await expect(page.getByTestId('first-start')).toBeHidden();
  await expect(page.getByTestId('shop-state')).toHaveAttribute('data-state', 'online');
  const file: unknown = JSON.parse(await readFile(join(home, 'bench.json'), 'utf8'));
  expect(BenchFile.parse(file).shops[0]).toMatchObject({ clientId: '1', url });
  await close();
  await sandbox.close();
  await rm(home, { recursive: true, force: true });
});

test.describe('with another key', () => {
  test.skip(process.platform !== 'linux', 'only Linux can be started without a keychain');
  test.use({ wish: { rules: { labelWaitSeconds: 60 } } });

  test('a key that dies while packing costs an interim label and nothing more: the posting is shipped once, with the new key', async ({
    bench,
    packing,
  }) => {
    const order = await packing.openNew({ shape: 'single' });
    await bench.shop.setKey({ deactivated: true });
    await expect(packing.shopState).toHaveAttribute('data-state', 'unauthorized');
    await packing.packUnits(order);
    await packing.weigh(await packing.expectedG());
    // At once: a whole minute of waiting is what the bench would grant a shop that answers.
    expect((await packing.scanLabel()).code).toBe('posting-closed');
    expect(await packing.relabelCount()).toBe(1);
    expect((await bench.shop.posting(order.posting)).shipChanges).toBe(0);

    await bench.shop.setKey({ apiKey: 'the-next-key', deactivated: false });
    expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');
    const settings = new SettingsPage(bench.page);
    await settings.open('shop');
    await expect(settings.shopSentence).toContainText('A shift lead must enter a new key');
    const connect = new ConnectPage(bench.page);
    await connect.check({ apiKey: 'sandbox-key' });
    await expect(connect.problem).toHaveAttribute('data-problem', 'wrong-key');
    await settings.connect('the-next-key');
    await expect(packing.shopState).toHaveAttribute('data-state', 'online');
    await expect.poll(async () => (await bench.shop.posting(order.posting)).status).toBe('awaiting_deliver');
    expect((await bench.shop.posting(order.posting)).shipChanges).toBe(1);
    expect(bench.tray.labels()).toHaveLength(1);
  });

  test('a key without the right to labels leaves the rest of the shop at work', async ({
    bench,
    packing,
  }) => {
    const order = await packing.openNew({ shape: 'single' });
    await bench.shop.play({
      ...{ kind: 'refusal', http: 403, code: 7, count: null, method: '*package-label*' },
      message: 'Api-Key is missing a required role for a method',
    });
    await packing.packUnits(order);
    await packing.weigh(await packing.expectedG());
    expect((await packing.scanLabel()).code).toBe('posting-closed');
    expect(await packing.relabelCount()).toBe(1);
    await expect(packing.shopState).toHaveAttribute('data-state', 'online');
    expect((await bench.frames.view()).shops[0]?.missingFeatures).toEqual(['labels']);
    expect((await bench.shop.posting(order.posting)).shipChanges).toBe(1);
  });
});
