import { expect, test } from './bench/bench-test.ts';

test('a unit with an IMEI is scanned, its number scanned or typed, the unit weighed or its weight typed, and the shop gets all of it', async ({
  bench,
  packing,
}) => {
  const { page, shop } = bench;
  const product = (await shop.products()).find(({ marked }) => !marked);
  const lines = [{ sku: product?.sku ?? 0, quantity: 2 }];
  const order = await packing.openNew({ lines, demands: ['imei', 'weight'] });
  const code = product?.barcodes[0] ?? '';
  expect(await packing.scan(code)).toMatchObject({ kind: 'question', code: 'scan-imei' });
  await expect(packing.question).toBeVisible();
  expect((await packing.scan('490154203237519')).code).toBe('unit-number-wrong');
  expect((await packing.scan('490154203237518')).code).toBe('weigh-unit');
  await expect(packing.question).toContainText('alone on the scale');
  const grams = (product?.weightG ?? 0) + 20;
  expect((await packing.after(() => packing.weigh(grams))).code).toBe('unit-packed');
  expect((await packing.scan(code)).code).toBe('scan-imei');
  await page.getByLabel('IMEI, 15 digits').fill('356938035643809');
  const typed = await packing.after(() => page.getByTestId('unit-number-take').click());
  expect(typed.code).toBe('weigh-unit');
  // The unit before still lies on the scale.
  await expect(page.getByTestId('unit-scale-hint')).toBeVisible();
  await page.getByLabel('No scale? Its weight in grams').fill('75');
  const weight = await packing.after(() => page.getByTestId('unit-weight-take').click());
  expect(weight.code).toBe('confirm-unit-weight');
  await expect(packing.question).toContainText('75 g');
  expect((await packing.scan('PB-BADGE-P1')).code).toBe('lead-needed');
  expect((await packing.scan('PB-NO')).code).toBe('question-dropped');
  expect((await packing.scan(code)).code).toBe('scan-imei');
  expect((await packing.scan('356938035643809')).code).toBe('weigh-unit');
  await page.getByLabel('No scale? Its weight in grams').fill(String(grams));
  await packing.after(() => page.getByTestId('unit-weight-take').click());
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('package-complete');
  await packing.finish(order);
  const done = await shop.posting(order.posting);
  expect(done).toMatchObject({ status: 'awaiting_deliver', shipChanges: 1 });
  expect(done.units.map(({ marks, weightKg }) => ({ marks, weightKg }))).toEqual(
    ['490154203237518', '356938035643809'].map((mark) => ({
      ...{ marks: [{ mark, markType: 'imei' }], weightKg: grams / 1000 },
    })),
  );
});
