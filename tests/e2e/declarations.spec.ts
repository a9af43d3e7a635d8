import { expect, test } from './bench/bench-test.ts';
import { QueuePage } from './pages/queue-page.ts';

test('a lead gives country and customs declaration, and the posting is packed and shipped with them', async ({
  bench,
  packing,
}) => {
  const { page, shop } = bench;
  const sku = (await shop.products()).find(({ marked }) => !marked)?.sku ?? 0;
  const lines = [{ sku, quantity: 2 }];
  const [number = ''] = await shop.add({ lines, requiresCountry: true, gtdAfterCountry: true });
  const [tomorrow = ''] = await shop.add({ lines, demandOfTomorrow: true });
  await packing.openNew({ shape: 'single' });
  expect((await packing.scan('PB-MISSING')).code).toBe('posting-held');
  const refused = await packing.scan(number);
  expect(refused).toMatchObject({ kind: 'rejected', code: 'posting-not-ready' });
  expect((await packing.scan(tomorrow)).sentence).toContain('this version does not know');

  const queue = new QueuePage(page);
  await queue.open();
  await queue.openTab('tasks');
  await expect(page.getByText(number)).toBeVisible();
  await expect(page.getByTestId(`declare-${number}`)).toHaveCount(0);
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');
  await queue.open();
  await queue.openTab('tasks');
  await page.getByTestId(`declare-${number}`).click();
  await expect(page.getByTestId('declare-confirm')).toBeDisabled();
  await page.getByTestId('declare-country').click();
  await page.getByRole('option', { name: /CN/ }).click();
  await page.getByTestId('declare-confirm').click();
  await page.getByRole('textbox', { name: 'Customs declaration' }).waitFor();
  // Now that it knows the country, the shop wants the declaration as well.
  await page.getByRole('textbox', { name: 'Customs declaration' }).fill('10714440/110922/0012345');
  await page.getByTestId('declare-confirm').click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByTestId(`declare-${number}`)).toHaveCount(0);

  const order = await packing.orderOf(number);
  await page.keyboard.press('Alt+Digit1');
  expect((await packing.scan(number)).code).toBe('posting-opened');
  await packing.packUnits(order);
  await packing.finish(order);
  const done = await shop.posting(number);
  expect(done).toMatchObject({ status: 'awaiting_deliver', shipChanges: 1, lines: [{ country: 'CN' }] });
  expect(done.units.map(({ gtd }) => gtd)).toEqual(['10714440/110922/0012345', '10714440/110922/0012345']);

  // The same product the next time: both are offered.
  const [next = ''] = await shop.add({ lines: [{ sku, quantity: 1 }], requiresCountry: true });
  await queue.open();
  await queue.openTab('tasks');
  await page.getByTestId(`declare-${next}`).click();
  await expect(page.getByTestId('declare-country')).toContainText('CN');
  await expect(page.getByTestId('declare-confirm')).toBeEnabled();
});
