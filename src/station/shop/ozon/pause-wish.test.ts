import { describe, expect, it } from 'vitest';
import { METHOD } from './methods.ts';
import { pauseWish } from './pause-wish.ts';

const NOW = Date.parse('2026-11-23T08:00:00Z');
const STOCKS = '/v2/products/stocks';
const answer = (
  status: number,
  headers: Readonly<Record<string, string>>,
  message = 'too many requests',
) => ({ status, headers: new Headers(headers), error: { grpc: 8, message } });

describe('the pause that an answer asks for', () => {
  it.each([
    [
      'everything, where all methods are counted together',
      METHOD.ship,
      answer(429, { 'retry-after': '7' }),
      { of: 'all', askedMs: 7000 },
    ],
    [
      'its method alone, where that has a limit of its own',
      STOCKS,
      answer(429, {}),
      { of: 'method', askedMs: null },
    ],
    [
      'everything, where the words say that it was the limit over all',
      STOCKS,
      answer(429, {}, 'You have reached request rate limit per second'),
      { of: 'all', askedMs: null },
    ],
    [
      'its method alone, where the operations of the card are counted',
      '/v3/product/import',
      answer(429, { 'item-retry-after': '2' }),
      { of: 'method', askedMs: 120_000 },
    ],
    [
      'its method alone for a minute, where the shop has closed it',
      METHOD.ship,
      answer(500, {}, 'Circle is open'),
      { of: 'method', askedMs: 60_000 },
    ],
    ['nothing after another error', METHOD.ship, answer(500, { 'retry-after': '7' }, 'Internal error'), null],
  ])('spares %s', (_, method, given, expected) => {
    expect(pauseWish(method, given, NOW)).toEqual(expected);
  });
});
