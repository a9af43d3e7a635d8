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

test.describe('goods that fit no carton of the bench', () => {
  const cartons = [{ code: 'XXS', innerMm: [20, 20, 20], outerMm: [26, 26, 26], tareG: 5, maxLoadG: 20_000 }];

  test.describe('where every package is weighed', () => {
    test.use({ wish: { cartons } });
    test('are packed by eye and weighed: no carton is asked for', async ({ bench, packing }) => {
      const order = await packing.openNew({ shape: 'single' });
      await packing.packUnits(order);
      await expect(packing.instruction).toHaveAttribute('data-step', 'weigh-by-eye');
      expect((await packing.scan('PB-BOX-XXS')).code).toMatch(/^carton-too-small|carton-overloaded$/);
      await packing.finish(order);
      expect(bench.tray.labels()).toHaveLength(1);
    });
  });

  test.describe('where nothing is weighed', () => {
    test.use({ wish: { cartons: [], rules: { requireWeight: false } } });
    test('are ended with OK, also on a bench without any carton', async ({ bench, packing }) => {
      const order = await packing.openNew({ shape: 'single' });
      await packing.packUnits(order);
      await expect(packing.instruction).toHaveAttribute('data-step', 'finish-by-eye');
      await expect(bench.page.getByTestId('control-ok')).toBeVisible();
      expect((await packing.after(() => bench.page.getByTestId('control-ok').click())).code).toBe(
        'package-packed',
      );
      expect((await packing.scanLabel()).code).toBe('posting-closed');
    });
  });
});

test('a parcel that the acceptance point would not take is refused, says by how much, and passes only with a lead', async ({
  bench,
  packing,
}) => {
  const { page, shop } = bench;
  await shop.setAcceptance({ maxWeightG: 40 });
  const order = await packing.openNew({ shape: 'single' });
  await expect
    .poll(async () => JSON.stringify(await shop.requests('/v1/posting/fbs/restrictions')))
    .toContain(order.posting);
  await packing.packUnits(order);
  const expectedG = await packing.expectedG();
  await packing.weigh(expectedG);
  await expect(page.getByTestId('limit-refusal')).toContainText('40 g');
  await expect(packing.posting).toHaveAttribute('data-phase', 'weighing');
  await expect(packing.instruction).toHaveAttribute('data-step', 'over-limit');
  expect(bench.tray.labels()).toHaveLength(0);
  expect((await packing.scan('PB-BADGE-P1')).code).toBe('lead-needed');
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('limit-overridden');
  expect((await packing.scanLabel()).code).toBe('posting-closed');
});
