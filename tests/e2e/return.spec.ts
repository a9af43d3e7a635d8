import { expect, test } from './bench/bench-test.ts';

test('a return is found by its barcode, and a lead answers buyers who want to cancel', async ({
  bench,
  packing,
}) => {
  const { page, shop } = bench;
  const [back = ''] = await shop.add({ shape: 'single' });
  await packing.openNew({ shape: 'single' });
  expect((await packing.scan('PB-MISSING')).code).toBe('posting-held');
  await page.keyboard.press('Alt+Digit6');
  await expect(page.getByText('Nothing comes back')).toBeVisible();
  const barcode = await shop.comesBack(back);
  await page.keyboard.press('Alt+Digit2');
  await page.keyboard.press('Alt+Digit6');
  const row = page.getByRole('row', { name: barcode });
  await expect(row).toContainText(back);
  await page.getByRole('textbox').fill('no such barcode');
  await expect(row).toBeHidden();
  await page.getByRole('textbox').fill(barcode);
  await expect(row).toBeVisible();

  const asked: string[] = [];
  for (let turn = 0; turn < 2; turn += 1) {
    const [number = ''] = await shop.add({ shape: 'single' });
    await shop.asksToCancel(number);
    asked.push(number);
  }
  const [kept = '', gone = ''] = asked;
  await page.getByTestId('after-sale-tab-cancellations').click();
  await expect(page.getByTestId(`cancellation-${kept}`)).toBeVisible();
  // Whoever only packs decides nothing here.
  await expect(page.getByTestId(`agree-${kept}`)).toHaveCount(0);
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');
  await page.keyboard.press('Alt+Digit6');
  await page.getByTestId('after-sale-tab-cancellations').click();
  await page.getByTestId(`decline-${kept}`).click();
  await page.getByTestId('decide-confirm').click();
  await expect(page.getByTestId(`cancellation-${kept}`)).toBeHidden();
  await page.getByTestId(`agree-${gone}`).click();
  // The shop cancels it, and its answer never comes: it counts, and is asked for once.
  await shop.play({ kind: 'lostAnswer', method: '/v2/conditional-cancellation/approve' });
  await page.getByTestId('decide-confirm').click();
  await expect(page.getByText('No buyer wants to cancel')).toBeVisible();
  expect(await shop.requests('/v2/conditional-cancellation/approve')).toHaveLength(1);
  expect((await shop.posting(kept)).status).toBe('awaiting_packaging');
  expect((await shop.posting(gone)).status).toBe('cancelled');
});

test('a parcel that the seller delivers is tracked and told of until it is there, whichever answer is lost', async ({
  bench,
  packing,
}) => {
  const { page, shop } = bench;
  const [number = ''] = await shop.add({ shape: 'single' });
  await shop.deliverInPerson(number);
  await packing.openNew({ shape: 'single' });
  await shop.shipElsewhere(number);
  await expect.poll(async () => (await shop.posting(number)).status).toBe('awaiting_deliver');
  await page.keyboard.press('Alt+Digit6');
  await page.getByTestId('after-sale-tab-delivery').click();
  await page.getByLabel('Posting number').fill(number);
  await page.getByTestId('delivery-show').click();
  await page.getByLabel('Tracking number').fill('RA123456789RU');
  await page.getByTestId('delivery-track').click();
  await expect(page.getByTestId('delivery-state')).toContainText('RA123456789RU');
  for (const [step, status] of [
    ['delivering', 'delivering'],
    ['last-mile', 'driver_pickup'],
    ['delivered', 'delivered'],
  ] as const) {
    await shop.play({ kind: 'lostAnswer', method: `/v2/fbs/posting/${step}` });
    await page.getByTestId(`delivery-${step}`).click();
    await expect(page.getByTestId(`delivery-${step}`)).toBeHidden();
    expect((await shop.posting(number)).status).toBe(status);
    expect(await shop.requests(`/v2/fbs/posting/${step}`)).toHaveLength(1);
  }
});
