import { afterEach, describe, expect, it } from 'vitest';
import { PostingNumber, Sku } from '#domain/ids.ts';
import { readLog } from '../harness/bench-log.ts';
import { addOrder, fetchOrder, type Order } from '../harness/orders.ts';
import { createPacker, type Packer } from '../harness/packer.ts';
import { createShiftClock, type ShiftClock } from '../harness/shift-clock.ts';
import type { Fault } from '../harness/shop-admin.ts';
import { type BenchUnderTest, startBench } from '../harness/start-bench.ts';

/** Every step that changes something at the shop or fetches what cannot be had twice, in the order of the day. */
const steps = [
  '/v1/posting/fbs/split',
  '*exemplar/set',
  '*exemplar/status',
  '/v4/posting/fbs/ship',
  '/v3/posting/fbs/package-label/create',
  '/v2/posting/fbs/package-label/get',
  '/cdn/labels/*',
  '/v2/posting/fbs/cancel',
  '/v1/carriage/create',
  '/v1/carriage/set-postings',
  '/v1/carriage/approve',
] as const;

const days: readonly (readonly [string, readonly Fault[]])[] = [
  ['every answer arrives', []],
  ['the first answer to each step is lost', steps.map((method) => ({ kind: 'lostAnswer', method }))],
];

/** How long the bench waits for a label before it prints an interim one; longer than any pause of this day. */
const waitS = 30;
const hourMs = 3_600_000;
const morning = Date.parse('2026-11-24T06:00:00Z');
const day = '2026-11-24';

let bench: BenchUnderTest;
let packer: Packer;
afterEach(() => bench.close());

describe('a day of FBS', () => {
  it.each(days)(
    'ends with each posting shipped once or cancelled, and nothing forgotten, where %s',
    async (_, faults) => {
      const clock = createShiftClock(morning);
      bench = await startBench({ clock, rules: { labelWaitSeconds: waitS } });
      packer = createPacker(bench);
      await bench.shop.play(...faults);

      const divided = await divide();
      const marked = await addOrder(bench.shop, { shape: 'marked' });
      const several = await addOrder(bench.shop, { shape: 'severalItems' });
      await bench.shop.failShip(several.posting, 1);
      const large = await addOrder(bench.shop, { shape: 'large' });
      for (const order of [...divided, marked, several, large]) await packer.pack(order);
      const refused = await packWithRefusedMark();
      const called = await cancelByLead();
      const firstCarriage = await handOver();

      // In the afternoon the shop draws labels slowly.
      clock.forward(6 * hourMs);
      const late = await packWithLateLabel(clock);
      const bought = await stoppedByBuyer();
      clock.forward(hourMs);
      await packer.relabel(late.posting);
      const secondCarriage = await handOver();

      expect(secondCarriage.id).not.toBe(firstCarriage.id);
      const parts = [...divided, marked, several, large, refused, late];
      for (const { posting } of parts)
        expect(await bench.shop.posting(posting), posting).toMatchObject({ shipChanges: 1 });
      for (const posting of [called, bought])
        expect(await bench.shop.posting(posting), posting).toMatchObject({
          status: 'cancelled',
          shipChanges: 0,
        });
      readLog(bench.home, (log) => {
        const owed = log.db.sqlite
          .prepare("SELECT kind, subject, state FROM outbox WHERE state <> 'done'")
          .all();
        expect(owed).toEqual([]);
        log.verifiedEvents();
      });
      expect(await forgotten([...parts.map(({ posting }) => posting)])).toEqual([]);
    },
  );
});

/** A lead divides a posting at the shop before anybody packs it. */
async function divide(): Promise<readonly Order[]> {
  const whole = await addOrder(bench.shop, { shape: 'severalItems' });
  await bench.shopWasRead();
  await asLead();
  const sku = whole.units[0]?.sku ?? 0;
  const parts = await againUntilDone(() =>
    bench.call('posting.split', {
      posting: PostingNumber.parse(whole.posting),
      away: [{ sku: Sku.parse(String(sku)), quantity: 1 }],
    }),
  );
  await asPacker();
  return Promise.all(parts.postings.map((posting) => fetchOrder(bench.shop, posting)));
}

