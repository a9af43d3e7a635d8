import type { Page } from '@playwright/test';
import { tones } from '#renderer/sound/tones.ts';
import { expect, test } from './bench/bench-test.ts';
import { QueuePage } from './pages/queue-page.ts';

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

test('a parcel that the shop still registers says so while it waits and in the list, and gets its label when it is through', async ({
  bench,
  packing,
}) => {
  const { page, shop } = bench;
  await shop.setTimings({ registrationMs: 600_000 });
  const order = await packing.openNew({ shape: 'single' });
  await packing.packUnits(order);
  await packing.weigh(await packing.expectedG());
  await expect(packing.instruction).toHaveAttribute('data-step', 'label-registering');
  await expect(page.getByText('The shop still registers the parcel')).toBeVisible();
  // It is packed meanwhile under an interim label.
  expect((await packing.scan('PB-NEXT')).kind).toBe('accepted');
  expect((await packing.scanLabel()).code).toBe('posting-closed');
  const queue = new QueuePage(page);
  await queue.open();
  await queue.openTab('relabel');
  await expect(queue.row(order.posting)).toContainText('the shop registers the parcel');
  await shop.setStatus(order.posting, 'awaiting_deliver');
  await expect(queue.row(order.posting)).toContainText('label is here');
  expect((await packing.scan(order.posting)).code).toBe('relabel-opened');
  expect((await packing.scanLabel()).code).toBe('posting-closed');
  expect((await shop.posting(order.posting)).shipChanges).toBe(1);
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

test('a cancelled posting takes the screen and alarms at full volume each time it is scanned, also with nothing open', async ({
  bench,
  packing,
}) => {
  const held = await packing.openNew({ shape: 'single' });
  expect((await packing.scan('PB-MISSING')).code).toBe('posting-held');
  const [queued = ''] = await bench.shop.add({ shape: 'single' });
  await packing.isKnown(queued);
  await bench.shop.cancel(held.posting);
  await bench.shop.cancel(queued);
  await packing.isKnown(queued, 'cancelled');
  if (await packing.cancelled.isVisible())
    expect((await packing.scan('PB-OK')).code).toBe('cancellation-answered');
  for (const posting of [held.posting, queued, held.posting]) {
    await hearFromNowOn(bench.page);
    expect(await packing.scan(posting)).toMatchObject({ kind: 'rejected', code: 'cancelled' });
    await expect(packing.cancelled).toContainText(posting);
    await packing.coversTheScreen(packing.cancelled);
    await expect.poll(() => loudest(bench.page)).toBeCloseTo(stopLoudness);
    // A code that is no answer changes nothing.
    expect((await packing.scan('4006381333931')).kind).toBe('rejected');
    await expect(packing.cancelled).toContainText(posting);
    expect((await packing.scan('PB-OK')).code).toBe('cancellation-answered');
    await expect(packing.cancelled).toBeHidden();
  }
  expect((await packing.scan(queued)).code).toBe('cancelled');
  await expect(packing.cancelled).toBeVisible();
  const next = await packing.openNew({ shape: 'single' });
  await expect(packing.cancelled).toBeHidden();
  await packing.packUnits(next);
  await packing.finish(next);
});

const stopLoudness = Math.max(...tones.stop.map(({ loudness }) => loudness));

interface ListeningWindow {
  loudest: number;
  isListening?: boolean;
}

/** Notes how loud the notes are that the window plays from now on; their gain is what the volume makes of them. */
async function hearFromNowOn(page: Page): Promise<void> {
  await page.evaluate(() => {
    const window = globalThis as unknown as ListeningWindow;
    window.loudest = 0;
    if (window.isListening === true) return;
    window.isListening = true;
    const set = AudioParam.prototype.setValueAtTime;
    AudioParam.prototype.setValueAtTime = function note(value, startTime) {
      if (value <= 1) window.loudest = Math.max(window.loudest, value);
      return set.call(this, value, startTime);
    };
  });
}

function loudest(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as ListeningWindow).loudest);
}
