import type { Order } from '../station/harness/orders.ts';
import { mainWarehouse } from '../station/harness/shop-admin.ts';
import { expect, test } from './bench/bench-test.ts';
import { ShiftPage } from './pages/shift-page.ts';

// Two parcels are packed before the handover begins.
test.describe.configure({ timeout: 180_000 });

test('a handover that was accepted in part shows what is missing, and a lead opens a dispute and lets go of it', async ({
  bench,
  packing,
}) => {
  const { page, shop } = bench;
  const orders: Order[] = [];
  for (let n = 0; n < 2; n += 1) {
    const order = await packing.openNew({ shape: 'single' });
    await packing.packUnits(order);
    await packing.finish(order);
    orders.push(order);
  }
  const [missing = '', fine = ''] = orders.map(({ posting }) => posting);
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');
  const shift = new ShiftPage(page);
  await shift.open();
  await shift.handOver();
  const own = async () =>
    (await shop.carriages()).find(({ postingNumbers }) => postingNumbers.includes(missing));
  await expect.poll(async () => (await own())?.status).toBe('sended');
  const id = (await own())?.id ?? 0;
  await page.getByTestId(`handover-show-${id}`).click();
  await expect(page.getByTestId(`in-handover-${missing}`)).toHaveAttribute('data-state', 'waiting');
  for (const paper of ['list', 'cargo-labels']) {
    await page.getByTestId(`handover-print-${paper}`).click();
    await expect(page.getByTestId('handover-printed')).toContainText(`handover-${id}-${paper}.pdf`);
  }

  await shop.accept(id, { missing: [missing] });
  await page.getByTestId(`handover-again-${id}`).click();
  await expect(page.getByTestId(`in-handover-${missing}`)).toHaveAttribute('data-state', 'missing');
  await expect(page.getByTestId(`in-handover-${fine}`)).toHaveAttribute('data-state', 'accepted');
  await expect(page.getByTestId('acceptance-sum')).toContainText('1 missing');
  const task = page.getByText('The shop did not accept this parcel');
  await expect(task).toBeVisible();
  for (const language of ['ru', 'zh-CN', 'en']) {
    await page.getByTestId('language').click();
    await page.locator(`.menu__item[lang="${language}"]`).click();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await page.getByTestId('acceptance-sum').scrollIntoViewIfNeeded();
  }

  await shop.play({ kind: 'lostAnswer', method: '/v2/posting/fbs/arbitration' });
  await page.getByTestId(`decide-${missing}`).click();
  await page.getByTestId('move-dispute').click();
  await expect(page.getByTestId(`in-handover-${missing}`)).toHaveAttribute('data-state', 'disputed');
  await expect(task).toBeHidden();
  expect(await shop.requests('/v2/posting/fbs/arbitration')).toHaveLength(1);
  expect((await shop.posting(missing)).status).toBe('arbitration');

  await page.getByTestId(`decide-${missing}`).click();
  await page.getByTestId('move-back-to-shipping').click();
  await expect(page.getByTestId(`in-handover-${missing}`)).toHaveAttribute('data-state', 'returned');
  expect((await shop.posting(missing)).status).toBe('awaiting_deliver');
  // It waits for the courier again.
  await expect(page.getByTestId(/^handover-\d/).first()).toContainText('1');
});

