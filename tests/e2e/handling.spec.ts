import { expect, test } from './bench/bench-test.ts';
import { QueuePage } from './pages/queue-page.ts';

test('a posting shows how it wants to be handled, and a lead is offered what the shop offers', async ({
  bench,
  packing,
}) => {
  const { page, shop } = bench;
  const traits = ['click_and_collect', 'presortable', 'multibox'];
  const held = await packing.openNew({ shape: 'severalUnits', traits, companyBuyer: 'ООО «Ромашка»' });
  await expect(page.getByTestId('flags')).toContainText('click & collect');
  await expect(page.getByTestId('flags')).toContainText('ООО «Ромашка»');
  expect((await packing.scan('PB-MISSING')).code).toBe('posting-held');
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');
  const queue = new QueuePage(page);
  await queue.open();
  await queue.openTab('held');
  await expect(page.getByTestId(`split-${held.posting}`)).toBeVisible();
  // It may go in several boxes: the shop is told in how many, and again after an answer that was lost.
  const boxesSet = '/v3/posting/multiboxqty/set';
  await page.getByTestId(`boxes-${held.posting}`).click();
  await page.getByRole('dialog').getByRole('textbox').fill('3');
  await page.keyboard.press('Tab');
  await shop.play({ kind: 'lostAnswer', method: boxesSet });
  await page.getByTestId('boxes-confirm').click();
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
  await page.getByTestId('boxes-confirm').click();
  await expect(page.getByRole('dialog')).toBeHidden();
  const told = await shop.requests(boxesSet);
  expect(told.at(-1)?.body).toMatchObject({ posting_number: held.posting, multi_box_qty: 3 });
  // Another bench ships it, which takes the shop a while: nothing can be done with it meanwhile.
  await shop.setTimings({ shipMs: 60_000 });
  await shop.shipElsewhere(held.posting);
  await expect(page.getByTestId(`not-offered-${held.posting}`)).toContainText('being shipped');
  await expect(page.getByTestId(`split-${held.posting}`)).toHaveCount(0);
  await expect(page.getByTestId(`cancel-${held.posting}`)).toHaveCount(0);
});
