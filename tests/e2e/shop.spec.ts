import { expect, test } from './bench/bench-test.ts';

test('without the shop packing goes on with an interim label, which is replaced when the shop is back', async ({
  bench,
  packing,
}) => {
  const order = await packing.openNew({ shape: 'single' });
  await bench.closeShop();
  await expect(packing.shopState).toHaveAttribute('data-state', 'offline');
  await packing.packUnits(order);
  await packing.weigh(await packing.expectedG());
  expect((await packing.scanLabel()).code).toBe('posting-closed');
  expect(await packing.relabelCount()).toBe(1);
  await bench.openShop();
  await expect(packing.shopState).toHaveAttribute('data-state', 'online');
  await expect.poll(async () => (await bench.shop.posting(order.posting)).status).toBe('awaiting_deliver');
  await expect
    .poll(async () => (await packing.scan(order.posting)).code, { intervals: [500] })
    .toBe('relabel-opened');
  expect((await packing.scanLabel()).code).toBe('posting-closed');
  expect(await packing.relabelCount()).toBe(0);
  expect((await bench.shop.posting(order.posting)).shipChanges).toBe(1);
  expect(bench.tray.labels()).toHaveLength(2);
});

test('a cancellation while packing takes the whole screen at once and stops the label', async ({
  bench,
  packing,
}) => {
  const order = await packing.openNew({ shape: 'severalItems' });
  const [first, second] = order.units;
  expect((await packing.scan(first?.code ?? '')).kind).toBe('accepted');
  await bench.shop.cancel(order.posting);
  await expect(packing.cancelled).toBeVisible();
  await packing.coversTheScreen(packing.cancelled);
  expect(await packing.scan(second?.code ?? '')).toMatchObject({ kind: 'rejected', code: 'cancelled' });
  await expect(packing.cancelled).toBeVisible();
  expect((await packing.scan('PB-OK')).code).toBe('cancellation-answered');
  await expect(packing.cancelled).toBeHidden();
  expect((await bench.shop.posting(order.posting)).shipRequests).toBe(0);
  expect(bench.tray.labels()).toHaveLength(0);
  const next = await packing.openNew({ shape: 'single' });
  await packing.packUnits(next);
  await packing.finish(next);
});
