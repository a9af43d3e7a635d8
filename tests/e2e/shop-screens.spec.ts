import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readTable, writeSheets } from '#station/product-import/sheet-job.ts';
import { plantedSheet } from '../station/harness/product-sheet.ts';
import { mainWarehouse } from '../station/harness/shop-admin.ts';
import { expect, test } from './bench/bench-test.ts';
import { lookAt, pictureSize } from './bench/look-at.ts';
import { ConnectPage } from './pages/connect-page.ts';
import { QueuePage } from './pages/queue-page.ts';
import { SettingsPage } from './pages/settings-page.ts';
import { ShiftPage } from './pages/shift-page.ts';

if (pictureSize !== undefined) test.use({ wish: { size: pictureSize } });
// Each of these walks through a dozen screens and dialogs, and looks at each in three languages.
test.describe.configure({ timeout: 240_000 });

test('no text of products, stocks and the import is cut off in any language', async ({ bench, packing }) => {
  const { page, shop } = bench;
  const [first, second] = await shop.products();
  if (first === undefined || second === undefined) throw new Error('the shop sells nothing');
  await shop.changeCard(first.sku, {
    ...{ name: 'Кружка керамическая '.repeat(6), barcodes: [], sizeless: true },
    errors: [{ code: 'E1', message: 'Фото не подходит' }],
  });
  await page.keyboard.press('Alt+Digit5');
  await expect(page.getByTestId('products-reading')).toContainText('Read at');
  await lookAt(bench, 'products');
  await page.getByTestId('products-tab-import').click();
  await lookAt(bench, 'import-packer');
  await page.keyboard.press('Alt+Digit1');
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');
  await page.keyboard.press('Alt+Digit5');
  await page.getByTestId('products-tab-list').click();
  await page.getByLabel('Find by name').fill(first.offerId);
  await page.getByTestId(`product-${first.offerId}`).getByRole('button').click();
  await page.getByTestId('price-open').click();
  await page.getByTestId('barcode-open').click();
  await lookAt(bench, 'product');
  await page.getByLabel('Price', { exact: true }).fill('1,5');
  await page.getByTestId('price-send').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await lookAt(bench, 'price-sure');
  await page.keyboard.press('Escape');
  await page.getByTestId('product-back').click();
  await bench.keyboard.scan('no-such-code');
  await expect(page.getByTestId('products-none')).toBeVisible();
  await lookAt(bench, 'products-none');
  await page.getByTestId('products-tab-stocks').click();
  await page.getByLabel('Find by name').fill(second.offerId);
  await page.getByLabel(`${second.offerId}, Основной склад`).fill('12x');
  await lookAt(bench, 'stocks');
  await page.getByTestId('stocks-out-xlsx').click();
  await expect(page.getByTestId('stocks-note')).toContainText('.xlsx');
  await lookAt(bench, 'stocks-written');

  await page.getByTestId('products-tab-import').click();
  await page.getByLabel('Find the category').fill('lamp');
  await page.getByRole('button', { name: 'Desk lamp' }).click();
  await page.getByTestId('template-xlsx').click();
  const template = await page.getByTestId('template-file').locator('b').innerText();
  await lookAt(bench, 'import-start');
  const table = await readTable(await readFile(template));
  if (!table.ok) throw new Error(table.error.detail);
  const wrong = join(bench.home, 'wrong.csv');
  await writeFile(wrong, 'Article;Price\nA;1\n');
  await page.locator('input[type=file]').setInputFiles(wrong);
  await expect(page.getByTestId('file-refused')).toBeVisible();
  await lookAt(bench, 'import-refused');
  const { rows } = plantedSheet(table.value[0] ?? [], { seed: 7, lines: 30, mistakes: 12 });
  const given = join(bench.home, 'lamps.xlsx');
  await writeFile(given, await writeSheets('xlsx', [{ name: 'Products', rows }]));
  await page.locator('input[type=file]').setInputFiles(given);
  await expect(page.getByTestId('import-quota')).toContainText('1000');
  await lookAt(bench, 'import-file');
  await page.getByTestId('import-back').click();
  await expect(page.getByRole('row', { name: 'lamps.xlsx' })).toBeVisible();
  await lookAt(bench, 'import-history');
});

