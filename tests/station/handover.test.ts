import { afterAll, beforeAll, expect, it } from 'vitest';
import { PostingNumber } from '#domain/ids.ts';
import { type CalledStation, callStation } from './harness/call-station.ts';
import { eventually } from './harness/eventually.ts';
import { addOrder } from './harness/orders.ts';
import { createPacker } from './harness/packer.ts';
import type { CarriageState } from './harness/shop-admin.ts';
import { type BenchUnderTest, startBench } from './harness/start-bench.ts';

const day = new Date().toLocaleDateString('sv');
let bench: BenchUnderTest;
let station: CalledStation;
let numbers: readonly PostingNumber[];

beforeAll(async () => {
  bench = await startBench();
  const packer = createPacker(bench);
  const packed: PostingNumber[] = [];
  for (let n = 0; n < 4; n += 1) {
    const order = await addOrder(bench.shop, { shape: 'single' });
    await packer.pack(order);
    packed.push(PostingNumber.parse(order.posting));
  }
  numbers = packed;
  station = await callStation(bench);
}, 240_000);
afterAll(async () => {
  await station.close();
  await bench.close();
});

const sent = async (path: string) => (await bench.shop.requests(path)).length;
const lose = (method: string) => bench.shop.play({ kind: 'lostAnswer', method });
const isThere = (carriage: CarriageState | undefined) => (carriage?.status === 'sended' ? carriage : null);

it('two handovers of a day, one accepted in part and disputed: whichever answer is lost, nothing is done twice and nothing forgotten', async () => {
  const [foreign, lost, silent, fine] = numbers;
  if (foreign === undefined || lost === undefined || silent === undefined || fine === undefined)
    throw new Error('four postings were packed');
  // One goes with a handover that somebody else makes; it is none of this bench's, and of the same day.
  await bench.shop.handOverElsewhere([foreign], day);
  const [{ id: deliveryMethodId } = { id: '' }] = (await station.call('handover.waiting', {})).methods;
  const wish = { day, deliveryMethodId };

  await lose('/v1/carriage/create');
  await expect(station.call('handover.create', wish)).rejects.toThrow();
  await lose('/v1/carriage/set-postings');
  const first = await station.callTwice('handover.create', wish);
  expect(first).toMatchObject({ isApproved: false, refused: [{ number: foreign }] });
  await lose('/v1/carriage/approve');
  const made = await station.callTwice('handover.create', { ...wish, withoutRefused: true });
  expect(made.isApproved).toBe(true);
  // The other one's, and ours, which was asked for once although its answer was lost.
  expect(await sent('/v1/carriage/create')).toBe(2);
  expect(await sent('/v1/carriage/approve')).toBe(2);

  const own = await eventually('the handover to leave', async () =>
    isThere((await bench.shop.carriages()).find(({ id }) => String(id) === made.id)),
  );
  expect(own.postingNumbers).toEqual(expect.arrayContaining([lost, silent, fine]));
  const listed = await station.call('handover.list', { day });
  expect(listed.handovers.map(({ id, at }) => [id === made.id, at !== null])).toEqual([
    [true, true],
    [false, false],
  ]);

  await bench.shop.accept(own.id, { missing: [lost], silent: [silent] });
  const stateOf = async (number: string) => {
    const { postings } = await station.call('handover.state', { id: made.id });
    return postings.find((posting) => posting.number === number)?.state;
  };
  // Nobody has looked yet: the bench finds it out by itself.
  const gaps = async () =>
    (await station.call('tasks.list', {})).tasks
      .filter(({ kind }) => kind === 'not-accepted')
      .map(({ subject }) => subject)
      .sort();
  await eventually('the tasks', async () => ((await gaps()).length === 2 ? true : null));
  expect(await gaps()).toEqual([lost, silent].sort());
  expect([await stateOf(lost), await stateOf(silent), await stateOf(fine)]).toEqual([
    'missing',
    'unscanned',
    'accepted',
  ]);

  for (const posting of [lost, silent]) {
    await lose('/v2/posting/fbs/arbitration');
    await station.call('handover.dispute', { posting, move: 'dispute' });
    // Again, as a lead does who did not see it: it is found done and not sent.
    await station.call('handover.dispute', { posting, move: 'dispute' });
  }
  expect(await sent('/v2/posting/fbs/arbitration')).toBe(2);
  expect([await stateOf(lost), await stateOf(silent), await gaps()]).toEqual(['disputed', 'disputed', []]);

  await lose('/v2/posting/fbs/awaiting-delivery');
  await station.call('handover.dispute', { posting: lost, move: 'back-to-shipping' });
  expect(await sent('/v2/posting/fbs/awaiting-delivery')).toBe(1);
  expect(await stateOf(lost)).toBe('returned');
  // It waits for the courier again, and goes with another handover of the day.
  await eventually('the parcel to wait for the courier', async () => {
    const { methods } = await station.call('handover.waiting', {});
    return methods.length > 0 ? true : null;
  });
  const again = await station.call('handover.create', { ...wish, withoutRefused: true });
  expect(again.isApproved).toBe(true);
  expect(again.id).not.toBe(made.id);
  const carriages = await bench.shop.carriages();
  expect(carriages.filter(({ postingNumbers }) => postingNumbers.includes(lost)).map(({ id }) => id)).toEqual(
    [own.id, Number(again.id)],
  );
  expect(await stateOf(lost)).toBe('returned');
  expect(await bench.shop.faultsLeft()).toBe(0);
});
