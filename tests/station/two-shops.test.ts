import { afterAll, beforeAll, expect, it } from 'vitest';
import { readLog } from './harness/bench-log.ts';
import { eventually } from './harness/eventually.ts';
import { addOrder, type Order } from './harness/orders.ts';
import { createPacker, type Packer } from './harness/packer.ts';
import type { ShopAdmin } from './harness/shop-admin.ts';
import { type BenchUnderTest, startBench } from './harness/start-bench.ts';
import { lineOf } from './harness/station-lines.ts';

let bench: BenchUnderTest;
let packer: Packer;
let first: ShopAdmin;
let second: ShopAdmin;

/** Goods of both shops that carry the very same barcode. */
const twin = '4607001234562';

beforeAll(async () => {
  bench = await startBench({ secondShop: {}, rules: { labelWaitSeconds: 3 } });
  first = bench.shop;
  second = bench.second.admin;
  packer = createPacker(bench);
});
afterAll(() => bench.close());

const single = (shop: ShopAdmin) => addOrder(shop, { shape: 'single' });

/** Which of these postings the shop heard of; a code that nobody here knows yet may be anybody's, and each shop is asked about it. */
async function heardOf(shop: ShopAdmin, orders: readonly Order[]): Promise<readonly string[]> {
  const requests = (await shop.requests('/')).filter(({ path }) => !path.endsWith('/get-by-barcode'));
  const heard = JSON.stringify(requests.map(({ body }) => body));
  return orders.map(({ posting }) => posting).filter((posting) => heard.includes(posting));
}

async function expectShippedOnce(shop: ShopAdmin, { posting }: Order): Promise<void> {
  await eventually(`${posting} to be shipped`, async () =>
    (await shop.posting(posting)).status === 'awaiting_deliver' ? true : null,
  );
  expect(await shop.posting(posting)).toMatchObject({ shipChanges: 1, shipRequests: 1 });
}

async function expectOwnLabel(shop: ShopAdmin, { posting }: Order): Promise<void> {
  const { scanit } = await shop.posting(posting);
  expect(await bench.tray.labels().at(-1)?.codes()).toContain(scanit);
}

it('packs what both shops want, and each hears of its own postings alone', async () => {
  const theirs = [await single(first), await single(first)];
  const others = [await single(second), await single(second)];
  for (const [shop, order] of [
    [second, others[0]],
    [first, theirs[0]],
    [second, others[1]],
    [first, theirs[1]],
  ] as const) {
    if (order === undefined) throw new Error('there are two of each');
    await packer.pack(order);
    await expectShippedOnce(shop, order);
    await expectOwnLabel(shop, order);
  }
  expect([await heardOf(first, others), await heardOf(second, theirs)]).toEqual([[], []]);
});

it('goes on with one shop while the key of the other dies in the middle of a posting, and owes that one alone', async () => {
  const from = bench.station().lines.length;
  const owed = await single(second);
  await packer.open(owed.posting);
  await second.setKey({ deactivated: true });
  await bench
    .station()
    .until('shop', ({ shop, state }) => shop === 'ozon-2' && state === 'unauthorized', from);
  await packer.pack(owed);
  expect(await bench.tray.labels().at(-1)?.codes()).toEqual([owed.posting]);
  const fine = await single(first);
  await packer.pack(fine);
  await expectShippedOnce(first, fine);
  await expectOwnLabel(first, fine);
  const states = bench
    .station()
    .lines.slice(from)
    .flatMap((line) => lineOf(line, 'shop') ?? []);
  expect(states.filter(({ shop, state }) => shop === 'ozon-1' && state !== 'online')).toEqual([]);
  await second.setKey({ deactivated: false });
  await expectShippedOnce(second, owed);
  expect(await packer.relabel(owed.posting)).toMatchObject({ code: 'posting-closed' });
  await expectOwnLabel(second, owed);
});

it('keeps what it owes to a shop for that shop, whoever answers first after a power cut', async () => {
  const far = await single(second);
  const near = await single(first);
  await packer.open(far.posting);
  await bench.second.closeShop();
  await packer.pack(far);
  expect(await bench.tray.labels().at(-1)?.codes()).toEqual([far.posting]);
  await bench.station().kill('SIGKILL');
  await bench.start();
  await packer.pack(near);
  await expectShippedOnce(first, near);
  expect(await heardOf(first, [far])).toEqual([]);
  await bench.second.openShop();
  await expectShippedOnce(second, far);
  expect(await packer.relabel(far.posting)).toMatchObject({ code: 'posting-closed' });
  await expectOwnLabel(second, far);
  expect(
    readLog(bench.home, ({ db }) => db.sqlite.prepare("SELECT * FROM outbox WHERE state <> 'done'").all()),
  ).toEqual([]);
});

it('takes a barcode that both shops sell for the product of the posting in hand, and asks where none is', async () => {
  const orders = await Promise.all([first, second].map((shop) => withTwin(shop)));
  for (const { order } of orders) await packer.open(order.posting).then(() => packer.scan('PB-NEXT'));
  expect((await packer.scan(twin)).code).toBe('ambiguous-code');
  for (const { shop, order } of orders) {
    await packer.pack({ ...order, units: order.units.map((unit) => ({ ...unit, code: twin })) });
    await expectShippedOnce(shop, order);
  }
});

/** A product that this bench does not know yet gets the barcode, and somebody orders it. */
async function withTwin(shop: ShopAdmin): Promise<{ readonly shop: ShopAdmin; readonly order: Order }> {
  const ordered = new Set((await shop.postings()).flatMap(({ lines }) => lines.map(({ sku }) => sku)));
  const product = (await shop.products()).find(({ sku, marked }) => !ordered.has(sku) && !marked);
  if (product === undefined) throw new Error('everything was ordered');
  await shop.changeCard(product.sku, { barcodes: [twin] });
  const [posting] = await shop.add({ lines: [{ sku: product.sku, quantity: 1 }] });
  if (posting === undefined) throw new Error('nothing was ordered');
  return { shop, order: { posting, units: [{ sku: product.sku, code: twin }] } };
}
