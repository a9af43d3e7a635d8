import { expect, it, onTestFinished, vi } from 'vitest';
import { PostingNumber, ShopId } from '#domain/ids.ts';
import { err, ok } from '#domain/result.ts';
import { countWaitingRequests, waitingRequests } from '../database/buyer-requests.ts';
import { openTasks, resolveTask } from '../database/tasks.ts';
import { openBench } from '../database/testing/temporary-bench.ts';
import type { AfterSaleRows, CancellationRequest } from './after-sale-port.ts';
import type { ReturnRequest } from './return-request-port.ts';
import type { ShopFailure } from './seller-account.ts';
import { createShopLink } from './shop-link.ts';
import { silentAccount } from './testing/silent-account.ts';
import { watchRequests } from './watch-requests.ts';

const shop = ShopId.parse('ozon-1');
const at = Date.parse('2026-11-23T06:00:00Z');
const request = (n: number, agreesAt = at + 1000): CancellationRequest => ({
  ...{ id: String(n), posting: PostingNumber.parse(`70000001-000${n}-1`), reason: 'Changed their mind' },
  ...{ message: 'sorry', askedAt: at, agreesAt },
});

/** A watch on a shop that lists what the test says; `read` waits for one reading more. */
function openWatch() {
  const db = openBench();
  const now = () => at;
  const world = {
    listed: { rows: [], unread: 0, isAll: true } as AfterSaleRows<CancellationRequest>,
    returns: [] as ReturnRequest[],
    failure: null as ShopFailure | null,
    asked: 0,
  };
  const account = {
    afterSale: {
      ...silentAccount.afterSale,
      listCancellationRequests: async () => {
        world.asked += 1;
        return world.failure === null ? ok(world.listed) : err(world.failure);
      },
    },
    returnRequests: {
      ...silentAccount.returnRequests,
      list: async () => ok({ rows: world.returns, unread: 0, isAll: true }),
    },
  };
  const link = createShopLink({ now, onChange: () => undefined });
  const watch = watchRequests({ shop, db, account, link, now, pollMs: 3_600_000 });
  onTestFinished(() => watch.close());
  const read = async (...rows: CancellationRequest[]) => {
    world.listed = { ...world.listed, rows };
    const before = world.asked;
    await vi.waitFor(() => {
      if (world.asked === before) watch.readNow();
      expect(world.asked).toBe(before + 1);
    });
  };
  return { db, world, read };
}

it('a buyer who wants to cancel is one task, with the time at which the shop agrees, until it is answered', async () => {
  const { db, read } = openWatch();
  await read(request(1), request(2));
  await vi.waitFor(() => expect(countWaitingRequests(db, shop)).toBe(2));
  expect(openTasks(db)).toMatchObject([
    {
      ...{ kind: 'cancellation-waits', subject: '70000001-0001-1' },
      detail: JSON.stringify({ words: 'Changed their mind: sorry', dueAt: at + 1000 }),
    },
    { subject: '70000001-0002-1' },
  ]);
  await read(request(1, at + 5000), request(2));
  await vi.waitFor(() =>
    expect(openTasks(db)[0]?.detail).toBe(
      JSON.stringify({ words: 'Changed their mind: sorry', dueAt: at + 5000 }),
    ),
  );
  expect(openTasks(db)).toHaveLength(2);
  await read(request(2));
  await vi.waitFor(() => expect(openTasks(db)).toMatchObject([{ subject: '70000001-0002-1' }]));
  expect(waitingRequests(db, shop, 'cancellation')).toMatchObject([{ id: '2' }]);
});

it('what a person has put away does not come back while it waits, and does when it is asked again', async () => {
  const { db, read } = openWatch();
  await read(request(1));
  await vi.waitFor(() => expect(openTasks(db)).toHaveLength(1));
  resolveTask(db, openTasks(db)[0]?.id ?? '', 'L1', 'seen', at);
  await read(request(1, at + 9000));
  await vi.waitFor(() =>
    expect(waitingRequests(db, shop, 'cancellation')).toMatchObject([{ decidesAt: at + 9000 }]),
  );
  expect(openTasks(db)).toEqual([]);
  await read();
  await vi.waitFor(() => expect(countWaitingRequests(db, shop)).toBe(0));
  await read(request(1));
  await vi.waitFor(() => expect(openTasks(db)).toHaveLength(1));
});

it.each([
  ['a row of the list cannot be read', { unread: 1, isAll: true }],
  ['the list goes on', { unread: 0, isAll: false }],
])('nothing counts as answered where %s', async (_, listed) => {
  const { db, world, read } = openWatch();
  await read(request(1));
  await vi.waitFor(() => expect(countWaitingRequests(db, shop)).toBe(1));
  world.listed = { ...world.listed, ...listed };
  await read(request(2));
  await vi.waitFor(() => expect(countWaitingRequests(db, shop)).toBe(2));
});

it('a shop that does not answer settles nothing, and a key that may not read the list is not asked again', async () => {
  const { db, world, read } = openWatch();
  await read(request(1));
  await vi.waitFor(() => expect(countWaitingRequests(db, shop)).toBe(1));
  world.failure = { code: 'retry', afterMs: null, detail: 'away' };
  await read();
  expect(countWaitingRequests(db, shop)).toBe(1);
  world.failure = { code: 'refused', shopCode: 'NO_RIGHT', detail: '' };
  await read();
  const { asked } = world;
  await expect(read()).rejects.toThrow();
  expect(world.asked).toBe(asked);
});

it('a buyer who sends goods back to the seller is a task, too, by the number of the return', async () => {
  const { db, world, read } = openWatch();
  world.returns = [
    {
      ...{ id: '8', number: 'RET-8', posting: '70000001-0001-1', name: 'Mug', offer: 'MUG-1' },
      ...{ price: '', state: 'New', askedAt: at },
    },
  ];
  await read();
  await vi.waitFor(() => expect(openTasks(db)).toMatchObject([{ kind: 'return-waits', subject: 'RET-8' }]));
  expect(countWaitingRequests(db, shop)).toBe(1);
});
