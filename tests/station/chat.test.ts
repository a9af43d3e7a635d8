import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ShopId } from '#domain/ids.ts';
import { type OpenSandbox, openSandbox } from '#sandbox/testing/open-sandbox.ts';
import { createChatDesk } from '#station/chat/chat-desk.ts';
import { sendInChat } from '#station/chat/send-in-chat.ts';
import { openChatSend } from '#station/database/chat-sends.ts';
import { openBench } from '#station/database/testing/temporary-bench.ts';
import { createLimiter } from '#station/shop/ozon/limiter.ts';
import { createOzonAccount } from '#station/shop/ozon/ozon-account.ts';
import { createShopLink } from '#station/shop/shop-link.ts';

const TEXT = '/v1/chat/send/message';
const HOUR = 3_600_000;
const Written = z.object({ chat: z.string(), message: z.string() });
const Chats = z.object({
  chats: z.array(
    z.object({
      id: z.string(),
      messages: z.array(z.object({ author: z.string(), data: z.array(z.string()) })),
    }),
  ),
});

let sandbox: OpenSandbox;
beforeEach(async () => {
  sandbox = await openSandbox();
});
afterEach(() => sandbox.close());

/** A bench and the chat of a posting in which the buyer wrote. */
async function open(hoursAgo = 0) {
  const db = openBench();
  const { now } = sandbox;
  const account = createOzonAccount({
    ...{ shop: ShopId.parse('ozon-1'), url: sandbox.url, clientId: '1', apiKey: 'sandbox-key', now },
    limiter: createLimiter({ perSecond: 10_000 }),
  });
  const link = createShopLink({ now, onChange: () => undefined });
  const desk = createChatDesk({ port: account.chats, link, now });
  const unread = { count: () => 0, ask: () => undefined, close: async () => undefined };
  const shop = { account, link, chats: { desk, unread, underWay: new Set<string>() } };
  const posting = await sandbox.add({ lines: [{ sku: 1_500_000_001, quantity: 1 }] });
  const body = { hoursAgo };
  const { chat } = Written.parse(
    (await sandbox.admin('POST', `/admin/postings/${posting}/message`, body)).json,
  );
  const parts = { db, shop, now };
  return {
    ...{ db, shop, chat, posting, parts },
    say: (content: string) => sendInChat({ chat, kind: 'text', content, actor: 'P1' }, parts),
    arrived: async () =>
      Chats.parse((await sandbox.admin('GET', '/admin/chats')).json)
        .chats.find(({ id }) => id === chat)
        ?.messages.filter(({ author }) => author === 'Seller')
        .flatMap(({ data }) => data),
  };
}
const play = (...faults: readonly object[]) => sandbox.admin('POST', '/admin/faults', faults);
const sent = { ok: true, value: 'sent' };

describe('a message to a buyer', () => {
  it('arrives once where its answer is lost', async () => {
    const { say, arrived, db, chat } = await open();
    await play({ kind: 'lostAnswer', method: TEXT });
    expect(await say('Tomorrow')).toEqual(sent);
    expect(await arrived()).toEqual(['Tomorrow']);
    expect(openChatSend(db, chat)).toBeNull();
  });

  it('of which nobody knows is looked for before the next one goes out', async () => {
    const { say, arrived, db, chat } = await open();
    await play({ kind: 'lostAnswer', method: TEXT }, { kind: '500', method: '/v3/chat/history', skip: 1 });
    expect(await say('Tomorrow')).toEqual({ ok: true, value: 'perhaps' });
    expect(openChatSend(db, chat)).toMatchObject({ content: 'Tomorrow' });
    expect(await say('Or Friday')).toEqual(sent);
    expect(await arrived()).toEqual(['Tomorrow', 'Or Friday']);
  });

  it('that did not arrive is never repeated by itself', async () => {
    const { say, arrived } = await open();
    await play({ kind: '500', method: TEXT });
    expect(await say('Tomorrow')).toEqual({ ok: true, value: 'perhaps' });
    expect(await say('Tomorrow')).toEqual({ ok: false, error: { code: 'undecided' } });
    expect(await arrived()).toEqual([]);
  });

  it('may be equal to an earlier one', async () => {
    const { say, arrived } = await open();
    expect(await say('Yes')).toEqual(sent);
    await play({ kind: '500', method: TEXT });
    expect(await say('Yes')).toEqual({ ok: true, value: 'perhaps' });
    expect(await arrived()).toEqual(['Yes']);
  });

  it('goes out once from two hands that press at once', async () => {
    const { say, arrived } = await open();
    const both = await Promise.all([say('Yes'), say('Yes')]);
    expect(both).toContainEqual({ ok: false, error: { code: 'undecided' } });
    expect(await arrived()).toEqual(['Yes']);
  });

  it('is not sent without Premium, nor when its time is over', async () => {
    const { say, arrived, posting } = await open(49);
    await sandbox.admin('POST', `/admin/postings/${posting}/arrived`, { hoursAgo: 73 });
    expect(await say('Yes')).toEqual({ ok: false, error: { code: 'too-late' } });
    sandbox.pass(HOUR);
    await sandbox.admin('POST', '/admin/subscription', { type: 'PREMIUM' });
    expect(await say('Yes')).toEqual({ ok: false, error: { code: 'no-premium' } });
    expect(await arrived()).toEqual([]);
    expect((await sandbox.admin('GET', `/admin/requests?last=1000&path=${TEXT}`)).json).toEqual({
      requests: [],
    });
  });

  it('may be a picture, which is known again by being one', async () => {
    const { chat, parts, arrived } = await open();
    await play({ kind: 'lostAnswer', method: '/v1/chat/send/file' });
    const bytes = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);
    expect(await sendInChat({ chat, kind: 'file', content: 'box.png', bytes, actor: 'P1' }, parts)).toEqual(
      sent,
    );
    expect(await arrived()).toHaveLength(1);
  });
});
