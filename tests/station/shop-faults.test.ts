import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readLog } from './harness/bench-log.ts';
import { addOrder } from './harness/orders.ts';
import { createPacker, type Packer } from './harness/packer.ts';
import type { Fault } from './harness/shop-admin.ts';
import { type BenchUnderTest, startBench } from './harness/start-bench.ts';

const ship = '/v4/posting/fbs/ship';
const Wanted = z.object({ posting_numbers: z.array(z.string()) });

describe('a shop that answers badly', () => {
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

  const badAnswers: readonly (readonly [string, Fault])[] = [
    ['the answer to the ship request is lost after the shop did it', { kind: 'lostAnswer', method: ship }],
    ['the answer to the ship request is cut in half', { kind: 'cutAnswer', method: ship }],
    ['half an answer looks whole', { kind: 'cutAnswer', clean: true, method: ship }],
    ['the connection closes before the shop did anything', { kind: 'closed', method: ship }],
    ['the shop fails inside', { kind: '500', method: ship, count: 2 }],
    ['a proxy answers with a page', { kind: '502', method: ship, count: 2 }],
    ['the shop wants a pause', { kind: '429', retryAfterS: 1, method: ship }],
    ['the shop wants a pause and does not say how long', { kind: '429', method: ship }],
    ['the label cannot be made at once', { kind: '500', method: '*package-label*', count: 2 }],
    ['the label file breaks off', { kind: 'cutAnswer', method: '/cdn/labels/*' }],
    ['the label file is half, and looks whole', { kind: 'cutAnswer', clean: true, method: '/cdn/labels/*' }],
    ['ids come as text', { kind: 'idsAsText', count: 20 }],
    ['empty values are null', { kind: 'nulls', count: 20 }],
    ['answers are wrapped in a result', { kind: 'wrapped', count: 20 }],
    ['answers hold fields that nobody knows', { kind: 'unknownFields', count: 20 }],
  ];

  it.each(badAnswers)('ships once and labels once when %s', async (_, fault) => {
    const order = await addOrder(bench.shop, { shape: 'single' });
    await packer.open(order.posting);
    const printed = bench.tray.labels().length;
    await bench.shop.play(fault);
    await packer.pack(order);
    const { status, shipChanges, scanit } = await bench.shop.posting(order.posting);
    expect({ status, shipChanges }).toEqual({ status: 'awaiting_deliver', shipChanges: 1 });
    expect(bench.tray.labels()).toHaveLength(printed + 1);
    expect(await bench.tray.labels().at(-1)?.codes()).toContain(scanit);
  });

  it('every third answer of the day is bad, and the marked goods of three postings still arrive once', async () => {
    const orders = [];
    for (const shape of ['marked', 'severalUnits', 'marked'] as const) {
      orders.push(await addOrder(bench.shop, { shape }));
    }
    for (const { posting } of orders) {
      await packer.open(posting);
      await packer.scan('PB-NEXT');
    }
    await bench.shop.play(
      { kind: 'lostAnswer', count: null, probability: 0.15 },
      { kind: '500', count: null, probability: 0.1 },
      { kind: 'cutAnswer', count: null, probability: 0.1 },
    );
    for (const order of orders) await packer.pack(order);
    await bench.shop.clearFaults();
    for (const { posting } of orders) {
      const line = bench.station().until('outbox', ({ subject, kind, state }) => {
        return subject === posting && kind === 'ship' && state === 'done';
      });
      await line;
      expect(await bench.shop.posting(posting)).toMatchObject({ shipChanges: 1 });
    }
  });

  it('a refusal for good becomes a task with the shop’s words, and the posting is held', async () => {
    const order = await addOrder(bench.shop, { shape: 'single' });
    await packer.open(order.posting);
    await bench.shop.play({ kind: 'refusal', http: 400, message: 'WAREHOUSE_IS_ON_FIRE', method: ship });
    await packer.scan(order.units[0]?.code ?? '');
    const { expectedG } = await packer.session(
      order.posting,
      (line) => line.expectedG !== null && line.state === 'weighing',
    );
    await packer.weigh(order.posting, expectedG ?? 0);
    await packer.session(order.posting, ({ state }) => state === 'held');
    expect(tasks(bench)).toContainEqual(
      expect.objectContaining({
        kind: 'shop-refused',
        subject: order.posting,
        detail: expect.stringContaining('WAREHOUSE_IS_ON_FIRE'),
      }),
    );
    await packer.clearPan();
    await packer.pack(await addOrder(bench.shop, { shape: 'single' }));
  });

  it('a label that the shop refuses becomes a task, and the parcel gets an interim one at once', async () => {
    const order = await addOrder(bench.shop, { shape: 'single' });
    await bench.shop.play({
      ...{ kind: 'refusal', http: 400, message: 'LABELS_ARE_OUT_OF_FASHION', count: null },
      method: '/v3/posting/fbs/package-label/create',
    });
    await packer.pack(order);
    expect(await bench.tray.labels().at(-1)?.codes()).toEqual([order.posting]);
    expect(tasks(bench)).toContainEqual(
      expect.objectContaining({
        kind: 'label-unprintable',
        subject: order.posting,
        detail: expect.stringContaining('LABELS_ARE_OUT_OF_FASHION'),
      }),
    );
    await bench.shopWasRead();
    const asked = await bench.shop.requests('/package-label/create');
    const numbers = asked.map(({ body }) => Wanted.parse(body).posting_numbers);
    const ofThis = numbers.filter((group) => group.includes(order.posting));
    // Others that wait may have been asked for in one file with it before; by itself it is asked for once.
    expect(ofThis.filter((group) => group.length === 1)).toHaveLength(1);
    expect(ofThis.length).toBeLessThanOrEqual(2);
  });

  it('a posting that somebody else ships meanwhile is held and gets no label', async () => {
    const order = await addOrder(bench.shop, { shape: 'severalItems' });
    await packer.open(order.posting);
    await packer.scan(order.units[0]?.code ?? '');
    const printed = bench.tray.labels().length;
    await bench.shop.shipElsewhere(order.posting);
    await packer.session(order.posting, ({ state }) => state === 'held');
    expect(tasks(bench)).toContainEqual(
      expect.objectContaining({
        kind: 'shop-refused',
        subject: order.posting,
        detail: expect.stringContaining('ALREADY_SHIPPED'),
      }),
    );
    await packer.pack(await addOrder(bench.shop, { shape: 'single' }));
    expect(bench.tray.labels()).toHaveLength(printed + 1);
    expect((await bench.shop.posting(order.posting)).shipRequests).toBe(1);
  });

  it('an unreadable posting becomes a task, and the others go on', async () => {
    // Nobody reads it before it is broken.
    await bench.station().kill('SIGTERM');
    const broken = await addOrder(bench.shop, { shape: 'single' });
    await bench.shop.play({ kind: 'malformedPosting', containing: broken.posting, count: null });
    await bench.start();
    const order = await addOrder(bench.shop, { shape: 'severalItems' });
    await packer.pack(order);
    expect(tasks(bench)).toContainEqual(
      expect.objectContaining({ kind: 'posting-unreadable', subject: broken.posting }),
    );
    await bench.shop.clearFaults();
    await packer.pack(broken);
  });

  it('a posting in a status that nobody knows is not packed, and says so', async () => {
    const odd = await addOrder(bench.shop, { shape: 'single' });
    await packer.open(odd.posting);
    await packer.scan('PB-NEXT');
    await bench.shop.play({ kind: 'unknownStatus', containing: odd.posting, count: null });
    await bench.shopWasRead();
    expect(await packer.scan(odd.posting)).toMatchObject({ kind: 'rejected', code: 'posting-not-ready' });
    await bench.shop.clearFaults();
    await bench.shopWasRead();
    await packer.pack(odd);
  });
});

/** The open tasks as they lie in the database. */
function tasks(bench: BenchUnderTest): readonly unknown[] {
  return readLog(bench.home, (log) =>
    log.db.sqlite.prepare('SELECT kind, subject, detail FROM task WHERE resolved_at IS NULL').all(),
  );
}
