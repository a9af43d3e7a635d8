import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BenchFile } from '#contract/bench-file.ts';
import { expect, test } from './bench/bench-test.ts';
import { SettingsPage } from './pages/settings-page.ts';

test('a scan is taken whatever has the focus, and a field keeps what a person typed', async ({
  bench,
  packing,
}) => {
  const { page } = bench;
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');
  const settings = new SettingsPage(page);
  await settings.open('people');
  await settings.field.click();
  await page.keyboard.press('End');
  await page.keyboard.type(' II', { delay: 90 });
  await expect(settings.field).toHaveValue('Anna II');
  const [number = ''] = await bench.shop.add({ shape: 'single' });
  await packing.isKnown(number);
  expect((await packing.scan(number)).code).toBe('posting-opened');
  await expect(settings.field).toHaveValue('Anna II');
  await expect(settings.field).toBeFocused();
  await page.keyboard.type('I', { delay: 90 });
  await expect(settings.field).toHaveValue('Anna III');
});

test('a scan presses no button that has the focus', async ({ bench, packing }) => {
  const [number = ''] = await bench.shop.add({ shape: 'single' });
  await packing.isKnown(number);
  await bench.page.getByTestId('nav-queue').focus();
  expect((await packing.scan(number)).code).toBe('posting-opened');
  await expect(packing.posting).toHaveAttribute('data-posting', number);
});

test('Space switches a switch and presses a button, once each', async ({ bench, packing }) => {
  const { page } = bench;
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');
  await new SettingsPage(page).open('rules');
  const verify = page.getByRole('switch').last();
  await expect(verify).toBeChecked();
  await verify.focus();
  await page.keyboard.press('Space');
  await expect(verify).not.toBeChecked();
  await page.keyboard.press('Space');
  await expect(verify).toBeChecked();
  await page.getByTestId('nav-queue').focus();
  await page.keyboard.press('Space');
  await expect(page.getByTestId('nav-queue')).toHaveAttribute('aria-current', 'page');
  await page.getByTestId('language').focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('menu')).toBeVisible();
});

test('a computer on the Russian layout changes nothing: codes are read from the keys', async ({
  bench,
  packing,
}) => {
  const product = (await bench.shop.products()).find(({ marked }) => marked);
  const order = await packing.openNew({ lines: [{ sku: product?.sku ?? 0, quantity: 1 }] });
  const typed = (text: string) => packing.after(() => bench.keyboard.scan(text, 'russian'));
  expect((await typed('PB-UNDO')).code).toBe('nothing-to-undo');
  expect((await typed(order.units[0]?.code ?? '')).code).toBe('package-complete');
  await packing.finish(order);
  expect((await typed(order.posting)).code).toBe('already-packed');
});

test('a Chinese input method takes the keys of a scan for its own, and none of it stays in the field', async ({
  bench,
  packing,
}) => {
  const { page } = bench;
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');
  const settings = new SettingsPage(page);
  await settings.open('people');
  await settings.field.click();
  await page.keyboard.press('End');
  const composed = (text: string) => packing.after(() => bench.keyboard.scan(text, 'pinyin'));
  for (const [text, code] of [
    ['PB-BADGE-L1', 'signed-in'],
    ['4006381333931', 'unknown-code'],
    ['PB-UNDO', 'nothing-open'],
  ] as const) {
    expect((await composed(text)).code, text).toBe(code);
    await expect(settings.field).toHaveValue('Anna');
    await expect(settings.field).toBeFocused();
  }
  await page.keyboard.type(' II', { delay: 90 });
  await expect(settings.field).toHaveValue('Anna II');
});

test('a test scan shows how a keyboard scanner is set up, and the bench goes by it from then on', async ({
  bench,
  packing,
}) => {
  const { page, keyboard } = bench;
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');
  const settings = new SettingsPage(page);
  await settings.open('devices');
  await page.getByTestId('test-scan-start').click();
  const shown = page.getByTestId('test-scan');
  await keyboard.scanWithPrefix('PB-BADGE-P1');
  await expect(shown).toContainText('PB-BADGE-P1');
  await expect(shown).toContainText('F9');
  await expect(shown).toContainText('Enter');
  // A test scan is none: nobody else is signed in.
  await expect(page.getByRole('button', { name: /Oleg/ })).toBeVisible();
  await page.getByTestId('test-scan-use').click();
  await page.getByTestId('settings-save').click();
  await expect
    .poll(async () => BenchFile.parse(JSON.parse(await readFile(join(bench.home, 'bench.json'), 'utf8'))))
    .toMatchObject({ keyboardScanner: { prefix: 'F9', suffix: 'enter', followsCapsLock: false } });
  await expect.poll(async () => (await bench.frames.view()).keyboardScanner?.prefix).toBe('F9');
  await expect(packing.stationStatus).toHaveAttribute('data-status', 'up');
  // Too short for a scan without a prefix, and in a field.
  await settings.open('people');
  await settings.field.click();
  expect((await packing.after(() => keyboard.scanWithPrefix('A1'))).code).toBe('unknown-code');
  await expect(settings.field).toHaveValue('Anna');
});
