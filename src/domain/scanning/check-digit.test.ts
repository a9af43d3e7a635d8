import { describe, expect, it } from 'vitest';
import { checkDigit, hasValidCheckDigit } from './check-digit.ts';

describe('the check digit', () => {
  it.each([
    ['460702588001', 1],
    ['03600029145', 2],
    ['4607025', 8],
    ['1460702588001', 8],
    ['04607025880000001', 1],
    ['1019880500001', 5],
  ])('of %s is %i', (body, digit) => {
    expect(checkDigit(body)).toBe(digit);
    expect(hasValidCheckDigit(body + digit)).toBe(true);
    expect(hasValidCheckDigit(body + ((digit + 1) % 10))).toBe(false);
  });

  it('does not bless what is not digits', () => {
    expect(hasValidCheckDigit('')).toBe(false);
    expect(hasValidCheckDigit('0')).toBe(false);
    expect(hasValidCheckDigit('46070258800１1')).toBe(false);
  });
});
