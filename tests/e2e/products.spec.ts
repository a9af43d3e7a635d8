import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readTable, writeSheets } from '#station/product-import/sheet-job.ts';
import { expect, test } from './bench/bench-test.ts';

test('a product is found by a part of its name or by a scan, with what is wrong with it', async ({
  bench,
  packing,
}) => {
  const { page, shop, scanner } = bench;
  const [first, second] = await shop.products();
  if (first === undefined || second === undefined) throw new Error('the shop sells nothing');
  const name = '<img src=x onerror=alert(1)> =1+1 "Кружка"';
  await shop.changeCard(first.sku, {
    ...{ name, barcodes: [], sizeless: true },
    errors: [{ code: 'E1', message: 'Фото не подходит' }],
  });
  await page.keyboard.press('Alt+Digit5');
  await expect(page.getByTestId('products-range')).toContainText('of 200');
  await expect(page.getByTestId('products-reading')).toContainText('Read at');

  await page.getByLabel('Find by name').fill('кружка"');
  const row = page.getByRole('row', { name });
  await expect(row).toContainText('no barcode');

  await row.getByRole('button').click();
  const detail = page.getByTestId('product-detail');
  await expect(detail.getByRole('heading', { name })).toBeVisible();
  await expect(detail).toContainText('The shop: Фото не подходит');
  await expect(detail).toContainText('It has no barcode');
  await expect(detail.locator('.picture img')).toBeVisible();
  await expect(page.getByTestId('product-facts')).toContainText('Stock, Основной склад');

  // Both scanners look it up, and neither opens a posting.
  const [code = ''] = second.barcodes;
  await bench.keyboard.scan(code);
  await expect(detail).toContainText(second.offerId);
  // Its barcode comes out of the label printer as often as wanted.
  await page.getByLabel('How many labels').fill('2');
  await page.getByTestId('print-product-label').click();
  await expect(page.getByTestId('print-product-label-outcome')).toContainText('label-printer');
  // One job, which the printer repeats.
  await expect.poll(() => bench.tray.labels().length).toBe(1);
  expect(Buffer.from(bench.tray.labels()[0]?.zpl ?? []).toString('latin1')).toContain('^PQ2,');
  await scanner.scan('no such code');
  await expect(page.getByTestId('products-none')).toContainText('no such code');
  await scanner.scan(code);
  await expect(detail).toContainText(second.offerId);
  expect((await bench.frames.view()).session).toBeNull();
  // A badge still signs in.
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');
});

test('a lead adds a scanned barcode once, whichever answer is lost, and one that another product has is refused', async ({
  bench,
  packing,
}) => {
  const { page, shop, scanner } = bench;
  const [first, second] = await shop.products();
  if (first === undefined || second === undefined) throw new Error('the shop sells nothing');
  await page.keyboard.press('Alt+Digit5');
  await expect(page.getByTestId('products-reading')).toContainText('Read at');
  await bench.keyboard.scan(first.barcodes[0] ?? '');
  const detail = page.getByTestId('product-detail');
  await expect(detail).toContainText(first.offerId);
  // Whoever only packs changes nothing here.
  await expect(page.getByTestId('barcode-open')).toHaveCount(0);
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');

  await page.getByTestId('barcode-open').click();
  await scanner.scan('4006381333931');
  await expect(page.getByLabel('Scan it, or type it in')).toHaveValue('4006381333931');
  // The shop adds it, and its answer never comes: it is looked up, and not sent again.
  await shop.play({ kind: 'lostAnswer', method: '/v1/barcode/add' });
  await page.getByTestId('barcode-add').click();
  await expect(page.getByTestId('barcode-note')).toContainText('4006381333931');
  await expect(page.getByTestId('product-facts')).toContainText('4006381333931');
  expect(await shop.requests('/v1/barcode/add')).toHaveLength(1);
  expect((await shop.card(first.sku)).barcodes).toContain('4006381333931');

  await bench.keyboard.scan(second.barcodes[0] ?? '');
  await page.getByTestId('barcode-add').click();
  await expect(detail.getByRole('alert')).toContainText('BARCODE_ALREADY_EXISTS');
  await expect(page.getByTestId('product-changes').getByRole('listitem')).toHaveCount(2);
  await page.getByTestId('barcode-open').click();
  await bench.keyboard.scan('4006381333931');
  await expect(detail).toContainText(first.offerId);
});

