import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PushReceiver, startPushReceiver } from './push-receiver.ts';
import { openPushSpool, type PushSpool } from './push-spool.ts';

const secret = 'a-secret-of-the-sellers';
const now = () => Date.parse('2026-11-25T12:00:00Z');
const posting = '24219509-0020-1';

let home: string;
let spool: PushSpool;
let receiver: PushReceiver;
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'packbench-push-'));
  spool = openPushSpool(home, now);
  receiver = await startPushReceiver({ port: 0, host: '127.0.0.1', secret, spool, version: '1.0', now });
});
afterEach(async () => {
  await receiver.close();
  rmSync(home, { recursive: true });
});

async function send(body: unknown, path = secret, method = 'POST') {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(`${receiver.url}${path}`, {
    method,
    ...(method === 'POST' ? { body: text } : {}),
  });
  return { status: response.status, body: await response.json() };
}
const waiting = () => readdirSync(join(home, 'push'));

describe('the receiver of notifications', () => {
  it('answers the shop’s ping with name, version and time', async () => {
    expect(await send({ message_type: 'TYPE_PING', time: '2026-11-25T12:00:00Z' })).toEqual({
      status: 200,
      body: { version: '1.0', name: 'Packbench', time: '2026-11-25T12:00:00.000Z' },
    });
  });

  it.each([
    'TYPE_NEW_POSTING',
    'TYPE_POSTING_CANCELLED',
    'TYPE_STATE_CHANGED',
    'TYPE_CUTOFF_DATE_CHANGED',
    'TYPE_DELIVERY_DATE_CHANGED',
  ])('keeps a %s on disk before it answers', async (message_type) => {
    expect(await send({ message_type, posting_number: posting, seller_id: 7, products: [] })).toEqual({
      ...{ status: 200, body: { result: true } },
    });
    const [name = ''] = waiting();
    expect(JSON.parse((await spool.read(name)) ?? '')).toMatchObject({
      message_type,
      posting_number: posting,
    });
  });

  it.each([
    ['TYPE_STOCKS_CHANGED', { items: [{ product_id: 5, sku: 7, stocks: [] }] }],
    ['TYPE_CREATE_OR_UPDATE_ITEM', { offer_id: 'MUG', product_id: 5, is_error: false }],
    ['TYPE_NEW_MESSAGE', { chat_id: 'a', message_id: '3000000000817031942' }],
    ['TYPE_UPDATE_MESSAGE', { chat_id: 'a' }],
    ['TYPE_MESSAGE_READ', { chat_id: 'a' }],
    ['TYPE_CHAT_CLOSED', { chat_id: 'a' }],
    ['TYPE_DESCRIPTION_CATEGORY_TREE_CHANGED', { changed_at: '2026-11-25T12:00:00Z' }],
  ])('keeps a %s on disk before it answers', async (message_type, body) => {
    expect(await send({ message_type, ...body, seller_id: '7' })).toEqual({
      ...{ status: 200, body: { result: true } },
    });
    expect(waiting()).toHaveLength(1);
  });

  it.each(['TYPE_FBO_POSTING_NEW', 'TYPE_FBO_POSTING_CANCELLED', 'TYPE_ORDER_NEW', 'TYPE_OF_NEXT_YEAR'])(
    'takes a %s, which changes nothing here, so that it is not sent again and again',
    async (message_type) => {
      expect(await send({ message_type, seller_id: '7' })).toEqual({ status: 200, body: { result: true } });
      expect(waiting()).toEqual([]);
    },
  );

  it('is not there for whoever does not know the address', async () => {
    const message = { message_type: 'TYPE_NEW_POSTING', posting_number: posting };
    for (const [path, method] of [
      ['', 'POST'],
      ['a-secret-of-the-seller', 'POST'],
      [`${secret}/more`, 'POST'],
      [secret, 'GET'],
    ] as const) {
      expect(await send(message, path, method)).toMatchObject({ status: 404 });
    }
    expect(waiting()).toEqual([]);
  });

  it('refuses what is no notification, whatever it is, and goes on', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json(), fc.constant('{"message_type":7}')), async (text) => {
        const { status, body } = await send(text);
        expect(status).toBe(400);
        expect(body).toMatchObject({ error: { code: 'ERROR_PARAMETER_VALUE_MISSED' } });
      }),
      { numRuns: 40 },
    );
    for (const message_type of ['TYPE_NEW_POSTING', 'TYPE_NEW_MESSAGE', 'TYPE_CREATE_OR_UPDATE_ITEM'])
      expect(await send({ message_type })).toMatchObject({ status: 400 });
    expect(await send('x'.repeat(300_000))).toMatchObject({ status: 413 });
    expect(waiting()).toEqual([]);
    expect(await send({ message_type: 'TYPE_PING' })).toMatchObject({ status: 200 });
  });

  it('goes on when a sender hangs up in the middle', async () => {
    const { port } = new URL(receiver.url);
    const socket = createConnection({ host: '127.0.0.1', port: Number(port) });
    socket.write(`POST /${secret} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"message`);
    await new Promise<void>((resolve) => socket.write('posting', () => resolve()));
    socket.destroy();
    expect(await send({ message_type: 'TYPE_PING' })).toMatchObject({ status: 200 });
    expect(waiting()).toEqual([]);
  });

  it('keeps a hundred that come at once, each by itself', async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        send({
          message_type: 'TYPE_STATE_CHANGED',
          posting_number: `${10_000_000 + n}-0001-1`,
          seller_id: 7,
        }),
      ),
    );
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(waiting()).toHaveLength(100);
  });
});
