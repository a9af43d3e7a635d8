import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing/open-sandbox.ts';

let shop: OpenSandbox;
beforeAll(async () => {
  shop = await openSandbox();
});
afterAll(() => shop.close());

const HOUR = 3_600_000;
const MUG = 1_500_000_001;
const newPosting = () => shop.add({ lines: [{ sku: MUG, quantity: 1 }] });
async function written(number: string, body: object = {}): Promise<{ chat: string; message: string }> {
  const { json } = await shop.admin('POST', `/admin/postings/${number}/message`, body);
  return { chat: Reflect.get(Object(json), 'chat'), message: Reflect.get(Object(json), 'message') };
}
const history = (chat: string, more: object = {}) =>
  shop.call('/v3/chat/history', { chat_id: chat, ...more });
const send = (chat: string, text: string) => shop.call('/v1/chat/send/message', { chat_id: chat, text });

it('a buyer writes, and the seller reads and answers', async () => {
  const { chat, message } = await written(await newPosting(), { text: 'Hello' });
  expect((await shop.call('/v3/chat/list', { filter: { unread_only: true }, limit: 10 })).json).toMatchObject(
    { chats: [{ chat: { chat_id: chat }, unread_count: 1, last_message_id: message }], has_next: false },
  );
  expect((await send(chat, 'Hello, too')).json).toEqual({ result: 'success' });
  const { text } = await history(chat);
  // Digits beyond 2^53 are numbers on the wire.
  expect(text).toContain(`"message_id":${message}`);
  expect(JSON.parse(text)).toMatchObject({ messages: [{ data: ['Hello, too'] }, { data: ['Hello'] }] });
  const forward = await history(chat, { direction: 'Forward', from_message_id: message, limit: 1 });
  expect(forward.json).toMatchObject({ messages: [{ data: ['Hello'] }], has_next: true });
  expect((await shop.call('/v2/chat/read', { chat_id: chat, from_message_id: message })).json).toEqual({
    unread_count: 0,
  });
});

it('a file is a link in the chat', async () => {
  const { chat } = await written(await newPosting());
  const sent = await shop.call('/v1/chat/send/file', {
    ...{ chat_id: chat, base64_content: 'iVBORw==', name: 'box.png' },
  });
  expect(sent.json).toEqual({ result: 'success' });
  expect((await history(chat, { limit: 1 })).json).toMatchObject({
    messages: [{ is_image: true, data: [expect.stringMatching(/^!\[\]\(http.*box\.png\)$/)] }],
  });
});

it('72 h after the parcel has come only a buyer who wrote within 48 h is answered', async () => {
  const number = await newPosting();
  const { chat } = await written(number, { hoursAgo: 40 });
  await shop.admin('POST', `/admin/postings/${number}/arrived`, { hoursAgo: 71 });
  shop.pass(2 * HOUR);
  expect((await send(chat, 'a')).status).toBe(200);
  shop.pass(7 * HOUR);
  expect((await send(chat, 'a')).status).toBe(400);
  expect((await shop.call('/v1/chat/start', { posting_number: number })).status).toBe(400);
  await written(number);
  expect((await send(chat, 'a')).status).toBe(200);
});

it('without Premium Plus nothing is written, started or marked as read', async () => {
  const number = await newPosting();
  const { chat } = await written(number);
  await shop.admin('POST', '/admin/subscription', { type: 'PREMIUM' });
  expect((await send(chat, 'a')).status).toBe(403);
  expect((await shop.call('/v1/chat/start', { posting_number: number })).status).toBe(403);
  expect((await shop.call('/v2/chat/read', { chat_id: chat })).status).toBe(403);
  expect((await history(chat)).status).toBe(200);
  await shop.admin('POST', '/admin/subscription', { type: 'PREMIUM_PRO' });
  expect((await shop.call('/v1/chat/start', { posting_number: number })).json).toEqual({
    result: { chat_id: chat },
  });
});
