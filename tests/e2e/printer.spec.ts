import { expect, test } from './bench/bench-test.ts';

test('a printer that is off is said to be off; back on, it prints the label once', async ({
  bench,
  packing,
}) => {
  const order = await packing.openNew({ shape: 'single' });
  await packing.packUnits(order);
  await bench.printer.powerOff();
  await expect(packing.printerState).toHaveAttribute('data-state', /away|connecting/);
  await packing.weigh(await packing.expectedG());
  await expect(packing.instruction).toHaveAttribute('data-step', 'label-not-sent');
  expect(bench.tray.labels()).toHaveLength(0);
  await bench.printer.powerOn();
  await expect(packing.printerState).toHaveAttribute('data-state', 'ready');
  expect((await packing.scanLabel()).code).toBe('posting-closed');
  expect(bench.tray.labels()).toHaveLength(1);
});

test('a printer that dies while it prints prints nothing again unasked', async ({ bench, packing }) => {
  const stopDying = bench.printer.onLabel(() => bench.printer.unplug());
  const order = await packing.openNew({ shape: 'single' });
  await packing.packUnits(order);
  await packing.weigh(await packing.expectedG());
  await expect(packing.instruction).toHaveAttribute('data-step', 'doubtful');
  stopDying();
  await expect(packing.printerState).toHaveAttribute('data-state', 'ready');
  const first = await packing.nextLabel();
  expect(bench.tray.labels()).toHaveLength(1);
  // The packer looks: the label came out torn, so another copy is asked for.
  expect((await packing.scan('PB-REPRINT')).code).toBe('label-reprinting');
  expect((await packing.scanLabel()).code).toBe('posting-closed');
  expect(bench.tray.labels()).toHaveLength(2);
  expect(await bench.tray.labels()[1]?.codes()).toEqual(await first.codes());
});

test('the label of another posting is refused loudly', async ({ bench, packing }) => {
  const other = (await bench.shop.postings()).find(({ status }) => status === 'awaiting_deliver');
  const order = await packing.openNew({ shape: 'single' });
  await packing.packUnits(order);
  await packing.weigh(await packing.expectedG());
  await expect(packing.posting).toHaveAttribute('data-phase', 'verifying');
  expect((await packing.scan(other?.number ?? '')).code).toBe('label-of-another-posting');
  await expect(packing.posting).toHaveAttribute('data-phase', 'verifying');
  expect((await packing.scanLabel()).code).toBe('posting-closed');
});

test('a label that waited for its printer for too long comes out only when the packer asks for it', async ({
  bench,
  packing,
}) => {
  test.setTimeout(150_000);
  const order = await packing.openNew({ shape: 'single' });
  await packing.packUnits(order);
  await bench.printer.powerOff();
  await packing.weigh(await packing.expectedG());
  await expect(packing.instruction).toHaveAttribute('data-step', 'label-not-sent');
  // Longer than a label is printed unasked; after that no length of time makes a difference.
  await bench.page.waitForTimeout(61_000);
  await bench.printer.powerOn();
  await expect(packing.printerState).toHaveAttribute('data-state', 'ready');
  // Twice as long as the bench takes to look at what is owed.
  await bench.page.waitForTimeout(1_500);
  expect(bench.tray.labels()).toHaveLength(0);
  expect((await packing.scan('PB-REPRINT')).code).toBe('label-reprinting');
  expect((await packing.scanLabel()).code).toBe('posting-closed');
  expect(bench.tray.labels()).toHaveLength(1);
});
