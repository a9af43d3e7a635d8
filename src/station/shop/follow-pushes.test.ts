import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { followPushes } from './follow-pushes.ts';
import { openPushSpool } from './ozon/push/push-spool.ts';

/** A bench's home with a follower, and what it had the shop asked about. */
function follow() {
  const home = mkdtempSync(join(tmpdir(), 'packbench-push-'));
  const clock = { at: 1_000_000 };
  const now = () => clock.at++;
  const world = { asked: [] as string[], isAway: false };
  const reader = {
    readPosting: async (number: string) => {
      world.asked.push(number);
      return !world.isAway;
    },
  };
  const unused = () => {
    throw new Error('not part of this test');
  };
  const follower = followPushes({
    ...{ home, now, everyMs: 5, clientId: () => '7' },
    shop: () => ({
      reader: {
        ...reader,
        start: unused,
        readNow: unused,
        lastReadAt: () => null,
        nextReadAt: () => null,
        close: unused,
      },
    }),
  });
  onTestFinished(async () => {
    await follower.close();
    rmSync(home, { recursive: true });
  });
  const spool = openPushSpool(home, now);
  const push = (posting_number: string, change: object = {}) =>
    spool.put(
      JSON.stringify({ message_type: 'TYPE_STATE_CHANGED', posting_number, seller_id: 7, ...change }),
    );
  return { home, world, push, waiting: () => readdirSync(join(home, 'push')) };
}

it('a posting that notifications name is read from the shop, once for all that wait', async () => {
  const { world, push, waiting } = follow();
  world.isAway = true;
  await push('11111111-0001-1', { message_type: 'TYPE_NEW_POSTING' });
  await push('11111111-0001-1', { message_type: 'TYPE_POSTING_CANCELLED' });
  await push('11111111-0001-1');
  await vi.waitFor(() => expect(world.asked.length).toBeGreaterThan(1));
  // The shop does not answer: nothing is thrown away.
  expect(waiting()).toHaveLength(3);
  world.isAway = false;
  await vi.waitFor(() => expect(waiting()).toEqual([]));
  const asked = world.asked.length;
  await push('22222222-0001-1');
  await vi.waitFor(() => expect(waiting()).toEqual([]));
  expect(world.asked.slice(asked)).toEqual(['22222222-0001-1']);
});

it('what is for another seller, and what nobody can read, is put away unasked', async () => {
  const { home, world, push, waiting } = follow();
  await push('11111111-0001-1', { seller_id: '8' });
  writeFileSync(join(home, 'push', '000000000000001-00000000-0000-0000-0000-000000000000.json'), '{"half');
  await vi.waitFor(() => expect(waiting()).toEqual([]));
  expect(world.asked).toEqual([]);
});
