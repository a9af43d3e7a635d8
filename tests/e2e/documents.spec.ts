import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addOrder } from '../station/harness/orders.ts';
import { expect, test } from './bench/bench-test.ts';
import { QueuePage } from './pages/queue-page.ts';
import { SettingsPage } from './pages/settings-page.ts';

const isPdf = async (file: string) => (await readFile(file)).subarray(0, 5).toString('latin1') === '%PDF-';

test('a pick list is a file without a printer for documents, and comes out of one that a lead sets up', async ({
  bench,
  packing,
}) => {
  const { page } = bench;
  await addOrder(bench.shop, { shape: 'severalItems' });
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');
  const queue = new QueuePage(page);
  await queue.open();
  await page.getByTestId('print-pick-list').click();
  const outcome = page.getByTestId('print-pick-list-outcome');
  await expect(outcome).toContainText('No printer for documents is set up. It is in this file:');
  const [file = ''] = /\/\S+\.pdf/.exec(await outcome.innerText()) ?? [];
  expect(await isPdf(file)).toBe(true);

  const office = join(bench.home, 'office');
  const settings = new SettingsPage(page);
  await settings.open('devices');
  await page.getByRole('textbox', { name: 'Printer for documents' }).fill(`file:${office}`);
  await page.getByTestId('settings-save').click();
  await expect(page.getByTestId('device-document-printer')).toHaveAttribute('data-state', 'ready');

  await settings.open('labels');
  await page.getByTestId('print-control-sheet').click();
  await expect(page.getByTestId('print-control-sheet-outcome')).toHaveText(
    'Sent to the printer document-printer.',
  );
  await queue.open();
  await page.getByTestId('print-batch-sheet').click();
  await expect(page.getByTestId('print-batch-sheet-outcome')).toHaveText(
    'Sent to the printer document-printer.',
  );
});
