import { expect, test } from './bench/bench-test.ts';

test('returns are fetched by a code that is shown, printed and made anew, and each item given out is seen', async ({
  bench,
  packing,
}) => {
  const { page, shop } = bench;
  const [first = '', second = ''] = await shop.add({ shape: 'single', count: 2 });
  await shop.comesBack(first);
  await shop.comesBack(second);
  const id = await shop.givesOut();
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');
  await page.keyboard.press('Alt+Digit6');
  await page.getByTestId('after-sale-tab-collecting').click();
  const code = page.getByTestId('collecting-code');
  await expect(code).toHaveText('%303%24204080001');
  await expect(page.getByTestId('return-point-71')).toContainText('2');
  await page.getByTestId('collecting-print').click();
  await expect(page.getByTestId('collecting-printed')).toContainText('return-code');
  // The shop makes a new one and its answer is lost: it counts, and is asked for once.
  await shop.play({ kind: 'lostAnswer', method: '/v1/return/giveout/barcode-reset' });
  await page.getByTestId('collecting-renew').click();
  await page.getByTestId('collecting-renew-confirm').click();
  await expect(code).toHaveText('%303%24204080002');
  expect(await shop.requests('/v1/return/giveout/barcode-reset')).toHaveLength(1);
  await page.getByTestId(`open-giveout-${id}`).click();
  await expect(page.getByTestId('giveout-items').getByText('given out', { exact: true })).toHaveCount(1);
  await expect(page.getByTestId('giveout-items').getByText('not yet', { exact: true })).toHaveCount(1);
});