test('a box is filled by scan and put on a pallet, both are closed and labelled, and the parcel is followed from there', async ({
  bench,
  packing,
}) => {
  const { page, shop, scanner } = bench;
  await shop.trustAcceptance();
  const [other = ''] = await shop.add({ shape: 'single' });
  const order = await packing.openNew({ shape: 'single' });
  await packing.packUnits(order);
  await packing.finish(order);
  const { posting } = order;
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');
  await new ShiftPage(page).open();
  const scanned = page.getByTestId('cargo-scanned');
  await page.getByTestId(`cargo-make-pallet-${mainWarehouse}`).click();
  await expect(page.getByText('Pallet 1', { exact: true })).toBeVisible();
  await shop.play({ kind: 'lostAnswer', method: '/v1/carriage/container/create' });
  await page.getByTestId(`cargo-make-box-${mainWarehouse}`).click();
  await expect(page.getByText('Box 2', { exact: true })).toBeVisible();
  await expect(page.getByTestId('cargo-listens')).toBeVisible();
  await scanner.scan('no such code');
  await expect(scanned).toHaveAttribute('data-outcome', 'unknown-code');
  await bench.keyboard.scan(other);
  await expect(scanned).toHaveAttribute('data-outcome', 'not-to-go');
  // The label's code is what a packer scans there.
  await shop.play({ kind: 'lostAnswer', method: '/v1/carriage/container/fill' });
  const { upperBarcode } = await shop.posting(posting);
  await scanner.scan(upperBarcode);
  await expect(scanned).toHaveAttribute('data-outcome', 'in');
  await expect(page.getByTestId(`in-cargo-${posting}`)).toBeVisible();
  expect(await shop.requests('/v1/carriage/container/fill')).toHaveLength(1);
  await page.getByTestId(`cargo-take-out-${posting}`).click();
  await expect(page.getByTestId(`in-cargo-${posting}`)).toHaveCount(0);
  await bench.keyboard.scan(upperBarcode);
  await expect(page.getByTestId(`in-cargo-${posting}`)).toBeVisible();

  await page.getByTestId('cargo-put-on').click();
  await expect(page.getByTestId('cargo-take-off')).toBeVisible();
  await page.getByTestId('cargo-approve').click();
  await page.getByTestId('cargo-confirm').click();
  await page.getByTestId('cargo-print-label').click();
  await expect(page.getByTestId('cargo-printed')).toContainText('.pdf');

  await shop.setStatus(posting, 'delivering');
  await page.keyboard.press('Alt+Digit6');
  await page.getByTestId('after-sale-tab-way').click();
  const row = page.getByTestId(`way-${posting}`);
  await expect(row).toContainText('on its way');
  await bench.keyboard.scan(upperBarcode);
  await expect(page.getByTestId('parcel-facts')).toContainText('on its way');
  await expect(page.getByTestId('parcel-step').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('parcel-facts')).toBeHidden();
});

test('a driver gets a pass for the gate and a courier is called, each once, whichever answer is lost', async ({
  bench,
  packing,
}) => {
  const { page, shop } = bench;
  const order = await packing.openNew({ shape: 'single' });
  await packing.packUnits(order);
  await packing.finish(order);
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');
  const shift = new ShiftPage(page);
  await shift.open();

  const warehouse = page.getByTestId(/^pickup-\d/);
  await shop.play({ kind: 'lostAnswer', method: '/v1/warehouse/fbs/pickup/courier/create' });
  await page.getByTestId(/^pickup-plan-/).click();
  await expect(warehouse).toHaveAttribute('data-planned', 'true');
  expect(await shop.requests('/v1/warehouse/fbs/pickup/courier/create')).toHaveLength(1);
  await page.getByTestId(/^pickup-plan-/).click();
  await expect(warehouse).toHaveAttribute('data-planned', 'false');

  await shift.handOver();
  await expect.poll(async () => (await shop.carriages()).at(-1)?.status).toBe('sended');
  await page.getByTestId(/^handover-show-/).click();
  await page.getByTestId('pass-add').click();
  await page.getByLabel('Driver').fill('Иванов Иван Иванович');
  await page.getByLabel('Phone').fill('+79991234567');
  await page.getByLabel('Number plate').fill('А123БВ777');
  await page.getByLabel('Car').fill('ГАЗель NEXT');
  await shop.play({ kind: 'lostAnswer', method: '/v1/carriage/pass/create' });
  await page.getByTestId('pass-save').click();
  await expect(page.getByTestId('gate-passes')).toContainText('А123БВ777');
  expect(await shop.requests('/v1/carriage/pass/create')).toHaveLength(1);
  await page.getByTestId(/^pass-change-/).click();
  await page.getByLabel('Number plate').fill('В456ГД178');
  await page.getByTestId('pass-save').click();
  await expect(page.getByTestId('gate-passes')).toContainText('В456ГД178');
  await page.getByTestId(/^pass-remove-/).click();
  await expect(page.getByTestId('gate-passes')).toContainText('No pass yet');
});
