import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PostingNumber } from '#domain/ids.ts';
import { METHOD } from '../methods.ts';
import {
  accountAt,
  hangUp,
  json,
  raw,
  type ScriptedShop,
  startScriptedShop,
  status,
} from '../scripted-shop.ts';

let shop: ScriptedShop;
beforeAll(async () => {
  shop = await startScriptedShop();
});
afterAll(() => shop.close());

const chats = () => accountAt(shop).chats;
const forbidden = status(403, { code: 7, message: 'Api-Key is missing a required role for a method' });
const HOUR = 3_600_000;
const now = Date.parse('2026-11-23T08:00:00Z');

describe('chats with buyers', () => {
  it('are read over all pages, as Ozon’s own example words them', async () => {
    const chat = (id: string, more: object = {}) => ({
      chat: {
        chat_id: id,
        chat_status: 'OPENED',
        chat_type: 'BUYER_SELLER',
        created_at: '2026-11-22T07:19:19Z',
      },
      ...{ unread_count: 1, last_message_id: '30000000001280042740', first_unread_message_id: '3' },
      ...more,
    });
    shop.answer(
      METHOD.chats,
      json({ chats: [chat('a'), { broken: 1 }], total_unread_count: 5, cursor: '30', has_next: 'true' }),
      json({ chats: [chat('b', { last_message_id: '' })], total_unread_count: 5, has_next: false }),
    );
    expect(await chats().listChats({ isUnreadOnly: false })).toMatchObject({
      value: {
        ...{ unread: 5, isAll: true },
        chats: [
          { id: 'a', kind: 'buyer', isOpen: true, unread: 1, lastMessage: '30000000001280042740' },
          { id: 'b', lastMessage: null },
        ],
      },
    });
    expect(shop.bodies(METHOD.chats)).toMatchObject([{ limit: 100 }, { cursor: '30' }]);
  });

  it('keep ids of more digits than a number holds, and know a Cyrillic Сustomer', async () => {
    const row = (id: string, type: string) =>
      `{"message_id":${id},"user":{"type":"${type}"},"created_at":"2026-11-22T07:19:19.581Z","data":["${type}"],"context":{"order_number":"1-2"}}`;
    const rows = [
      row('18000000000817031943', 'Customer'),
      row('3000000000817031942', 'Сustomer'),
      row('3000000000817031941', 'Crm'),
    ];
    shop.answer(METHOD.chatHistory, raw(200, `{"messages":[${rows.join(',')}],"has_next":true}`));
    const history = await chats().getHistory('a', { before: '18000000000817031943', size: 50 });
    expect(history).toMatchObject({
      value: {
        ...{ order: '1-2', hasMore: true, unread: 0 },
        messages: [
          { id: '3000000000817031942', author: 'buyer' },
          { id: '3000000000817031941', author: 'shop' },
        ],
      },
    });
    expect(shop.bodies(METHOD.chatHistory)).toEqual([
      { chat_id: 'a', direction: 'Backward', limit: 51, from_message_id: '18000000000817031943' },
    ]);
  });

  it.each([
    ['PREMIUM_PLUS', true],
    ['PREMIUM_PRO', true],
    ['PREMIUM', false],
    ['UNSPECIFIED', false],
    ['UNKNOWN', null],
  ])('may be written in with a subscription of %s: %s', async (type, may) => {
    shop.answer(METHOD.seller, json({ company: {}, subscription: { is_premium: true, type } }));
    expect(await chats().mayWrite()).toEqual({ ok: true, value: may });
  });

  it('that may not be read or written leave the key itself good', async () => {
    for (const method of [METHOD.chats, METHOD.chatText, METHOD.chatStart]) shop.answer(method, forbidden);
    const no = { error: { code: 'refused', shopCode: 'NO_RIGHT' } };
    expect(await chats().listChats({ isUnreadOnly: true })).toMatchObject(no);
    expect(await chats().sendText('a', 'x')).toMatchObject(no);
    expect(await chats().start(PostingNumber.parse('1-2-1'))).toMatchObject(no);
  });

  it.each([
    ['no answer', hangUp],
    ['a fault', status(500, { code: 13, message: 'Internal error' })],
    ['a strange word', json({ result: 'queued' })],
  ])('a message is sent once, and %s leaves open whether it arrived', async (_what, reply) => {
    shop.answer(METHOD.chatText, reply);
    const before = shop.bodies(METHOD.chatText).length;
    expect(await chats().sendText('a', 'x')).toMatchObject({ error: { code: 'unknown' } });
    expect(shop.bodies(METHOD.chatText)).toHaveLength(before + 1);
  });

  it('a file goes as base64', async () => {
    shop.answer(METHOD.chatFile, json({ result: 'success' }));
    const sent = await chats().sendFile('a', { name: 'box.png', bytes: Uint8Array.of(1, 2, 3) });
    expect(sent).toMatchObject({ ok: true });
    expect(shop.bodies(METHOD.chatFile)).toEqual([{ chat_id: 'a', base64_content: 'AQID', name: 'box.png' }]);
  });
});

describe('when an order’s parcels came', () => {
  const posting = (state: string) => ({ posting_number: '1-2-1', status: state });
  const listed = (...states: readonly string[]) => json({ postings: states.map(posting), has_next: false });

  it.each([
    ['one is still on its way', [listed('delivered', 'delivering')], { kind: 'not-yet' }],
    ['nothing is known of it', [listed()], { kind: 'unknown' }],
    [
      'within a day',
      [listed('delivered'), listed('delivered')],
      { kind: 'between', from: now - 24 * HOUR, to: now },
    ],
    [
      'two days ago',
      [listed('delivered'), listed(), listed('delivered')],
      { kind: 'between', from: now - 48 * HOUR, to: now - 24 * HOUR },
    ],
    [
      'longer ago',
      [listed('delivered', 'cancelled'), listed()],
      { kind: 'between', from: Number.MIN_SAFE_INTEGER, to: now - 72 * HOUR },
    ],
  ])('%s', async (_when, replies, arrival) => {
    shop.answer(METHOD.changes, ...replies);
    expect(await chats().getOrder('1-2')).toMatchObject({ value: { arrival } });
  });
});
