import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PostingNumber, Sku } from '#domain/ids.ts';
import { METHOD } from './methods.ts';
import { wirePosting } from './sample-answers.ts';
import {
  accountAt,
  half,
  hangUp,
  json,
  raw,
  type ScriptedShop,
  silence,
  startScriptedShop,
  status,
} from './scripted-shop.ts';

const NUMBER = PostingNumber.parse('70000001-0003-1');
const PACKAGES = [[{ sku: Sku.parse('1500000001'), quantity: 2 }]];

let shop: ScriptedShop;
beforeEach(async () => {
  shop = await startScriptedShop();
});
afterEach(() => shop.close());

const HTML = '<html><head><title>502 Bad Gateway</title></head></html>';
const WRONG_KEY = { code: 5, message: 'Invalid Api-Key, please check the key and try again' };

describe('what an answer means for a reading call', () => {
  it.each([
    ['wrong key, said as 404', status(404, WRONG_KEY), { code: 'unauthorized' }],
    [
      'missing role',
      status(403, { code: 7, message: 'Api-Key is missing a required role for a method' }),
      { code: 'unauthorized' },
    ],
    ['missing headers', status(401, { code: 16, message: 'no' }), { code: 'unauthorized' }],
    [
      'bad Client-Id',
      status(400, { code: 3, message: 'Client-Id header value should be positive integer' }),
      { code: 'unauthorized' },
    ],
    [
      'no such posting',
      status(404, { code: 5, message: 'POSTING_NOT_FOUND' }),
      { code: 'refused', shopCode: 'NOT_FOUND' },
    ],
    ['a 404 that is not the shop', raw(404, HTML), { code: 'malformed' }],
    [
      'dead method',
      status(400, { code: 9, message: 'obsolete method cannot be used' }),
      { code: 'refused', shopCode: 'OBSOLETE_METHOD' },
    ],
    [
      'bad argument',
      status(400, { code: 3, message: 'proto: syntax error (line 1:13)' }),
      { code: 'refused', shopCode: 'GRPC_3' },
    ],
    [
      'old error shape',
      status(400, { error: { code: 'BAD_REQUEST', message: 'no', data: [] } }),
      { code: 'refused', shopCode: 'BAD_REQUEST' },
    ],
    ['conflict', status(409, { code: 10, message: 'aborted' }), { code: 'retry' }],
    ['timeout at the shop', status(408, {}), { code: 'retry' }],
    ['too early', status(425, {}), { code: 'retry' }],
    [
      'limit',
      status(429, { code: 8, message: 'limit' }, { 'retry-after': '7' }),
      { code: 'retry', afterMs: 7000 },
    ],
    ['limit without a time', status(429, { code: 8, message: 'limit' }), { code: 'retry', afterMs: null }],
    ['absurd limit', status(429, {}, { 'retry-after': '999999999' }), { code: 'retry', afterMs: 600_000 }],
    ['breaker', status(400, { code: 14, message: 'Circle is open' }), { code: 'retry', afterMs: 60_000 }],
    ['server error', status(500, { code: 13, message: 'Internal error' }), { code: 'retry' }],
    ['nginx page', raw(502, HTML), { code: 'retry' }],
    ['HTML with 200', raw(200, HTML), { code: 'malformed' }],
    [
      'an error inside 200',
      json({ code: 5, message: 'POSTING_NOT_FOUND', details: [] }),
      { code: 'refused', shopCode: 'NOT_FOUND' },
    ],
    [
      'an old error inside 200',
      json({ error: { code: 'ACCESS_DENIED', message: 'no' } }),
      { code: 'refused', shopCode: 'ACCESS_DENIED' },
    ],
    ['half an answer', half, { code: 'retry' }],
    ['a connection that ends', hangUp, { code: 'retry' }],
    [
      'a posting of another number',
      json({ result: wirePosting({ posting_number: '9-9-9' }) }),
      { code: 'malformed' },
    ],
    ['6 MB', raw(200, 'x'.repeat(6_000_000)), { code: 'malformed' }],
  ])('%s', async (_, reply, expected) => {
    shop.answer(METHOD.posting, reply);
    const answer = await accountAt(shop).getPosting(NUMBER);
    expect(answer).toMatchObject({ ok: false, error: expected });
  });

  it('is tried again after a silence', async () => {
    shop.answer(METHOD.posting, silence);
    const answer = await accountAt(shop, { timeoutMs: 50 }).getPosting(NUMBER);
    expect(answer).toMatchObject({ ok: false, error: { code: 'retry' } });
  });

  it('keeps still until the pause that the shop asked for is over', async () => {
    const clock = { at: 1_700_000_000_000 };
    shop.answer(METHOD.posting, status(429, {}, { 'retry-after': '30' }), json({ result: wirePosting() }));
    const account = accountAt(shop, { clock });
    await account.getPosting(NUMBER);
    expect(await account.getPosting(NUMBER)).toMatchObject({
      ok: false,
      error: { code: 'retry', afterMs: 30_000 },
    });
    expect(shop.seen).toHaveLength(1);
    clock.at += 30_000;
    expect(await account.getPosting(NUMBER)).toMatchObject({ ok: true });
  });
});