/** The shop refuses one unit's code only when it is handed over; the packer takes the next one from the shelf. */
async function packWithRefusedMark(): Promise<Order> {
  const sku = (await bench.shop.products()).find(({ marked }) => marked)?.sku ?? 0;
  const order = await addOrder(bench.shop, { lines: [{ sku, quantity: 1 }] });
  const bad = await bench.shop.markingCode(sku);
  await bench.shop.refuseMark(bad, 'set');
  await packer.open(order.posting);
  expect((await packer.scan(bad)).kind).toBe('accepted');
  const { expectedG } = await packer.session(
    order.posting,
    ({ state, expectedG }) => state === 'weighing' && expectedG !== null,
  );
  await packer.weigh(order.posting, expectedG ?? 0);
  await packer.session(order.posting, ({ state }) => state === 'scanning');
  await packer.clearPan();
  expect(await packer.scan('PB-OK')).toMatchObject({ code: 'rejection-answered' });
  await packer.pack(order);
  return order;
}

/** The shop takes the better part of an hour to draw a label: an interim one comes out. */
async function packWithLateLabel(clock: ShiftClock): Promise<Order> {
  await bench.shop.setTimings({ labelReadyMs: hourMs });
  const order = await addOrder(bench.shop, { shape: 'single' });
  const packing = packer.pack(order);
  await bench.station().until('outbox', ({ subject, kind, state }) => {
    return subject === order.posting && kind === 'ship' && state === 'done';
  });
  clock.forward(waitS * 1000);
  await packing;
  // The bench asks for a label that is so late every few minutes: the first answer then has it.
  await bench.shop.setTimings({ labelReadyMs: 100, labelTaskMs: 0 });
  expect(await bench.tray.labels().at(-1)?.codes()).toEqual([order.posting]);
  return order;
}

/** The goods cannot be found: a lead calls the posting off. */
async function cancelByLead(): Promise<string> {
  const { posting } = await addOrder(bench.shop, { shape: 'single' });
  await bench.shopWasRead();
  await asLead();
  const number = PostingNumber.parse(posting);
  await againUntilDone(async () => {
    const { reasons } = await bench.call('posting.cancelReasons', { posting: number });
    const reasonId = reasons.find(({ needsMessage }) => !needsMessage)?.id ?? '';
    return bench.call('posting.cancel', { posting: number, reasonId, message: '', units: null });
  });
  await asPacker();
  return posting;
}

/** The buyer calls a posting off while its goods lie on the bench. */
async function stoppedByBuyer(): Promise<string> {
  const order = await addOrder(bench.shop, { shape: 'severalItems' });
  await packer.open(order.posting);
  await packer.scan(order.units[0]?.code ?? '');
  await bench.shop.cancel(order.posting);
  await packer.session(order.posting, ({ state }) => state === 'stopped');
  await packer.scan('PB-OK');
  return order.posting;
}

async function handOver(): Promise<{ readonly id: string }> {
  await asLead();
  const { methods } = await bench.call('handover.waiting', {});
  const [method] = methods;
  if (method === undefined) throw new Error('nothing waits for the courier');
  const done = await againUntilDone(() =>
    bench.call('handover.create', { day, deliveryMethodId: method.id, withoutRefused: true }),
  );
  expect(done).toMatchObject({ isApproved: true, refused: [] });
  await asPacker();
  return done;
}

/** What a person does whose button said that it did not work: presses it again, a few times. */
async function againUntilDone<Done>(press: () => Promise<Done>): Promise<Done> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await press();
    } catch (cause) {
      if (tries === 4) throw cause;
    }
  }
}

const asLead = () => packer.scan('PB-BADGE-L1');
const asPacker = () => packer.scan('PB-BADGE-P1');

/** Postings that are packed and neither handed over nor a task for a person. */
async function forgotten(packed: readonly string[]): Promise<readonly string[]> {
  await asLead();
  const { tasks } = await bench.call('tasks.list', {});
  const states = await Promise.all(packed.map((posting) => bench.shop.posting(posting)));
  return states
    .filter(({ status }) => status === 'awaiting_packaging')
    .filter(({ number }) => !tasks.some(({ subject }) => subject === number))
    .map(({ number }) => number);
}
