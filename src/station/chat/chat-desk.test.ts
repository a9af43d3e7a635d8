import { describe, expect, it } from 'vitest';
import { err, ok } from '#domain/result.ts';
import type { Chat } from '../shop/chat-port.ts';
import { silentAccount } from '../shop/testing/silent-account.ts';
import { createChatDesk } from './chat-desk.ts';

const chat = (id: string, unread: number, lastMessage: string | null = `m-${id}`): Chat => ({
  ...{ id, kind: 'buyer', isOpen: true, createdAt: 0, unread, lastMessage },
});

/** A desk of a shop with these chats; their newest message is as old as their place in the list. */
function openDesk(chats: readonly Chat[]) {
  const clock = { at: 1_000_000 };
  const asked: string[] = [];
  const world = { chats, premium: true as boolean | null, isDenied: false };
  const desk = createChatDesk({
    port: {
      ...silentAccount.chats,
      mayWrite: async () => {
        asked.push('premium');
        return world.isDenied
          ? err({ code: 'refused', shopCode: 'NO_RIGHT', detail: '' })
          : ok(world.premium);
      },
      listChats: async () => ok({ chats: world.chats, isAll: true, unread: 0 }),
      getHistory: async (id) => {
        asked.push(id);
        const at = world.chats.findIndex((one) => one.id === id);
        const message = { id: 'm', author: 'buyer', text: id, isPicture: false, isRead: true } as const;
        return ok({
          messages: [{ ...message, at, check: null }],
          order: `o-${id}`,
          hasMore: false,
          unread: 0,
        });
      },
    },
    link: { call: (make) => make() },
    now: () => clock.at,
  });
  const list = async () => {
    const answer = await desk.list(false);
    return answer.ok ? answer.value.chats : [];
  };
  return { desk, world, asked, clock, list };
}

describe('the list of chats', () => {
  it('has unread ones first, then the newest, each with its order', async () => {
    const { list } = openDesk([chat('old', 0), chat('new', 0), chat('unread', 2)]);
    const rows = await list();
    expect(rows.map(({ id, order }) => [id, order])).toEqual([
      ['unread', 'o-unread'],
      ['new', 'o-new'],
      ['old', 'o-old'],
    ]);
  });

  it('looks only into chats in which something was written since, and into thirty at most', async () => {
    const many = Array.from({ length: 40 }, (_, n) => chat(`c${n}`, 0));
    const { list, asked, world, desk } = openDesk([...many, chat('empty', 1, null)]);
    await list();
    expect(asked).toHaveLength(29);
    const before = asked.length;
    world.chats = world.chats.map((one) => (one.id === asked[0] ? { ...one, lastMessage: 'later' } : one));
    desk.forget(asked[1] ?? '');
    await list();
    const again = asked.slice(before);
    expect(again).toContain(asked[0]);
    expect(again).toContain(asked[1]);
  });
});

describe('the subscription', () => {
  it('is asked for every ten minutes, and unknown where the key may not say', async () => {
    const { desk, asked, clock, world } = openDesk([]);
    expect(await desk.mayWrite()).toEqual(ok(true));
    expect(await desk.mayWrite()).toEqual(ok(true));
    expect(asked).toEqual(['premium']);
    clock.at += 600_000;
    world.premium = false;
    expect(await desk.mayWrite()).toEqual(ok(false));
    clock.at += 600_000;
    world.isDenied = true;
    expect(await desk.mayWrite()).toEqual(ok(null));
  });
});
