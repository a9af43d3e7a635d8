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
