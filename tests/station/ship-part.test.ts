import { afterAll, beforeAll, expect, it } from 'vitest';
import { PostingNumber } from '#domain/ids.ts';
import { eventually } from './harness/eventually.ts';
import { fetchOrder } from './harness/orders.ts';
import { type StationHere, startStationHere } from './harness/station-in-process.ts';

let bench: StationHere;
beforeAll(async () => {
  bench = await startStationHere();
  // Long enough for the part to be packed at the bench while the shop is still at it.
  await bench.shop.setTimings({ shipMs: 4_000, labelReadyMs: 0, labelTaskMs: 0 });
});
afterAll(() => bench.close());

const partShips = '/v4/posting/fbs/ship/package';
let scanner = 0;
async function scan(text: string): Promise<string> {
  // Equal codes in a row come from another scanner: from one they would be one reading.
  scanner += 1;
  return (await bench.call('bench.scan', { text, source: `scanner-${scanner}` })).code;
}
const session = async () => (await bench.call('bench.view', {})).session;
const tasks = async () => (await bench.call('tasks.list', {})).tasks.map(({ kind }) => kind);

it('of a posting with a missing unit the rest is shipped once though the first answer is lost, and packed under its own number', async () => {
  const { shop, call } = bench;
  const product = (await shop.products()).find(({ marked }) => !marked);
  const lines = [{ sku: product?.sku ?? 0, quantity: 3 }];
  const number = PostingNumber.parse((await shop.add({ lines }))[0]);
  await eventually('the posting to be known', async () =>
    (await scan(number)) === 'posting-opened' ? true : null,
  );
  const { units } = await fetchOrder(shop, number);
  for (const { code } of units.slice(0, 2)) expect(await scan(code)).toBe('unit-packed');
  expect(await scan('PB-MISSING')).toBe('posting-held');
  const { contents } = await call('posting.scanned', { posting: number });
  expect(contents).toEqual([{ sku: String(product?.sku), quantity: 2 }]);

  await shop.play({ kind: 'lostAnswer', method: partShips });
  const { posting: part } = await call('posting.shipPart', { posting: number, part: contents });
  expect(await shop.requests(partShips)).toHaveLength(1);
  expect(await shop.posting(part)).toMatchObject({ parent: number, lines: [{ quantity: 2 }] });
  expect(await shop.posting(number)).toMatchObject({
    ...{ status: 'awaiting_packaging', lines: [{ quantity: 1 }], shipRequests: 1 },
  });

  // The shop is at it: what the bench packs meanwhile is not shipped a second time, and is nobody else's.
  expect(await scan(part)).toBe('posting-opened');
  const box = await fetchOrder(shop, part);
  for (const { code } of box.units) await scan(code);
  await eventually('the weight to be asked for', async () =>
    (await scan('PB-BADGE-L1')) === 'weight-overridden' ? true : null,
  );
  await eventually('the shop to have shipped the part', async () =>
    (await shop.posting(part)).status === 'awaiting_deliver' ? true : null,
  );
  await eventually('the bench to know it for its own', async () =>
    (await session())?.packages[0]?.shopPosting === part ? true : null,
  );
  expect(await shop.posting(part)).toMatchObject({ shipRequests: 0, shipChanges: 1 });
  expect(await shop.requests('/v4/posting/fbs/ship')).toHaveLength(1);
  expect((await tasks()).filter((kind) => kind !== 'label-unprintable')).toEqual([]);

  // What was missing waits under the old number, and whoever takes it up is told that it has changed.
  const held = await call('queue.list', { state: 'held', limit: 10, offset: 0 });
  expect(held.entries).toMatchObject([{ posting: number, units: 1 }]);
});