describe('what an answer means for a ship', () => {
  it.each([
    ['server error', status(500, { code: 13, message: 'Internal error' }), { code: 'unknown' }],
    ['nginx page', raw(504, HTML), { code: 'unknown' }],
    ['half an answer', half, { code: 'unknown' }],
    ['a connection that ends', hangUp, { code: 'unknown' }],
    ['HTML with 200', raw(200, HTML), { code: 'unknown' }],
    ['an empty 200', json({}), { code: 'unknown' }],
    ['a number for an answer', json({ result: 7 }), { code: 'unknown' }],
    ['limit', status(429, {}), { code: 'retry' }],
    ['breaker', status(500, { code: 14, message: 'Circle is open' }), { code: 'retry' }],
    ['a redirect', raw(307, '', { location: 'http://example.invalid/' }), { code: 'retry' }],
    ['wrong key', status(404, WRONG_KEY), { code: 'unauthorized' }],
    [
      'cancelled',
      status(400, { code: 3, message: 'POSTING_ALREADY_CANCELLED' }),
      { code: 'refused', shopCode: 'POSTING_ALREADY_CANCELLED' },
    ],
    [
      'conflict with a reason',
      status(409, { code: 9, message: 'INCORRECT_OVH_FOR_POSTING' }),
      { code: 'refused', shopCode: 'INCORRECT_OVH_FOR_POSTING' },
    ],
    ['conflict without one', status(409, { code: 10, message: 'aborted' }), { code: 'unknown' }],
  ])('%s', async (_, reply, expected) => {
    shop.answer(METHOD.ship, reply);
    const answer = await accountAt(shop).ship(NUMBER, PACKAGES);
    expect(answer).toMatchObject({ ok: false, error: expected });
    expect(shop.bodies(METHOD.ship)).toHaveLength(1);
  });

  it('is unknown after a silence, and to be tried again when nobody listens', async () => {
    shop.answer(METHOD.ship, silence);
    const account = accountAt(shop, { timeoutMs: 50 });
    expect(await account.ship(NUMBER, PACKAGES)).toMatchObject({ ok: false, error: { code: 'unknown' } });
    await shop.close();
    const alone = accountAt(shop);
    expect(await alone.ship(NUMBER, PACKAGES)).toMatchObject({ ok: false, error: { code: 'retry' } });
    shop = await startScriptedShop();
  });

  it('is unknown when it is ended under way, and untouched when it is ended before', async () => {
    const under = new AbortController();
    shop.answer(METHOD.ship, () => under.abort());
    expect(await accountAt(shop).ship(NUMBER, PACKAGES, under.signal)).toMatchObject({
      error: { code: 'unknown' },
    });
    expect(await accountAt(shop).ship(NUMBER, PACKAGES, AbortSignal.abort())).toMatchObject({
      error: { code: 'retry' },
    });
    expect(shop.seen).toHaveLength(1);
  });
});

describe('the key', () => {
  it('goes along in the headers and nowhere else', async () => {
    shop.answer(METHOD.posting, json({ result: wirePosting() }));
    await accountAt(shop).getPosting(NUMBER);
    expect(shop.seen[0]?.headers).toMatchObject({ 'client-id': '1', 'api-key': 'secret-key-of-the-shop' });
    expect(shop.seen[0]?.body).not.toContain('secret');
  });

  it('is not sent after a redirect', async () => {
    const other = await startScriptedShop();
    shop.answer(METHOD.posting, raw(302, '', { location: `${other.url}${METHOD.posting}` }));
    expect(await accountAt(shop).getPosting(NUMBER)).toMatchObject({ ok: false, error: { code: 'retry' } });
    expect(other.seen).toHaveLength(0);
    await other.close();
  });

  it('never shows in what is reported, even if the shop repeats it', async () => {
    shop.answer(METHOD.posting, status(403, { code: 7, message: 'key secret-key-of-the-shop is blocked' }));
    const answer = await accountAt(shop).getPosting(NUMBER);
    expect(JSON.stringify(answer)).not.toContain('secret-key-of-the-shop');
  });

  it('is refused before sending when it cannot be a key', async () => {
    for (const apiKey of ['', 'line\nbreak-in-secret', 'ключ']) {
      const answer = await accountAt(shop, { apiKey }).getPosting(NUMBER);
      expect(answer).toMatchObject({ ok: false, error: { code: 'unauthorized' } });
      expect(JSON.stringify(answer)).not.toContain('break-in-secret');
    }
    expect(shop.seen).toHaveLength(0);
  });
});
