import { expect, test } from './bench/bench-test.ts';

test('a weight out of tolerance stops the parcel, says by how much, and passes only with a lead', async ({
  bench,
  packing,
}) => {
  const order = await packing.openNew({ shape: 'single' });
  await packing.packUnits(order);
  const expectedG = await packing.expectedG();
  await packing.weigh(expectedG + 700);
  await expect(packing.weightRefusal).toContainText('700');
  await expect(packing.posting).toHaveAttribute('data-phase', 'weighing');
  expect((await packing.scan('PB-BADGE-P1')).code).toBe('lead-needed');
  expect((await packing.scan('PB-BADGE-NOBODY')).code).toBe('unknown-badge');
  expect(bench.tray.labels()).toHaveLength(0);
  const released = await packing.scan('PB-BADGE-L1');
  expect(released).toMatchObject({ kind: 'accepted', code: 'weight-overridden' });
  expect(released.sentence).toContain('Oleg');
  expect((await packing.scanLabel()).code).toBe('posting-closed');
});

test('a missing item is named by its weight, and the right weight passes by itself', async ({
  bench,
  packing,
}) => {
  const heavy = (await bench.shop.products()).find(({ weightG, marked }) => weightG > 400 && !marked);
  const order = await packing.openNew({ lines: [{ sku: heavy?.sku ?? 0, quantity: 2 }] });
  await packing.packUnits(order);
  const expectedG = await packing.expectedG();
  await packing.weigh(expectedG - (heavy?.weightG ?? 0));
  await expect(packing.weightRefusal).toContainText(heavy?.name ?? '?');
  await packing.finish(order);
});
