import { type Sandbox, startSandbox } from '#sandbox/sandbox.ts';
import { fetchOrder } from '../station/harness/orders.ts';
import { openShopAdmin } from '../station/harness/shop-admin.ts';
import { expect, test } from './bench/bench-test.ts';
import { ConnectPage } from './pages/connect-page.ts';
import { SettingsPage } from './pages/settings-page.ts';

test.skip(process.platform !== 'linux', 'only Linux can be started without a keychain');

let sandbox: Sandbox;
test.beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, seed: 2, clientId: '2', apiKey: 'second-key' });
});
test.afterAll(() => sandbox.close());

test('a lead connects a second shop, and from then on the bench packs for both and says whose each posting is', async ({
  bench,
  packing,
}) => {
  const { page } = bench;
  const second = openShopAdmin(() => sandbox.url);
  await second.setTimings({ shipMs: 100, labelReadyMs: 100, labelTaskMs: 50 });
  const [theirs = ''] = await second.add({ shape: 'single' });
  await expect(page.getByTestId('shop-name')).toHaveCount(0);
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');

  const settings = new SettingsPage(page);
  await settings.open('shop');
  await page.getByTestId('shop-further').click();
  const connect = new ConnectPage(page);
  await connect.wizard.locator('input').nth(3).fill('Toys');
  await connect.check({ clientId: '2', url: sandbox.url, apiKey: 'second-key' });
  await expect(connect.wizard).toHaveAttribute('data-step', 'rights');
  await connect.goOn();
  await connect.goOn();
  await expect(connect.done).toBeVisible();
  await connect.goOn();
  await expect(page.getByTestId('shop-state-2')).toHaveAttribute('data-state', 'online');
  await expect(page.getByTestId('shop-state-1')).toHaveAttribute('data-state', 'online');
  await page.getByTestId('shop-rename-1').click();
  await page.getByRole('dialog').getByRole('textbox').fill('Books');
  await page.getByTestId('shop-name-save').click();
  await expect(page.getByTestId('shop-1')).toContainText('Books');

  const [ours = ''] = await bench.shop.add({ shape: 'single' });
  await page.getByTestId('nav-pack').click();
  for (const { shop, name, number } of [
    { shop: bench.shop, name: 'Books', number: ours },
    { shop: second, name: 'Toys', number: theirs },
  ]) {
    await expect.poll(async () => (await packing.scan(number)).code).toMatch(/^posting-(opened|resumed)$/);
    await expect(packing.posting).toHaveAttribute('data-posting', number);
    await expect(packing.posting.getByTestId('shop-name')).toHaveText(name);
    await packing.packUnits(await fetchOrder(shop, number));
    await packing.weigh(await packing.expectedG());
    expect((await packing.scanLabel()).code).toBe('posting-closed');
    await expect.poll(async () => (await shop.posting(number)).status).toBe('awaiting_deliver');
    expect((await shop.posting(number)).shipChanges).toBe(1);
  }

  await page.getByTestId('nav-products').click();
  const isOnSale = (name: string) => page.getByRole('tabpanel').getByText(name, { exact: true });
  const sold = async (shop: typeof second) => new Set((await shop.products()).map(({ name }) => name));
  const [names, others] = [await sold(second), await sold(bench.shop)];
  const [own] = [...names].filter((name) => !others.has(name)).sort();
  await page.getByTestId('of-shop-ozon-2').click();
  await page
    .getByRole('tabpanel')
    .getByRole('textbox')
    .first()
    .fill(own ?? '');
  await expect(isOnSale(own ?? '').first()).toBeVisible();
  await page.getByTestId('of-shop-ozon-1').click();
  await page
    .getByRole('tabpanel')
    .getByRole('textbox')
    .first()
    .fill(own ?? '');
  await expect(isOnSale(own ?? '')).toHaveCount(0);

  await page.getByTestId('nav-shift').click();
  await expect(page.getByTestId('traffic-ozon-1')).toContainText('Books');
  await expect(page.getByTestId('traffic-ozon-2')).toContainText('Toys');
  await expect(page.getByRole('table').getByTestId('shop-name').getByText('Toys')).toBeVisible();
  // What waits for the courier is the chosen shop's alone.
  for (const shop of ['ozon-1', 'ozon-2']) {
    await page.getByTestId(`of-shop-${shop}`).click();
    await expect(page.locator('[data-testid^="handover-"]').filter({ hasText: '· 1' })).toHaveCount(1);
  }

  await settings.open('shop');
  await page.getByTestId('shop-remove-2').click();
  await page.getByTestId('shop-remove-confirm').click();
  await expect(page.getByTestId('shop-state')).toHaveAttribute('data-state', 'online');
  await expect(page.getByTestId('shop-2')).toHaveCount(0);
});
