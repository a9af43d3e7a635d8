import { expect, it, onTestFinished, vi } from 'vitest';
import { err, ok } from '#domain/result.ts';
import { followUnread } from './follow-unread.ts';

/** A shop with unread messages, a hand-set clock, and what was asked and told. */
function follow() {
  const world = {
    ...{ at: 1_000_000, unread: 3, mayRead: true, isOnline: true, isRefused: false },
    ...{ asked: 0, told: 0, looked: 0 },
  };
  const follower = followUnread({
    port: {
      countUnread: async () => {
        world.asked += 1;
        return world.isRefused
          ? err({ code: 'refused', shopCode: 'NO_RIGHT', detail: '' })
          : ok(world.unread);
      },
    },
    link: {
      call: (make) => make(),
      state: () => ({
        ...{ state: world.isOnline ? ('online' as const) : ('offline' as const), sinceAt: 0 },
        ...{ detail: null, trouble: null },
      }),
    },
    mayRead: () => world.mayRead,
    onNews: () => {
      world.told += 1;
    },
    now: () => {
      world.looked += 1;
      return world.at;
    },
    everyMs: 1,
  });
  onTestFinished(() => follower.close());
  /** It has looked a few times since. */
  const looks = async () => {
    const since = world.looked;
    await vi.waitFor(() => expect(world.looked).toBeGreaterThan(since + 5));
  };
  return { world, follower, looks };
}

it('the count of unread messages is asked for once a minute, and told of where it is another', async () => {
  const { world, follower, looks } = follow();
  await vi.waitFor(() => expect(follower.count()).toBe(3));
  await looks();
  expect([world.asked, world.told]).toEqual([1, 1]);
  world.at += 59_999;
  await looks();
  expect(world.asked).toBe(1);
  world.at += 1;
  await vi.waitFor(() => expect(world.asked).toBe(2));
  await looks();
  expect(world.told).toBe(1);
});

it('a hundred notifications are one question, and news even where the count is the same', async () => {
  const { world, follower, looks } = follow();
  await vi.waitFor(() => expect(world.told).toBe(1));
  for (let n = 0; n < 100; n += 1) follower.ask();
  await looks();
  expect(world.asked).toBe(1);
  world.at += 5_000;
  await vi.waitFor(() => expect(world.told).toBe(2));
  await looks();
  expect(world.asked).toBe(2);
});

it('nothing is asked without the right, nor while the shop is away, nor soon after it refused', async () => {
  const { world, looks } = follow();
  world.mayRead = false;
  world.at += 60_000;
  await looks();
  const asked = world.asked;
  world.mayRead = true;
  world.isOnline = false;
  world.at += 60_000;
  await looks();
  expect(world.asked).toBe(asked);
  world.isOnline = true;
  world.isRefused = true;
  await vi.waitFor(() => expect(world.asked).toBe(asked + 1));
  world.at += 3_599_999;
  await looks();
  expect(world.asked).toBe(asked + 1);
});
