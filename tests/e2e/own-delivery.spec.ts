import { expect, test } from './bench/bench-test.ts';

test('carrier’s numbers are scanned one after the other and sent together, and times of delivery are moved once', async ({
  bench,
  packing,
}) => {
  const { page, shop, keyboard } = bench;
  const [own = '', other = '', theirs = ''] = await shop.add({ shape: 'single', count: 3 });
  for (const number of [own, other]) await shop.deliverInPerson(number);
  for (const number of [own, other, theirs]) await shop.shipElsewhere(number);
  await expect.poll(async () => (await shop.posting(theirs)).status).toBe('awaiting_deliver');
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');
  await page.keyboard.press('Alt+Digit6');
  await page.getByTestId('after-sale-tab-delivery').click();
  await page.getByTestId('delivery-what-many').click();
  await expect(page.getByTestId('track-add')).toBeVisible();
  for (const [number, tracking] of [
    [own, 'RA000000001RU'],
    [other, 'RA000000002RU'],
    [theirs, 'RA000000003RU'],
  ] as const) {
    // Until the window has the scans, the packing has them.
    await expect(async () => {
      await keyboard.scan(number);
      await expect(page.getByLabel('Posting number')).toHaveValue(number, { timeout: 1_000 });
    }).toPass();
    await keyboard.scan(tracking);
    await expect(page.getByTestId(`track-${number}`)).toContainText(tracking);
  }
  await page.getByTestId('track-send').click();
  await expect(page.getByTestId(`track-${own}`)).toContainText('the shop has it');
  await expect(page.getByTestId(`track-${other}`)).toContainText('the shop has it');
  await expect(page.getByTestId(`track-${theirs}`)).toContainText('HAS_INCORRECT_TPL_INTEGRATION_TYPE');

  await page.getByTestId('delivery-what-one').click();
  await page.getByLabel('Posting number').fill(own);
  await page.getByTestId('delivery-show').click();
  await expect(page.getByTestId('delivery-state')).toContainText('RA000000001RU');
  await expect(page.getByTestId('delivery-moves')).toContainText('2 times');
  const at = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 16);
  await page.getByLabel('Deliver from').fill(at(4));
  await page.getByLabel('until').fill(at(4.2));
  await shop.play({ kind: 'lostAnswer', method: '/v1/posting/fbs/timeslot/set' });
  await page.getByTestId('delivery-timeslot').click();
  await expect(page.getByTestId('delivery-moves')).toContainText('1 time,');
  expect(await shop.requests('/v1/posting/fbs/timeslot/set')).toHaveLength(1);
});