test('a lead sets stocks and a price: a lost answer is looked up, a refused one is shown, a slip is asked about', async ({
  bench,
  packing,
}) => {
  const { page, shop } = bench;
  const [first, second, third] = await shop.products();
  if (first === undefined || second === undefined || third === undefined)
    throw new Error('the shop sells nothing');
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');
  await page.keyboard.press('Alt+Digit5');
  await expect(page.getByTestId('products-reading')).toContainText('Read at');
  const main = 'Основной склад';
  const stockOf = async (sku: number) => (await shop.card(sku)).stocks[0]?.free;

  await page.getByTestId('products-tab-stocks').click();
  const find = page.getByLabel('Find by name');
  await find.fill(second.offerId);
  const refused = page.getByLabel(`${second.offerId}, ${main}`);
  await expect(refused).toHaveAttribute('placeholder', '100');
  // Somebody archives it in the seller's cabinet while the lead types.
  await shop.changeCard(second.sku, { archived: true });
  await refused.fill('3');
  await page.getByTestId('stocks-send').click();
  await expect(page.getByTestId(`stock-${second.offerId}`)).toContainText('PRODUCT_IS_ARCHIVED');
  expect(await stockOf(second.sku)).toBe(100);

  await bench.keyboard.scan(first.barcodes[0] ?? '');
  const cell = page.getByLabel(`${first.offerId}, ${main}`);
  await cell.fill('12x');
  await expect(page.getByTestId('stocks-send')).toBeDisabled();
  await cell.fill('12');
  await page.getByTestId('stocks-send').click();
  await expect(cell).toHaveAttribute('placeholder', '12');
  expect(await stockOf(first.sku)).toBe(12);

  // The same by a sheet: written, filled in, read again with what cannot be meant, and set by a press.
  await find.fill(third.offerId);
  await expect(page.getByLabel(`${third.offerId}, ${main}`)).toBeVisible();
  await page.getByTestId('stocks-out-csv').click();
  await expect(page.getByTestId('stocks-note')).toContainText('.csv');
  await page.getByTestId('stocks-out-xlsx').click();
  await expect(page.getByTestId('stocks-note')).toContainText('.xlsx');
  const file = (await page.getByTestId('stocks-note').textContent())?.match(/\/\S*\.xlsx/)?.[0] ?? '';
  const table = await readTable(await readFile(file));
  if (!table.ok) throw new Error(table.error.detail);
  const [titles = [], ...lines] = table.value;
  expect(lines.every(([offer]) => offer === third.offerId)).toBe(true);
  const row = lines.find(([, , , warehouse]) => warehouse === main) ?? [];
  const filled = [titles, [...row.slice(0, 5), '15'], ['no-such-article', '', row[2] ?? '', main, '1', '2']];
  const given = join(bench.home, 'stocks.xlsx');
  await writeFile(given, await writeSheets('xlsx', [{ name: 'Stocks', rows: filled }]));
  await page.locator('input[type=file]').setInputFiles(given);
  await expect(page.getByTestId('sheet-problems')).toContainText('no-such-article');
  expect(await stockOf(third.sku)).toBe(100);
  await page.getByTestId('sheet-set').click();
  await expect(page.getByTestId('stocks-note')).toContainText('1');
  await expect.poll(() => stockOf(third.sku)).toBe(15);

  await page.getByTestId('products-tab-list').click();
  await bench.keyboard.scan(first.barcodes[0] ?? '');
  await page.getByTestId('price-open').click();
  await page.getByLabel('Price', { exact: true }).fill('1,5');
  await page.getByTestId('price-send').click();
  // A slip of a digit: nothing left for the shop yet.
  await expect(page.getByRole('dialog')).toContainText('1.50');
  await page.keyboard.press('Escape');
  expect(await shop.requests('/v1/product/import/prices')).toHaveLength(0);
  const before = Number((await shop.card(first.sku)).price);
  const after = `${before + 1}.50`;
  await page.getByLabel('Price', { exact: true }).fill(after);
  await shop.play({ kind: 'lostAnswer', method: '/v1/product/import/prices' });
  await page.getByTestId('price-send').click();
  await expect(page.getByTestId('price-note')).toContainText(after);
  await expect(page.getByTestId('product-facts')).toContainText(after);
  expect(await shop.requests('/v1/product/import/prices')).toHaveLength(1);
  expect((await shop.card(first.sku)).price).toBe(after);
});
