import { describe, expect, it } from 'vitest';
import { keyTrouble } from './key-trouble.ts';

const error = (message: string) => ({ grpc: 7, message });

describe('what the shop says of a key', () => {
  it.each([
    [
      'that it is none of this account, as a missing page',
      404,
      'Invalid Api-Key, please check the key and try again',
      'wrong-key',
    ],
    ['that it is none of this account', 403, 'Invalid Api-Key', 'wrong-key'],
    ['that there is none', 401, 'Client-Id and Api-Key headers are required', 'wrong-key'],
    ['that the account is none', 400, 'Client-Id header value should be positive integer', 'wrong-client-id'],
    [
      'that it was switched off',
      403,
      'Api-key is deactivated, use another one or generate a new one',
      'deactivated',
    ],
    [
      'that it is bound to another network',
      403,
      'Api-Key is restricted to specific IP addresses',
      'other-network',
    ],
    ['that it has no right to this', 403, 'Api-Key is missing a required role for a method', 'lacks-right'],
    ['that something is not signed or switched on', 403, 'Offer not signed', 'lacks-right'],
    ['nothing, where a posting is missing', 404, 'POSTING_NOT_FOUND', null],
    ['nothing, where a request is wrong', 400, 'Request validation error', null],
  ])('%s', (_, status, message, expected) => {
    expect(keyTrouble(status, error(message))).toBe(expected);
  });

  it('takes a refusal without words as one of the key', () => {
    expect(keyTrouble(403, null)).toBe('wrong-key');
    expect(keyTrouble(401, null)).toBe('wrong-key');
    expect(keyTrouble(500, null)).toBeNull();
  });
});
