import { readFile } from 'node:fs/promises';
import { expect, test } from './bench/bench-test.ts';

test('a returned parcel is scanned, held against what it should be, and what was found goes into the day’s file', async ({
  bench,
  packing,
}) => {
  const { page, shop, keyboard } = bench;
  const [number = '', other = ''] = await shop.add({ shape: 'single', count: 2 });
  const barcode = await shop.comesBack(number);
  await shop.comesBack(other);
  await packing.isReady();
  await page.keyboard.press('Alt+Digit6');
  await expect(page.getByRole('row', { name: barcode })).toBeVisible();
  await keyboard.scan(barcode);
  await expect(page.getByTestId('return-facts')).toContainText(number);
  await page.getByLabel('What is to be said of it (optional)').fill('Scratched');
  await page.getByTestId('return-is-damaged').click();
  const found = page.getByTestId('return-found');
  await expect(found).toContainText('Scratched');
  await expect(found).toContainText('Anna');
  // A second look is another finding, and the first one stays.
  await page.getByTestId('return-is-received').click();
  await expect(found).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('row', { name: barcode })).toContainText('Received');
  await page.keyboard.press('Alt+Digit3');
  await page.getByTestId('export-returns').click();
  const result = page.getByTestId('export-returns-result');
  await expect(result).toContainText('2 returns written');
  const csv = await readFile((await result.locator('b').textContent()) ?? '', 'utf8');
  expect(csv).toContain(`"${barcode}","${number}"`);
  expect(csv).toMatch(/"damaged","Scratched","Anna"/);
  // Without a network the list is what was read last.
  await bench.closeShop();
  await page.keyboard.press('Alt+Digit6');
  await expect(page.getByTestId('returns-kept')).toBeVisible();
  await expect(page.getByRole('row', { name: barcode })).toBeVisible();
});