test('no text of what comes after the sale is cut off in any language', async ({ bench, packing }) => {
  const { page, shop } = bench;
  const after = async (tab: string) => {
    await page.keyboard.press('Alt+Digit6');
    await page.getByTestId(`after-sale-tab-${tab}`).click();
  };
  const order = await packing.openNew({ shape: 'single' });
  await packing.packUnits(order);
  await packing.finish(order);
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');
  for (const tab of ['returns', 'requests', 'cancellations', 'chats', 'accruals']) {
    await after(tab);
    await expect(page.locator('.loading')).toHaveCount(0);
    await lookAt(bench, `empty-${tab}`);
  }
  const [back = '', given = '', asked = '', own = ''] = await shop.add({ shape: 'severalItems', count: 4 });
  const barcode = await shop.comesBack(back);
  await shop.comesBack(given);
  const giveout = await shop.givesOut();
  await shop.wantsToReturn(asked);
  await shop.asksToCancel(asked);
  await shop.deliverInPerson(own);
  await shop.shipElsewhere(own);
  await expect.poll(async () => (await shop.posting(own)).status).toBe('awaiting_deliver');
  await shop.charges(order.posting, '2026-11-20', '-1234.5600');
  const { chat } = await shop.writes(order.posting, {
    text: 'Здравствуйте! 我想问一下 [ссылка](https://a.example/b)',
  });
  await shop.setStatus(order.posting, 'delivering');

  await page.keyboard.press('Alt+Digit2');
  await after('returns');
  await expect(page.getByRole('row', { name: barcode })).toBeVisible();
  await lookAt(bench, 'returns');
  await page
    .getByRole('row', { name: barcode })
    .getByTestId(/^open-return-/)
    .click();
  await expect(page.getByTestId('return-facts')).toContainText(back);
  await page.getByTestId('return-is-damaged').click();
  await expect(page.getByTestId('return-found')).toBeVisible();
  await lookAt(bench, 'return');
  await page.keyboard.press('Escape');
  await after('collecting');
  await expect(page.getByTestId('collecting-code')).toBeVisible();
  await page.getByTestId('collecting-print').click();
  await expect(page.getByTestId('collecting-printed')).toBeVisible();
  await lookAt(bench, 'collecting');
  await page.getByTestId('collecting-renew').click();
  await lookAt(bench, 'collecting-renew');
  await page.keyboard.press('Escape');
  await page.getByTestId(`open-giveout-${giveout}`).click();
  await expect(page.getByTestId('giveout-items')).toBeVisible();
  await lookAt(bench, 'giveout');
  await page.keyboard.press('Escape');
  await after('requests');
  await page.getByTestId(`open-request-${asked}`).click();
  await expect(page.getByTestId('request-facts')).toContainText('Маловато');
  await lookAt(bench, 'request');
  await page.getByTestId('request-action-1000').click();
  await lookAt(bench, 'request-action');
  await page.keyboard.press('Escape');
  await lookAt(bench, 'requests');
  await after('cancellations');
  await expect(page.getByTestId(`cancellation-${asked}`)).toBeVisible();
  await lookAt(bench, 'cancellations');
  await page.getByTestId(`agree-${asked}`).click();
  await lookAt(bench, 'cancellation');
  await page.keyboard.press('Escape');
  await after('delivery');
  await page.getByLabel('Posting number').fill(own);
  await page.getByTestId('delivery-show').click();
  await expect(page.getByTestId('delivery-track')).toBeVisible();
  await lookAt(bench, 'delivery');
  await page.getByTestId('delivery-what-many').click();
  await expect(page.getByTestId('track-add')).toBeVisible();
  await lookAt(bench, 'delivery-many');
  await after('way');
  await expect(page.getByTestId(`way-${order.posting}`)).toContainText('on its way');
  await lookAt(bench, 'way');
  await page.getByTestId(`open-way-${order.posting}`).click();
  await expect(page.getByTestId('parcel-facts')).toBeVisible();
  await lookAt(bench, 'parcel');
  await page.keyboard.press('Escape');
  await after('chats');
  await page.getByTestId(`chat-${chat}`).click();
  await expect(page.getByRole('list', { name: 'Messages' })).toContainText('Здравствуйте');
  await lookAt(bench, 'chat');
  await after('accruals');
  await page.locator('input[type=date]').fill('2026-11-20');
  await expect(page.getByTestId(`accrual-${order.posting}`)).toBeVisible();
  await lookAt(bench, 'accruals');
  await page.getByTestId('accruals-by-postings').click();
  await page.getByRole('textbox').fill(`${order.posting}, 1-1-1`);
  await page.getByTestId('accruals-show').click();
  await expect(page.getByTestId(`accrual-${order.posting}`)).toBeVisible();
  await lookAt(bench, 'accruals-postings');
});

