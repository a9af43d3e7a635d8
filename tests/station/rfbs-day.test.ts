import { afterAll, beforeAll, expect, it } from 'vitest';
import { PostingNumber } from '#domain/ids.ts';
import { eventually } from './harness/eventually.ts';
import { type StationHere, startStationHere } from './harness/station-in-process.ts';

let bench: StationHere;
beforeAll(async () => {
  bench = await startStationHere();
  await bench.shop.setTimings({ shipMs: 0, labelReadyMs: 0, labelTaskMs: 0 });
  await isOnline();
});
afterAll(() => bench.close());

const isOnline = () =>
  eventually('the shop to answer', async () =>
    (await bench.call('bench.view', {})).shops[0]?.state === 'online' ? true : null,
  );

/** The shop does what it is asked next, and its answer to that never comes. */
const lose = (method: string) => bench.shop.play({ kind: 'lostAnswer', method });
const sent = async (method: string) => (await bench.shop.requests(method)).length;
const openTasks = async () =>
  (await bench.call('tasks.list', {})).tasks.map(({ kind, subject }) => `${kind} ${subject}`).sort();
const waiting = (kinds: readonly string[]) =>
  eventually(`the tasks ${kinds.join(', ')}`, async () =>
    (await openTasks()).join() === [...kinds].sort().join() ? true : null,
  );

it('a day of own delivery: whichever answer is lost, nothing is done twice, and what is open is a task', async () => {
  const { shop, call } = bench;
  const numbers = (await shop.add({ shape: 'single', count: 5 })).map((one) => PostingNumber.parse(one));
  const [own, other, agreed, declined, back] = numbers;
  if (!own || !other || !agreed || !declined || !back) throw new Error('five postings were added');
  for (const number of [own, other, back]) {
    await shop.deliverInPerson(number);
    await shop.shipElsewhere(number);
  }
  await eventually('the shipping', async () =>
    (await shop.posting(back)).status === 'awaiting_deliver' ? true : null,
  );

  // Carrier's numbers: the answer is lost, the shop has them, and sending them again changes nothing.
  const pairs = [own, other].map((posting, n) => ({ posting, tracking: `RA00000000${n}RU` }));
  await lose('/v2/fbs/posting/tracking-number/set');
  const { outcomes } = await call('delivery.trackMany', { pairs });
  expect(outcomes.every(({ refusal }) => refusal !== null)).toBe(true);
  expect((await call('delivery.trackMany', { pairs })).outcomes).toEqual(
    pairs.map(({ posting }) => ({ posting, refusal: null })),
  );
  expect((await call('delivery.read', { posting: own })).trackingNumber).toBe('RA000000000RU');

  // Another time of delivery, once.
  const limits = await call('delivery.timeslot', { posting: own });
  const from = (limits.from ?? 0) + 86_400_000;
  await lose('/v1/posting/fbs/timeslot/set');
  await call('delivery.setTimeslot', { posting: own, from, to: from + 3_600_000 });
  expect((await call('delivery.timeslot', { posting: own })).changesLeft).toBe(1);
  expect(await sent('/v1/posting/fbs/timeslot/set')).toBe(1);

  // On its way, with the courier, there: each told once.
  for (const step of ['delivering', 'last-mile', 'delivered'] as const) {
    await lose(`/v2/fbs/posting/${step}`);
    await call('delivery.tell', { posting: own, step });
    expect(await sent(`/v2/fbs/posting/${step}`)).toBe(1);
  }
  expect((await shop.posting(own)).status).toBe('delivered');

  // Two buyers want to cancel, one sends goods back: each is a task until it is answered.
  await shop.asksToCancel(agreed);
  await shop.asksToCancel(declined);
  const id = await shop.wantsToReturn(back);
  const number = `R${id}`;
  await waiting([`cancellation-waits ${agreed}`, `cancellation-waits ${declined}`, `return-waits ${number}`]);
  const { rows } = await call('afterSale.cancellations', {});
  for (const [posting, isAgreed, method] of [
    [agreed, true, 'approve'],
    [declined, false, 'reject'],
  ] as const) {
    const request = rows.find((row) => row.posting === posting)?.id ?? '';
    await lose(`/v2/conditional-cancellation/${method}`);
    await call('afterSale.decideCancellation', { id: request, posting, isAgreed, comment: '' });
    expect(await sent(`/v2/conditional-cancellation/${method}`)).toBe(1);
  }
  expect((await shop.posting(agreed)).status).toBe('cancelled');
  expect((await shop.posting(declined)).status).toBe('awaiting_packaging');
  await waiting([`return-waits ${number}`]);

  // The return is approved, received and turned down; a restart in between forgets nothing.
  const act = (action: string) =>
    call('returnRequest.act', {
      ...{ id: String(id), number, posting: back, action },
      ...{ reasonId: '1', comment: 'worn', amount: null },
    });
  await lose('/v1/returns/rfbs/action/set');
  await act('1000');
  await waiting([]);
  await bench.restart();
  await isOnline();
  await act('1010');
  await waiting([`return-waits ${number}`]);
  // The answer is lost and the return cannot be read: nobody knows, so a person is asked.
  await bench.shop.play(
    { kind: 'lostAnswer', method: '/v1/returns/rfbs/action/set' },
    { kind: '500', method: '/v2/returns/rfbs/get', skip: 1 },
  );
  await expect(act('-10')).rejects.toThrow('shop-failed');
  await waiting([`return-unknown ${number}`]);
  // Whoever tries again is told that it is not offered any more: it was done once.
  await expect(act('-10')).rejects.toThrow('NOT_OFFERED');
  expect(await shop.returnActions(id)).toEqual([1000, 1010, -10]);
  expect(await sent('/v1/returns/rfbs/action/set')).toBe(3);
});
