import { expect, test } from './bench/bench-test.ts';
import { QueuePage } from './pages/queue-page.ts';

test('a posting is opened from the queue, by a press', async ({ bench, packing }) => {
  const queue = new QueuePage(bench.page);
  const [number = ''] = await bench.shop.add({ shape: 'single' });
  await queue.open();
  await expect(queue.tile(number)).toBeVisible();
  expect((await packing.after(() => queue.tile(number).click())).code).toBe('posting-opened');
  await expect(packing.posting).toHaveAttribute('data-posting', number);
  const order = await packing.orderOf(number);
  await packing.packUnits(order);
  await packing.finish(order);
  await queue.open();
  await expect(queue.tile(number)).toBeHidden();
});

test('what is on hold and what was cancelled stands in its own list', async ({ bench, packing }) => {
  const queue = new QueuePage(bench.page);
  const held = await packing.openNew({ shape: 'single' });
  expect((await packing.scan('PB-MISSING')).code).toBe('posting-held');
  const cancelled = await packing.openNew({ shape: 'single' });
  await packing.packUnits(cancelled);
  await bench.shop.cancel(cancelled.posting);
  await expect(packing.cancelled).toBeVisible();
  expect((await packing.scan('PB-OK')).code).toBe('cancellation-answered');
  await queue.open();
  await queue.openTab('held');
  await expect(queue.row(held.posting)).toBeVisible();
  await queue.openTab('stopped');
  await expect(queue.row(cancelled.posting)).toBeVisible();
});

test('a lead cancels one item of a posting that cannot be found, and then the whole posting', async ({
  bench,
  packing,
}) => {
  const { page } = bench;
  const queue = new QueuePage(page);
  const held = await packing.openNew({ shape: 'severalUnits' });
  const units = held.units.length;
  expect((await packing.scan('PB-MISSING')).code).toBe('posting-held');
  await queue.open();
  await queue.openTab('held');
  await expect(queue.row(held.posting)).toBeVisible();
  // Whoever only packs decides nothing here.
  await expect(page.getByTestId(`cancel-${held.posting}`)).toHaveCount(0);
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');

  await page.getByTestId(`cancel-${held.posting}`).click();
  await expect(page.getByTestId('cancel-confirm')).toHaveText('Cancel the posting');
  await page.getByRole('dialog').getByRole('textbox').first().fill('1');
  await page.keyboard.press('Tab');
  await expect(page.getByTestId('cancel-confirm')).toHaveText('Cancel these items');
  await page.getByTestId('cancel-confirm').click();
  await expect(page.getByRole('dialog')).toBeHidden();
  const left = async () => {
    const { lines } = await bench.shop.posting(held.posting);
    return lines.reduce((sum, { quantity }) => sum + quantity, 0);
  };
  expect(await left()).toBe(units - 1);

  await page.getByTestId(`cancel-${held.posting}`).click();
  await page.getByTestId('cancel-confirm').click();
  // The goods lie at this bench: it says at once that they go back to the shelf.
  await expect(packing.cancelled).toBeVisible();
  expect((await bench.shop.posting(held.posting)).status).toBe('cancelled');
  expect((await packing.scan('PB-OK')).code).toBe('cancellation-answered');
  await queue.open();
  await queue.openTab('stopped');
  await expect(queue.row(held.posting)).toBeVisible();
});

test('a lead splits a posting, and both parts wait to be packed', async ({ bench, packing }) => {
  const { page } = bench;
  const queue = new QueuePage(page);
  const held = await packing.openNew({ shape: 'severalUnits' });
  expect((await packing.scan('PB-MISSING')).code).toBe('posting-held');
  expect((await packing.scan('PB-BADGE-L1')).code).toBe('signed-in');
  await queue.open();
  await queue.openTab('held');
  await page.getByTestId(`split-${held.posting}`).click();
  // Nothing and everything are no part of it.
  await expect(page.getByTestId('split-confirm')).toBeDisabled();
  await page.getByRole('dialog').getByRole('textbox').first().fill('1');
  await page.keyboard.press('Tab');
  await page.getByTestId('split-confirm').click();
  await expect(page.getByRole('dialog')).toBeHidden();
  const parts = (await bench.shop.postings())
    .filter(({ parent }) => parent === held.posting)
    .map(({ number }) => number);
  expect(parts).toHaveLength(2);
  const unitsOf = async (posting: string) => {
    const { lines, status } = await bench.shop.posting(posting);
    expect(status).toBe('awaiting_packaging');
    return lines.reduce((sum, { quantity }) => sum + quantity, 0);
  };
  expect(await Promise.all(parts.map(unitsOf))).toEqual([held.units.length - 1, 1]);
  expect((await bench.shop.posting(held.posting)).status).toBe('cancelled_from_split_pending');

  // What was scanned of the whole goes back; the parts can be packed at once.
  await expect(packing.cancelled).toBeVisible();
  expect((await packing.scan('PB-OK')).code).toBe('cancellation-answered');
  for (const part of parts) {
    expect((await packing.scan(part)).code).toBe('posting-opened');
    expect((await packing.scan('PB-MISSING')).code).toBe('posting-held');
  }

  // Of another one a unit is missing: what is in the box is shipped now, the rest keeps its number.
  const product = (await bench.shop.products()).find(({ marked }) => !marked);
  const short = await packing.openNew({ lines: [{ sku: product?.sku ?? 0, quantity: 2 }] });
  await packing.packUnits({ ...short, units: short.units.slice(0, 1) });
  expect((await packing.scan('PB-MISSING')).code).toBe('posting-held');
  await queue.open();
  await queue.openTab('held');
  await page.getByTestId(`ship-part-${short.posting}`).click();
  await page.getByTestId('shipPart-confirm').click();
  await expect(page.getByRole('dialog')).toBeHidden();
  const ready = (await bench.shop.postings()).find(({ parent }) => parent === short.posting);
  expect(ready).toMatchObject({ lines: [{ quantity: 1 }] });
  expect((await packing.scan(short.posting)).code).toBe('posting-resumed');
  await expect(page.getByTestId('takeover-changed')).toBeVisible();
  expect((await bench.shop.posting(short.posting)).status).toBe('awaiting_packaging');
});
