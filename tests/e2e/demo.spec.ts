import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { plugInKeyboardScanner } from '../../scripts/window/keyboard-scanner.ts';
import { VerdictBand } from '../../scripts/window/verdict-band.ts';
import { launchPackbench, type RunningPackbench } from './launch.ts';
import { SettingsPage } from './pages/settings-page.ts';

let packbench: RunningPackbench;
let home: string | undefined;
test.afterEach(async () => {
  await packbench.close();
  if (home !== undefined) await rm(home, { recursive: true, force: true });
});

test('a new bench offers the demo, packs in it with simulated devices, and comes back from it', async () => {
  packbench = await launchPackbench();
  const { page, app } = packbench;
  const shopState = page.getByTestId('shop-state');
  const posting = page.getByTestId('posting');
  await page.getByTestId('start-demo').click();
  await expect(shopState).toHaveAttribute('data-state', 'online');
  const offered = (what: string) => page.locator(`[data-testid^="sim-scan-"][data-what="${what}"]`).first();
  const answers = new VerdictBand(page);

  await answers.after(() => offered('posting').click());
  while ((await posting.getAttribute('data-phase')) === 'scanning')
    expect((await answers.after(() => offered('unit').click())).kind).not.toBe('rejected');
  await expect(page.getByTestId('instruction')).toHaveAttribute('data-step', 'weigh');
  await page.getByTestId('sim-weigh').click();
  await expect(posting).toHaveAttribute('data-phase', 'verifying');
  // The label as it came out of the simulated printer, scanned by what stands on it.
  await answers.after(() => page.getByTestId('sim-scan-label-0').click());
  await expect(posting).toHaveAttribute('data-phase', 'closed');

  const keyboard = await plugInKeyboardScanner(app);
  await answers.after(() => keyboard.scan('PB-BADGE-L1'));
  const settings = new SettingsPage(page);
  await settings.open('shop');
  await settings.leaveDemo();
  await expect(page.getByTestId('start-demo')).toBeVisible();
  await expect(page.getByTestId('simulator')).toBeHidden();
});

test('what was changed in the settings of the demo never reaches the real bench', async () => {
  home = await mkdtemp(join(tmpdir(), 'packbench-e2e-'));
  const file = join(home, 'bench.json');
  const own = {
    bench: 'REAL',
    packer: 'L7',
    people: [{ id: 'L7', name: 'Zoya', role: 'lead' }],
    shop: { kind: 'ozon', clientId: '77', url: 'http://127.0.0.1:9', apiKey: 'k' },
    cartons: [],
  };
  await writeFile(file, JSON.stringify(own));
  packbench = await launchPackbench({ home, benchFile: file, args: ['--demo'] });
  const { page, app } = packbench;
  await expect(page.getByTestId('shop-state')).toHaveAttribute('data-state', 'online');
  const keyboard = await plugInKeyboardScanner(app);
  await new VerdictBand(page).after(() => keyboard.scan('PB-BADGE-L1'));
  const settings = new SettingsPage(page);
  await settings.open('cartons');
  await page.getByRole('button', { name: 'Add a carton' }).click();
  await expect(page.getByTestId('settings-save')).toBeVisible();
  await settings.open('people');
  await expect(settings.field).toHaveValue('Anna');
  await settings.open('shop');
  await settings.leaveDemo();
  await expect(page.getByTestId('simulator')).toBeHidden();
  await expect(page.getByRole('button', { name: /Zoya/ })).toBeVisible();
  await settings.open('people');
  await expect(settings.field).toHaveValue('Zoya');
  await expect(page.getByTestId('settings-save')).toBeHidden();
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(own);
});
