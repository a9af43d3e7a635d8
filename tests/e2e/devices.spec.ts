import { expect, test } from './bench/bench-test.ts';

test('a scale that is unplugged while it weighs shows no weight any more, and weighs on when it is back', async ({
  bench,
  packing,
}) => {
  const order = await packing.openNew({ shape: 'single' });
  await packing.packUnits(order);
  const expectedG = await packing.expectedG();
  await packing.weigh(expectedG + 700);
  await expect(packing.weightRefusal).toContainText('700');
  await bench.scale.powerOff();
  const scale = bench.page.getByTestId('device-scale');
  await expect(scale).toHaveAttribute('data-state', 'away');
  await expect(packing.scaleWeight).not.toContainText(/\d/);
  // What lies on the pan changes while nobody sees it.
  bench.scale.put(0);
  await expect(packing.posting).toHaveAttribute('data-phase', 'weighing');
  expect(bench.tray.labels()).toHaveLength(0);
  await bench.scale.powerOn();
  await expect(scale).toHaveAttribute('data-state', 'ready');
  await packing.finish(order);
  expect(bench.tray.labels()).toHaveLength(1);
});

test.describe('two scanners on one bench', () => {
  test.use({ wish: { scanners: 2 } });
  test('are both answered when they scan at the same moment', async ({ bench, packing }) => {
    const [left, right] = bench.scanners;
    await expect(bench.page.getByTestId('device-scanner-2')).toHaveAttribute('data-state', 'ready');
    const marked = (await bench.shop.products()).filter((product) => product.marked);
    const [product] = marked.toSorted((a, b) => a.weightG - b.weightG);
    const order = await packing.openNew({ lines: [{ sku: product?.sku ?? 0, quantity: 4 }] });
    const [first, second, third, fourth] = order.units.map(({ code }) => code);
    left?.scan(first ?? '');
    right?.scan(second ?? '');
    await packing.showsCount(2, 4);
    right?.scan(third ?? '');
    left?.scan(fourth ?? '');
    await expect(packing.posting).toHaveAttribute('data-phase', 'weighing');
    packing.forgetVerdicts();
    await packing.finish(order);
  });
});
