import { expect, test } from './bench/bench-test.ts';

test('a buyer’s return is counted, opened and answered with what the shop offers, never twice', async ({
  bench,
  packing,
}) => {
  const { page, shop } = bench;
  const [number = ''] = await shop.add({ shape: 'single' });
  const [asked = ''] = await shop.add({ shape: 'single' });
  await packing.openNew({ shape: 'single' });
  expect((await packing.scan('PB-MISSING')).code).toBe('posting-held');
  const id = await shop.wantsToReturn(number);
  await shop.asksToCancel(asked);
  // Both wait for a person, and come in without anybody looking.
  await expect(page.getByTestId('nav-after-sale')).toContainText('2');
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');
  await page.keyboard.press('Alt+Digit3');
  await expect(page.getByText('A buyer’s return waits for you')).toBeVisible();
  await expect(page.getByText('The shop decides by itself')).toBeVisible();

  await page.keyboard.press('Alt+Digit6');
  await page.getByTestId('after-sale-tab-requests').click();
  await page.getByTestId(`open-request-${number}`).click();
  await expect(page.getByTestId('request-facts')).toContainText('Маловато');
  // A lost answer is looked up: the shop has it, and it is asked for once.
  await shop.play({ kind: 'lostAnswer', method: '/v1/returns/rfbs/action/set' });
  await page.getByTestId('request-action-1000').click();
  await page.getByTestId('request-confirm').click();
  await expect(page.getByTestId('request-facts')).toContainText('Едет к продавцу');
  await page.getByTestId('request-action-1010').click();
  await page.getByTestId('request-confirm').click();
  await expect(page.getByTestId('request-facts')).toContainText('На проверке');
  await page.getByTestId('request-action--10').click();
  await expect(page.getByTestId('request-confirm')).toBeDisabled();
  await page.getByLabel('What the buyer is told').fill('Носили');
  await page.getByTestId('request-confirm').click();
  await expect(page.getByTestId('request-facts')).toContainText('Отклонена');
  expect(await shop.returnActions(id)).toEqual([1000, 1010, -10]);
  expect(await shop.requests('/v1/returns/rfbs/action/set')).toHaveLength(3);
  await page.keyboard.press('Escape');
  await expect(page.getByText('No return waits for you')).toBeVisible();
  await expect(page.getByTestId('nav-after-sale')).toContainText('1');
});

for (const language of ['ru', 'zh-CN'] as const) {
  test.describe(language, () => {
    test.use({ wish: { language } });
    test('a return that comes through the shop is shown with all that the shop says of it', async ({
      bench,
      packing,
    }) => {
      const { page, shop } = bench;
      await packing.isReady();
      const [number = ''] = await shop.add({ shape: 'single' });
      await shop.comesBack(number);
      await page.keyboard.press('Alt+Digit6');
      await page.getByTestId(/^open-return-/).click();
      await expect(page.getByTestId('return-facts')).toContainText(number);
      await page.keyboard.press('Escape');
      await expect(page.getByTestId('return-facts')).toBeHidden();
    });
  });
}
