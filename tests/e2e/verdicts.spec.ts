import { expect, test } from './bench/bench-test.ts';

test('a wrong item takes the whole screen and stays until it is answered', async ({ packing }) => {
  const order = await packing.openNew({ shape: 'severalItems' });
  const wrong = await packing.productOfAnother(order);
  const [right] = order.units;
  expect(await packing.scan(wrong.barcodes[0] ?? '')).toMatchObject({
    kind: 'rejected',
    code: 'wrong-item',
  });
  await expect(packing.wrongItem).toBeVisible();
  await expect(packing.wrongItem).toContainText(wrong.name);
  await packing.coversTheScreen(packing.wrongItem);
  // Scanning on, even with the right item, is not an answer.
  expect((await packing.scan(right?.code ?? '')).code).toBe('answer-first');
  expect((await packing.scan(order.posting)).code).toBe('answer-first');
  await expect(packing.wrongItem).toBeVisible();
  expect((await packing.scan('PB-OK')).code).toBe('rejection-answered');
  await expect(packing.wrongItem).toBeHidden();
  await packing.showsCount(0, order.units.length);
  await packing.packUnits(order);
  await packing.finish(order);
});

test('one too many and an unknown code are refused and change nothing', async ({ packing }) => {
  const order = await packing.openNew({ shape: 'severalItems' });
  const [first] = order.units;
  const units = order.units.length;
  expect((await packing.scan(first?.code ?? '')).kind).toBe('accepted');
  await packing.showsCount(1, units);
  expect(await packing.scan(first?.code ?? '')).toMatchObject({ kind: 'rejected', code: 'too-many' });
  await packing.showsCount(1, units);
  expect(await packing.scan('4006381333931')).toMatchObject({ kind: 'rejected', code: 'unknown-code' });
  expect((await packing.scan('http://example.com')).kind).toBe('rejected');
  await packing.showsCount(1, units);
  await expect(packing.posting).toHaveAttribute('data-phase', 'scanning');
});

test('the last unit is taken out again by its control code and by its key', async ({ packing }) => {
  const order = await packing.openNew({ shape: 'severalItems' });
  const units = order.units.length;
  expect((await packing.scan('PB-UNDO')).code).toBe('nothing-to-undo');
  const [first] = order.units;
  expect((await packing.scan(first?.code ?? '')).kind).toBe('accepted');
  await packing.showsCount(1, units);
  expect((await packing.scan('PB-UNDO')).code).toBe('unit-undone');
  await packing.showsCount(0, units);
  await packing.packUnits(order);
  expect((await packing.after(() => packing.page.keyboard.press('F3'))).code).toBe('unit-undone');
  await packing.showsCount(units - 1, units);
});

test('a posting is held with a reason and goes on where it stood when it is scanned again', async ({
  packing,
}) => {
  const order = await packing.openNew({ shape: 'severalItems' });
  const [first, ...others] = order.units;
  expect((await packing.scan(first?.code ?? '')).kind).toBe('accepted');
  expect(await packing.scan('PB-HOLD')).toMatchObject({ kind: 'question', code: 'hold-reason' });
  await expect(packing.question).toBeVisible();
  expect((await packing.scan('PB-DAMAGED')).code).toBe('posting-held');
  await expect(packing.question).toBeHidden();
  await expect(packing.posting).toHaveAttribute('data-phase', 'held');
  expect((await packing.scan(order.posting)).code).toBe('posting-resumed');
  await packing.showsCount(1, order.units.length);
  await packing.packUnits({ ...order, units: others });
  await packing.finish(order);
});

test('a posting is split into two packages, each weighed and labelled', async ({ bench, packing }) => {
  const order = await packing.openNew({ shape: 'severalItems' });
  const [first, ...others] = order.units;
  expect((await packing.scan(first?.code ?? '')).kind).toBe('accepted');
  expect((await packing.scan('PB-SPLIT')).code).toBe('package-split');
  if (await packing.asksForCarton()) expect((await packing.scan('PB-BOX-L')).code).toBe('carton-chosen');
  await packing.weigh(await packing.expectedG());
  await expect(packing.posting).toHaveAttribute('data-phase', 'scanning');
  await packing.packUnits({ ...order, units: others });
  await packing.weigh(await packing.expectedG());
  expect((await packing.scanLabel()).code).toBe('label-verified');
  expect((await packing.scanLabel()).code).toBe('posting-closed');
  expect(bench.tray.labels()).toHaveLength(2);
});
