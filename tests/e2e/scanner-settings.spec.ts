import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BenchFile } from '#contract/bench-file.ts';
import { expect, test } from './bench/bench-test.ts';
import { SettingsPage } from './pages/settings-page.ts';

test('a lead sees what is plugged in, names a scanner, and prints the test sheet for its maker', async ({
  bench,
  packing,
}) => {
  const { page } = bench;
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');
  await new SettingsPage(page).open('devices');
  const found = page.getByTestId('found-devices');
  await expect(found).toBeVisible();
  await page.getByTestId('found-again').click();
  await expect(page.getByTestId('found-again')).toHaveText('Look again');

  // However long the settings are, only they scroll, never the window around them.
  expect(await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBe(0);

  await page.getByTestId('scanner-model-honeywell').click();
  await expect(page.getByTestId('scanner-words')).toContainText('Add AIM Code I.D. Prefix');
  await page.getByTestId('print-scanner-sheet').click();
  const outcome = page.getByTestId('print-scanner-sheet-outcome');
  await expect(outcome).toContainText('scanner-sheet.pdf');
  const [file = ''] = /\/\S+\.pdf/.exec(await outcome.innerText()) ?? [];
  expect((await readFile(file)).subarray(0, 5).toString('latin1')).toBe('%PDF-');

  await page.getByRole('textbox', { name: 'Name' }).first().fill('left hand');
  await page.getByTestId('settings-save').click();
  await expect(page.getByText('left hand').first()).toBeVisible();
  await expect
    .poll(async () => {
      const text = await readFile(join(bench.home, 'bench.json'), 'utf8');
      return BenchFile.parse(JSON.parse(text)).scanners[0];
    })
    .toMatchObject({ name: 'left hand' });
});
