import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readTable, writeSheets } from '#station/product-import/sheet-job.ts';
import { plantedSheet } from '../station/harness/product-sheet.ts';
import { expect, test } from './bench/bench-test.ts';

test('a lead makes products from a template: what is wrong is named, the rest is sent and made', async ({
  bench,
  packing,
}) => {
  const { page, shop, home } = bench;
  await page.keyboard.press('Alt+Digit5');
  await page.getByTestId('products-tab-import').click();
  // Whoever only packs makes no products.
  await expect(page.getByText('A lead makes products')).toBeVisible();
  await page.keyboard.press('Alt+Digit1');
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');
  await page.keyboard.press('Alt+Digit5');
  await page.getByTestId('products-tab-import').click();
  await page.getByLabel('Find the category').fill('desk lamp');
  await page.getByRole('button', { name: 'Desk lamp' }).click();
  await page.getByTestId('template-xlsx').click();
  const template = await page.getByTestId('template-file').locator('b').innerText();
  const table = await readTable(await readFile(template));
  if (!table.ok) throw new Error(table.error.detail);

  const { rows, planted } = plantedSheet(table.value[0] ?? [], { seed: 7, lines: 30, mistakes: 6 });
  const given = join(home, 'lamps.xlsx');
  await writeFile(given, await writeSheets('xlsx', [{ name: 'Products', rows }]));
  const wrong = join(home, 'wrong.csv');
  await writeFile(wrong, 'Article;Price\nA;1\n');
  await page.locator('input[type=file]').setInputFiles(wrong);
  await expect(page.getByTestId('file-refused')).toContainText('Power, W');
  await page.locator('input[type=file]').setInputFiles(given);

  await expect(page.getByTestId('import-counts')).toHaveText('6 held back, wrong · 24 good, not sent');
  for (const { row, column } of planted) await expect(page.getByTestId(`line-${row}`)).toContainText(column);
  await expect(page.getByTestId('import-quota')).toContainText('1000');
  await shop.play({ kind: 'lostAnswer', method: '/v3/product/import' });
  await page.getByTestId('import-send').click();
  await expect(page.getByTestId('import-counts')).toHaveText('6 held back, wrong · 24 made');
  expect(await shop.requests('/v3/product/import')).toHaveLength(1);
  await page.getByTestId('faults-xlsx').click();
  await expect(page.getByTestId('faults-file')).toContainText('6 lines');
  await page.getByTestId('import-back').click();
  await expect(page.getByRole('row', { name: 'lamps.xlsx' })).toContainText('done');
});
