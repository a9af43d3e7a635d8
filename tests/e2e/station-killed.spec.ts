import { expect, test } from './bench/bench-test.ts';

test('a station killed in the middle comes back, the window says so, and packing goes on at the same scan', async ({
  bench,
  packing,
}) => {
  const order = await packing.openNew({ shape: 'severalItems' });
  const [first, ...others] = order.units;
  expect((await packing.scan(first?.code ?? '')).kind).toBe('accepted');
  await packing.showsCount(1, order.units.length);
  await bench.killStation();
  await expect(packing.stationStatus).toHaveAttribute('data-status', 'down');
  await expect(packing.stationStatus.getByRole('alert')).toBeVisible();
  await expect(packing.stationStatus).toHaveAttribute('data-status', 'up');
  await expect(packing.stationStatus.getByRole('alert')).toBeHidden();
  packing.forgetVerdicts();
  await expect(packing.posting).toHaveAttribute('data-posting', order.posting);
  await packing.showsCount(1, order.units.length);
  await packing.packUnits({ ...order, units: others });
  await packing.finish(order);
  expect(bench.tray.labels()).toHaveLength(1);
});

test('a station killed between the weight and the label ships once and labels once', async ({
  bench,
  packing,
}) => {
  await bench.shop.setTimings({ shipMs: 2_000 });
  const order = await packing.openNew({ shape: 'single' });
  await packing.packUnits(order);
  await packing.weigh(await packing.expectedG());
  await expect(packing.posting).toHaveAttribute('data-phase', 'labelling');
  await expect.poll(async () => (await bench.shop.posting(order.posting)).shipRequests).toBe(1);
  await bench.killStation();
  await expect(packing.stationStatus).toHaveAttribute('data-restarts', '1');
  await expect(packing.stationStatus).toHaveAttribute('data-status', 'up');
  packing.forgetVerdicts();
  expect((await packing.scanLabel()).code).toBe('posting-closed');
  const { shipRequests, shipChanges } = await bench.shop.posting(order.posting);
  expect({ shipRequests, shipChanges }).toEqual({ shipRequests: 1, shipChanges: 1 });
  expect(bench.tray.labels()).toHaveLength(1);
});

test('an open screen asks the new station for what the old one took with it, and no failure stays behind', async ({
  bench,
  packing,
}) => {
  const { page } = bench;
  await page.getByTestId('nav-shift').click();
  await expect(page.getByText('Nothing was packed on this day')).toBeVisible();
  await bench.haltStation();
  await page.getByRole('button', { name: 'Day before' }).click();
  await bench.killStation();
  await expect(packing.stationStatus).toHaveAttribute('data-restarts', '1');
  await expect(packing.stationStatus).toHaveAttribute('data-status', 'up');
  await expect(page.locator('.failure')).toHaveCount(0);
  await expect(page.getByText('Nothing was packed on this day')).toBeVisible();
});

test('a computer that wakes up connects its devices anew, as a line that looks alive may be dead', async ({
  bench,
  packing,
}) => {
  const connections = async () =>
    (await bench.frames.events('device')).filter(({ data }) => data.state === 'ready').length;
  const before = await connections();
  await bench.app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
  await expect.poll(connections).toBe(before + 3);
  await packing.isReady();
  expect((await packing.openNew({ shape: 'single' })).units).toHaveLength(1);
});
