import { expect, test } from './bench/bench-test.ts';

test('a marking code that the shop refuses is known while its item is in hand, or comes out again before a label', async ({
  bench,
  packing,
}) => {
  const product = (await bench.shop.products()).find(({ marked }) => marked);
  const sku = product?.sku ?? 0;
  const order = await packing.openNew({ lines: [{ sku, quantity: 1 }] });
  const [bad, late] = await Promise.all([bench.shop.markingCode(sku), bench.shop.markingCode(sku)]);
  await bench.shop.refuseMark(bad, 'validate');
  await bench.shop.refuseMark(late, 'set');

  // The first is refused while the packer packs.
  expect((await packing.scan(bad)).kind).toBe('accepted');
  await expect(packing.wrongItem).toContainText('The shop refuses this marking code');
  await expect(packing.wrongItem).toContainText('MANDATORY_MARK_WITHDRAWN');
  await expect(packing.wrongItem).toContainText(product?.name ?? '');
  expect((await packing.scan('PB-OK')).code).toBe('rejection-answered');
  await packing.showsCount(0, 1);

  // The second passes as a form, and is refused when the package is packed: it is filled again.
  expect((await packing.scan(late)).kind).toBe('accepted');
  await packing.weigh(await packing.expectedG());
  await expect(packing.wrongItem).toContainText('MANDATORY_MARK_WITHDRAWN');
  expect((await packing.scan('PB-OK')).code).toBe('rejection-answered');
  await packing.showsCount(0, 1);
  expect((await bench.shop.posting(order.posting)).shipRequests).toBe(0);

  // A good one goes the whole road.
  await packing.packUnits(order);
  await packing.finish(order);
  expect((await bench.shop.posting(order.posting)).marks).toEqual([
    { mark: order.units[0]?.code, check: 'passed' },
  ]);

  // Afterwards a lead scans another one in its place; the answer to the last step is lost, and it counts once.
  const right = await bench.shop.markingCode(sku);
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');
  await bench.page.getByTestId('nav-shift').click();
  await bench.page.getByTestId(`correct-${order.posting}`).click();
  await expect(bench.page.getByTestId('correct-which')).toContainText(product?.name ?? '');
  await bench.shop.play({ kind: 'lostAnswer', method: '*exemplar/update' });
  const outcome = bench.page.getByTestId('correct-outcome');
  await bench.keyboard.scan(late);
  await expect(outcome).toHaveAttribute('data-outcome', 'rejected');
  await expect(outcome).toContainText('The shop refuses this code: MANDATORY_MARK_WITHDRAWN');
  await bench.keyboard.scan(right);
  await expect(outcome).toHaveAttribute('data-outcome', 'done');
  expect((await bench.shop.posting(order.posting)).marks).toEqual([{ mark: right, check: 'passed' }]);
  expect(await bench.shop.requests('exemplar/update')).toHaveLength(1);
});
