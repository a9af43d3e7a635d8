import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BenchFile } from '#contract/bench-file.ts';
import { expect, test } from './bench/bench-test.ts';
import { SettingsPage } from './pages/settings-page.ts';

test('a lead sees the bench’s own labels as they will print, and prints a test label', async ({
  bench,
  packing,
}) => {
  const { page } = bench;
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');
  const settings = new SettingsPage(page);
  await settings.open('labels');
  const picture = page.getByTestId('label-preview');
  await expect(picture).toBeVisible();
  const size = () =>
    picture.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0));
  await expect.poll(size).toBe(600);
  const before = await picture.getAttribute('src');
  await page.getByTestId('preview-name-badge').click();
  await expect.poll(() => picture.getAttribute('src')).not.toBe(before);
  await page.getByTestId('preview-paper-58x40').click();
  await expect.poll(size).toBe(464);
  for (const name of ['interim', 'packing-slip', 'pick-list']) {
    const last = await picture.getAttribute('src');
    await page.getByTestId(`preview-name-${name}`).click();
    await expect.poll(() => picture.getAttribute('src')).not.toBe(last);
  }
  await settings.open('devices');
  await page.getByTestId('test-label-printer').click();
  await expect.poll(() => bench.tray.labels().length).toBe(1);
  expect(await bench.tray.labels()[0]?.codes()).toEqual(['PB-TEST']);
});

test('a lead adds a spare printer, and it stands among the devices at once', async ({ bench, packing }) => {
  const { page } = bench;
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');
  await new SettingsPage(page).open('devices');
  await page.getByTestId('add-spare-printer').click();
  await page.getByRole('textbox', { name: 'Spare printer 1' }).fill(`file:${join(bench.home, 'spare')}`);
  await page.getByTestId('settings-save').click();
  await expect(page.getByTestId('device-spare-printer-1')).toHaveAttribute('data-state', 'ready');
  const file = BenchFile.parse(JSON.parse(await readFile(join(bench.home, 'bench.json'), 'utf8')));
  expect(file.sparePrinters).toMatchObject([{ language: 'zpl', widthMm: 75, heightMm: 120 }]);
});

test('a lead prints a badge, and the contents and the logistic label of a package', async ({
  bench,
  packing,
}) => {
  const { page } = bench;
  const order = await packing.openNew({ shape: 'single' });
  await packing.packUnits(order);
  await packing.finish(order);
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');
  const settings = new SettingsPage(page);
  await settings.open('people');
  await page.getByTestId('print-badge-P1').click();
  await expect(page.getByTestId('print-badge-P1-outcome')).toHaveText('Sent to the printer label-printer.');
  await settings.open('labels');
  await page.getByRole('textbox', { name: 'GS1 company prefix' }).fill('9521234');
  await page.getByRole('textbox', { name: 'Sender on the label' }).fill('Packbench');
  await page.getByTestId('settings-save').click();
  await expect(page.getByTestId('device-label-printer')).toHaveAttribute('data-state', 'ready');
  await page.getByTestId('nav-shift').click();
  await page.getByTestId(`print-contents-${order.posting}-1`).click();
  await expect(page.getByTestId(`print-contents-${order.posting}-1-outcome`)).toBeVisible();
  await page.getByTestId(`print-sscc-${order.posting}-1`).click();
  await expect(page.getByTestId(`print-sscc-${order.posting}-1-outcome`)).toBeVisible();
  await expect.poll(() => bench.tray.labels().length).toBe(4);
  const codes = await Promise.all(
    bench.tray
      .labels()
      .slice(1)
      .map((label) => label.codes()),
  );
  expect(codes).toEqual([['PB-BADGE-P1'], [order.posting], [expect.stringMatching(/009521234\d/)]]);
});
