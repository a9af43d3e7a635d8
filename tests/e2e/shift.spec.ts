import { readFile } from 'node:fs/promises';
import { readWithZbar } from '#station/labels/testing/outside-readers.ts';
import type { Order } from '../station/harness/orders.ts';
import { expect, test } from './bench/bench-test.ts';
import { SettingsPage } from './pages/settings-page.ts';
import { ShiftPage } from './pages/shift-page.ts';

test('the day is exported as XLSX, CSV and PDF, and handed over by a lead', async ({ bench, packing }) => {
  const orders: Order[] = [];
  for (const shape of ['single', 'severalItems'] as const) {
    const order = await packing.openNew({ shape });
    await packing.packUnits(order);
    await packing.finish(order);
    orders.push(order);
  }
  const shift = new ShiftPage(bench.page);
  await shift.open();
  const [xlsx, csv, pdf] = [
    await readFile(await shift.exportAs('xlsx')),
    await readFile(await shift.exportAs('csv')),
    await readFile(await shift.exportAs('pdf')),
  ];
  expect(xlsx.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  for (const { posting } of orders) expect(csv.toString('utf8')).toContain(posting);
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');
  await shift.open();
  await shift.handOver();
  await expect
    .poll(async () => (await bench.shop.posting(orders[0]?.posting ?? '')).status)
    .toMatch(/^(awaiting_deliver|delivering|driver_pickup)$/);
});

test('the courier is shown the code of the handover, and a handover that is called off waits again', async ({
  bench,
  packing,
}) => {
  const { page } = bench;
  await bench.shop.setTimings({ carriageMs: 600_000 });
  const order = await packing.openNew({ shape: 'single' });
  await packing.packUnits(order);
  await packing.finish(order);
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');
  const shift = new ShiftPage(page);
  await shift.open();
  await shift.handOver();
  await page.getByTestId(/^handover-show-/).click();
  const picture = page.getByTestId(/^handover-barcode-/);
  await expect(picture).toBeVisible();
  const png = Buffer.from(((await picture.getAttribute('src')) ?? '').replace(/^[^,]*,/, ''), 'base64');
  expect(await readWithZbar(png)).toEqual([expect.stringMatching(/^%303%\d+$/)]);
  await expect(page.getByTestId(`in-handover-${order.posting}`)).toBeVisible();
  await expect(page.getByTestId(/^handover-code-/)).toHaveText(/^%303%\d+$/);
  await page.getByTestId('handover-print-list').click();
  await expect(page.getByTestId('handover-printed')).toHaveText(/has not drawn it yet/);
  await page.getByTestId(/^handover-cancel-\d/).click();
  await page.getByTestId('handover-cancel-confirm').click();
  await expect(page.getByTestId('handovers')).toBeHidden();
  await expect(page.getByTestId(/^handover-\d/)).toContainText('1');
});

test('devices are tried from the settings, and one that is off says so', async ({ bench, packing }) => {
  const settings = new SettingsPage(bench.page);
  await settings.open('devices');
  await settings.test('label-printer');
  expect(bench.tray.labels()).toHaveLength(1);
  await bench.scale.powerOff();
  await expect(packing.page.getByTestId('device-scale')).toHaveAttribute('data-state', /away|connecting/);
});

test('a task that comes up while the list is open stands in it at once', async ({ bench, packing }) => {
  const order = await packing.openNew({ shape: 'single' });
  await packing.packUnits(order);
  await packing.finish(order);
  await new ShiftPage(bench.page).open();
  await expect(bench.page.getByText('Nothing needs a person')).toBeVisible();
  await bench.shop.cancel(order.posting);
  await expect(bench.page.getByText('Cancelled after packing: stop the parcel')).toBeVisible();
});
