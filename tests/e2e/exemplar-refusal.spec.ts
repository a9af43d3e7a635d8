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
});
