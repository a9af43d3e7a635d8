import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { addOrder } from './harness/orders.ts';
import { createPacker, type Packer } from './harness/packer.ts';
import type { Fault } from './harness/shop-admin.ts';
import { type BenchUnderTest, startBench } from './harness/start-bench.ts';

let bench: BenchUnderTest;
let packer: Packer;

async function setUp(): Promise<void> {
  bench = await startBench();
  packer = createPacker(bench);
}

beforeAll(setUp);
afterEach(async ({ task }) => {
  await bench.shop.clearFaults();
  if (task.result?.state !== 'fail') return;
  await bench.close();
  await setUp();
});
afterAll(() => bench.close());

const steps: readonly (readonly [string, Fault])[] = [
  ['the codes are taken and the answer is lost', { kind: 'lostAnswer', method: '*exemplar/set' }],
  ['the word on the codes is lost', { kind: 'lostAnswer', method: '*exemplar/status', count: 2 }],
  ['the answer to the ship request is lost', { kind: 'lostAnswer', method: '/v4/posting/fbs/ship' }],
];

it('units are weighed one by one over a restart, one out of the shop’s range comes out, and all is told once', async () => {
  const product = (await bench.shop.products()).find(({ marked, weightG }) => !marked && weightG > 100);
  const usualG = product?.weightG ?? 0;
  const order = await addOrder(bench.shop, {
    ...{ lines: [{ sku: product?.sku ?? 0, quantity: 2 }], demands: ['weight'] },
  });
  const code = order.units[0]?.code ?? '';
  const weighUnit = async (grams: number) => {
    bench.scale.lift();
    await packer.clearPan();
    const run = bench.station();
    const from = run.lines.length;
    bench.scale.put(grams * 10);
    const verdict = await run.until('verdict', undefined, from);
    bench.scale.lift();
    return verdict.code;
  };
  await packer.open(order.posting);
  expect((await packer.scan(code)).code).toBe('weigh-unit');
  expect(await weighUnit(usualG)).toBe('unit-packed');
  expect((await packer.scan(code)).code).toBe('weigh-unit');
  bench.scale.put(usualG * 10);
  await bench.station().kill('SIGKILL');
  await bench.start();
  expect((await packer.scan('PB-OK')).code).toBe('weigh-unit');
  const again = bench.station();
  expect(await weighUnit(usualG * 3)).toBe('package-complete');
  // The shop says so while the packer goes on.
  const full = again.lines.findLastIndex(({ promised }) => promised?.event === 'verdict');
  await again.until('session', ({ posting, units }) => posting === order.posting && units === 1, full);
  expect((await packer.scan('PB-OK')).code).toBe('rejection-answered');
  expect((await packer.scan(code)).code).toBe('weigh-unit');
  await bench.shop.play({ kind: 'lostAnswer', method: '*exemplar/set' });
  expect(await weighUnit(usualG + 5)).toBe('package-complete');
  await packer.pack(order, { alreadyIn: order.units });
  const done = await bench.shop.posting(order.posting);
  expect(done).toMatchObject({ status: 'awaiting_deliver', shipChanges: 1 });
  expect(done.units.map(({ weightKg }) => weightKg)).toEqual([usualG / 1000, (usualG + 5) / 1000]);
});

it.each(steps)(
  'a refused mark comes out, and the posting ships once without it, when %s',
  async (_, fault) => {
    const sku = (await bench.shop.products()).find(({ marked }) => marked)?.sku ?? 0;
    const order = await addOrder(bench.shop, { lines: [{ sku, quantity: 1 }] });
    const bad = await bench.shop.markingCode(sku);
    await bench.shop.refuseMark(bad, 'set');
    await packer.open(order.posting);
    await bench.shop.play(fault);
    expect((await packer.scan(bad)).kind).toBe('accepted');
    const { expectedG } = await packer.session(
      order.posting,
      (line) => line.state === 'weighing' && line.expectedG !== null,
    );
    expect((await packer.weigh(order.posting, expectedG ?? 0)).isAccepted).toBe(true);
    await packer.session(order.posting, ({ state }) => state === 'scanning');
    await packer.clearPan();
    expect(await packer.scan('PB-OK')).toMatchObject({ code: 'rejection-answered' });
    await packer.pack(order);
    expect(await bench.shop.posting(order.posting)).toMatchObject({
      status: 'awaiting_deliver',
      shipChanges: 1,
      marks: [{ mark: order.units[0]?.code, check: 'passed' }],
    });
  },
);
