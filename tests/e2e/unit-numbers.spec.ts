import { expect, test } from './bench/bench-test.ts';

test('a unit with an IMEI is scanned, its number scanned or typed, and the shop gets both', async ({
  bench,
  packing,
}) => {
  const { page, shop } = bench;
  const product = (await shop.products()).find(({ marked }) => !marked);
  const lines = [{ sku: product?.sku ?? 0, quantity: 2 }];
  const order = await packing.openNew({ lines, demands: ['imei'] });
  const code = product?.barcodes[0] ?? '';
  expect(await packing.scan(code)).toMatchObject({ kind: 'question', code: 'scan-imei' });
  await expect(packing.question).toBeVisible();
  expect((await packing.scan('490154203237519')).code).toBe('unit-number-wrong');
  expect((await packing.scan('490154203237518')).code).toBe('unit-packed');
  expect((await packing.scan(code)).code).toBe('scan-imei');
  await page.getByLabel('IMEI, 15 digits').fill('356938035643809');
  const typed = await packing.after(() => page.getByTestId('unit-number-take').click());
  expect(typed.code).toBe('package-complete');
  await packing.finish(order);
  const done = await shop.posting(order.posting);
  expect(done).toMatchObject({ status: 'awaiting_deliver', shipChanges: 1 });
  expect(done.units.map(({ marks }) => marks)).toEqual([
    [{ mark: '490154203237518', markType: 'imei' }],
    [{ mark: '356938035643809', markType: 'imei' }],
  ]);
});