test('no text of the shift, the handover and the queue is cut off in any language', async ({
  bench,
  packing,
}) => {
  const { page, shop } = bench;
  const queue = new QueuePage(page);
  await shop.trustAcceptance();
  const order = await packing.openNew({ shape: 'single' });
  await packing.packUnits(order);
  await packing.finish(order);
  const traits = ['click_and_collect', 'presortable', 'multibox'];
  const held = await packing.openNew({ shape: 'severalUnits', traits, companyBuyer: 'ООО «Ромашка»' });
  await lookAt(bench, 'packing');
  expect((await packing.scan('PB-MISSING')).code).toBe('posting-held');
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');
  const [incomplete = ''] = await shop.add({ shape: 'single', requiresCountry: true, demands: ['gtd'] });
  await packing.isKnown(incomplete);
  await queue.open();
  await lookAt(bench, 'queue');
  await page.keyboard.press('Alt+KeyT');
  await lookAt(bench, 'queue-table');
  await queue.openTab('held');
  await expect(page.getByTestId(`boxes-${held.posting}`)).toBeVisible();
  await lookAt(bench, 'held');
  for (const dialog of ['boxes', 'split', 'cancel']) {
    await page.getByTestId(`${dialog}-${held.posting}`).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await lookAt(bench, `dialog-${dialog}`);
    await page.keyboard.press('Escape');
  }
  await queue.openTab('tasks');
  await lookAt(bench, 'tasks');
  await page.getByTestId(`declare-${incomplete}`).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await lookAt(bench, 'declare');
  await page.keyboard.press('Escape');

  await new ShiftPage(page).open();
  await page.getByTestId(`cargo-make-pallet-${mainWarehouse}`).click();
  await expect(page.getByText('Pallet 1', { exact: true })).toBeVisible();
  await page.getByTestId(`cargo-make-box-${mainWarehouse}`).click();
  await expect(page.getByText('Box 2', { exact: true })).toBeVisible();
  await expect(page.getByTestId('cargo-listens')).toBeVisible();
  await bench.keyboard.scan((await shop.posting(order.posting)).upperBarcode);
  await expect(page.getByTestId(`in-cargo-${order.posting}`)).toBeVisible();
  await lookAt(bench, 'shift');
  await page.getByTestId('cargo').scrollIntoViewIfNeeded();
  await lookAt(bench, 'cargo');
  await page.getByTestId('cargo-approve').scrollIntoViewIfNeeded();
  await lookAt(bench, 'cargo-box');
  await page.getByTestId('cargo-approve').click();
  await lookAt(bench, 'cargo-close');
  await page.keyboard.press('Escape');
  await new ShiftPage(page).handOver();
  await expect.poll(async () => (await shop.carriages()).at(-1)?.status).toBe('sended');
  await page.getByTestId(/^handover-show-/).click();
  await page.getByTestId('pass-add').click();
  await lookAt(bench, 'pass');
  await page.getByLabel('Driver').fill('Иванов Иван Иванович');
  await page.getByLabel('Phone').fill('+79991234567');
  await page.getByLabel('Number plate').fill('А123БВ777');
  await page.getByLabel('Car').fill('ГАЗель NEXT');
  await page.getByTestId('pass-save').click();
  await expect(page.getByTestId('gate-passes')).toContainText('А123БВ777');
  await page.getByTestId('handovers').scrollIntoViewIfNeeded();
  await lookAt(bench, 'handover');
  await page.getByTestId('gate-passes').scrollIntoViewIfNeeded();
  await lookAt(bench, 'handover-passes');
  await page.getByTestId(/^handover-cancel-\d/).click();
  await lookAt(bench, 'handover-cancel');
  await page.keyboard.press('Escape');
  const [handover] = (await shop.carriages()).filter(({ postingNumbers }) =>
    postingNumbers.includes(order.posting),
  );
  await shop.accept(handover?.id ?? 0, { missing: [order.posting] });
  await page.getByTestId(`handover-again-${handover?.id}`).click();
  await page.getByTestId(`decide-${order.posting}`).click();
  await expect(page.getByTestId('move-dispute')).toBeVisible();
  await lookAt(bench, 'dispute');
  await page.keyboard.press('Escape');
  await lookAt(bench, 'acceptance');
});

test('no text of the way to a shop, nor of a shop that is away, is cut off in any language', async ({
  bench,
  packing,
}) => {
  const { page, shop } = bench;
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');
  await shop.setKey({ roles: [{ name: 'Packer', methods: ['/v1', '/v2', '/v3', '/v4'] }] });
  await new SettingsPage(page).open('shop');
  const connect = new ConnectPage(page);
  await lookAt(bench, 'connect-key');
  await connect.check({ apiKey: 'wrong' });
  await expect(connect.problem).toHaveAttribute('data-problem', 'wrong-key');
  await lookAt(bench, 'connect-wrong');
  await connect.check({ apiKey: 'sandbox-key' });
  await expect(connect.right('labels')).toBeVisible();
  await lookAt(bench, 'connect-rights');
  await connect.goOn();
  await expect(connect.warehouses).toContainText('Основной склад');
  await lookAt(bench, 'connect-warehouses');
  await connect.goOn();
  await expect(connect.done).toBeVisible();
  await lookAt(bench, 'connect-done');
  await connect.goOn();
  await bench.closeShop();
  await expect(packing.shopState).toHaveAttribute('data-state', 'offline');
  const screens = [
    ['Digit5', null],
    ...['returns', 'collecting', 'requests', 'cancellations', 'delivery', 'way', 'chats', 'accruals'].map(
      (tab) => ['Digit6', `after-sale-tab-${tab}`] as const,
    ),
    ['Digit3', null],
  ] as const;
  for (const [key, tab] of screens) {
    await page.keyboard.press(`Alt+${key}`);
    if (tab !== null) await page.getByTestId(tab).click();
    await expect(page.locator('.loading')).toHaveCount(0);
    await lookAt(bench, `away-${tab ?? key}`);
  }
  await page.keyboard.press('Alt+Digit5');
  for (const tab of ['stocks', 'import']) {
    await page.getByTestId(`products-tab-${tab}`).click();
    await lookAt(bench, `away-${tab}`);
  }
});
