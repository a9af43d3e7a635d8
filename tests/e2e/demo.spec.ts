import { expect, test } from '@playwright/test';
import { plugInKeyboardScanner } from '../../scripts/window/keyboard-scanner.ts';
import { VerdictBand } from '../../scripts/window/verdict-band.ts';
import { launchPackbench, type RunningPackbench } from './launch.ts';
import { SettingsPage } from './pages/settings-page.ts';

let packbench: RunningPackbench;
test.beforeEach(async () => {
  packbench = await launchPackbench();
});
test.afterEach(() => packbench.close());

test('a new bench offers the demo, packs in it with simulated devices, and comes back from it', async () => {
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
