import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing/open-sandbox.ts';

let shop: OpenSandbox;
beforeAll(async () => {
  shop = await openSandbox();
});
afterAll(() => shop.close());

const send = (path: string, headers: Record<string, string>, body: string | null = '{}') =>
  fetch(shop.url + path, { method: 'POST', headers, body });
const right = { 'client-id': '1', 'api-key': 'sandbox-key' };

describe('who may call', () => {
  it.each([
    ['no headers', {}, 401, 16, 'Client-Id and Api-Key headers are required'],
    [
      'a wrong key',
      { ...right, 'api-key': 'x' },
      404,
      5,
      'Invalid Api-Key, please check the key and try again',
    ],
    [
      'another shop',
      { ...right, 'client-id': '2' },
      404,
      5,
      'Invalid Api-Key, please check the key and try again',
    ],
    [
      'a Client-Id that is no number',
      { ...right, 'client-id': 'me' },
      400,
      3,
      'Client-Id header value should be positive integer',
    ],
  ])('refuses %s in the marketplace’s own way', async (_, headers, status, code, message) => {
    const answer = await send('/v1/roles', headers);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ code, message, details: [] });
  });

  it('refuses a method that no role of the key covers, and every method once the key is switched off', async () => {
    await shop.admin('POST', '/admin/key', {
      roles: [{ name: 'Posting FBS', methods: ['/v1/posting', '/v3/posting'] }],
    });
    expect((await shop.call('/v3/product/list', { limit: 1 })).json).toMatchObject({
      code: 7,
      message: 'Api-Key is missing a required role for a method',
    });
    expect((await shop.call('/v1/roles', {})).status).toBe(200);
    await shop.admin('POST', '/admin/key', { deactivated: true });
    expect((await shop.call('/v1/roles', {})).status).toBe(403);
    await shop.admin('POST', '/admin/key', {
      deactivated: false,
      roles: [{ name: 'Admin', methods: ['/v1', '/v2', '/v3', '/v4'] }],
    });
  });

  it('refuses a key past its day', async () => {
    await shop.admin('POST', '/admin/key', { expiresAt: '2026-11-23T06:30:00Z' });
    expect((await shop.call('/v1/roles', {})).status).toBe(403);
    await shop.admin('POST', '/admin/key', { expiresAt: '2027-02-01T00:00:00Z' });
    expect((await shop.call('/v1/roles', {})).json).toMatchObject({ expires_at: '2027-02-01T00:00:00Z' });
  });
});

describe('what may be called', () => {
  it('says of a method that was shut down that it is obsolete', async () => {
    for (const path of [
      '/v3/posting/fbs/unfulfilled/list',
      '/v3/posting/fbs/ship',
      '/v2/posting/fbs/act/create',
    ]) {
      const answer = await shop.call(path, {});
      expect([answer.status, answer.json]).toEqual([
        400,
        { code: 9, message: 'obsolete method cannot be used', details: [] },
      ]);
    }
  });

  it('does not know a method that never was', async () => {
    expect((await shop.call('/v9/everything', {})).status).toBe(404);
  });

  it('explains a wrong JSON type like a proto parser and a wrong value like a validator', async () => {
    const array = await shop.call('/v3/posting/fbs/get', { posting_number: 'x', with: [] });
    expect(array.json).toMatchObject({ code: 3, message: expect.stringContaining('unexpected token [') });
    const number = await shop.call('/v3/posting/fbs/get', { posting_number: 12 });
    expect(number.json).toMatchObject({ message: 'proto: syntax error (line 1:19): unexpected token 12' });
    const missing = await shop.call('/v3/posting/fbs/get', {});
    expect(missing.json).toMatchObject({
      message: expect.stringContaining('Request validation error: invalid Request.PostingNumber'),
    });
    const nothing = await send('/v1/roles', right, 'null');
    expect(await nothing.json()).toMatchObject({
      code: 3,
      message: expect.stringContaining('unexpected token null'),
    });
  });
});

describe('how often', () => {
  it('answers the request beyond the limit of a second with 429 and a pause', async () => {
    await shop.admin('POST', '/admin/limits', { requestsPerSecond: 3 });
    const answers = await Promise.all(Array.from({ length: 12 }, () => shop.call('/v1/roles', {})));
    const limited = answers.filter(({ status }) => status === 429);
    expect(limited.length).toBeGreaterThan(0);
    expect(limited[0]?.headers.get('retry-after')).toBe('1');
    expect(answers[0]?.headers.get('ratelimit-remaining')).not.toBeNull();
    await shop.admin('POST', '/admin/limits', { requestsPerSecond: 50 });
  });

  it('answers a method beyond its own limit of a minute with 429, and every other method as ever', async () => {
    await shop.admin('POST', '/admin/limits', { methods: { '/v1/seller/info': 2 } });
    const ask = () => shop.call('/v1/seller/info', {});
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 200]);
    const limited = await ask();
    expect([limited.status, Number(limited.headers.get('retry-after')) > 50]).toEqual([429, true]);
    expect((await shop.call('/v1/roles', {})).status).toBe(200);
  });
});
