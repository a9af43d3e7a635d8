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
  await settings.open('devices');
  await page.getByTestId('test-label-printer').click();
  await expect.poll(() => bench.tray.labels().length).toBe(1);
  expect(await bench.tray.labels()[0]?.codes()).toEqual(['PB-TEST']);
});
