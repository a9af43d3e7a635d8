import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSlip, parseAmount, toCents } from './price-change.ts';

describe('a price that a person types', () => {
  it.each([
    ['1 590,5', '1590.50'],
    ['1590.00', '1590'],
    ['007', '7'],
    ['0', '0'],
    ['1,234.50', null],
    ['-5', null],
    ['1e3', null],
    ['', null],
    ['1590.555', null],
    ['12345678901', null],
  ])('%j is %j', (words, amount) => {
    expect(parseAmount(words)).toBe(amount);
  });

  it('loses not a cent, however large', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (cents) => {
        const words = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
        const amount = parseAmount(words);
        expect(amount === null ? null : toCents(amount)).toBe(cents);
      }),
    );
  });

  it.each([
    ['1000', '1500', false],
    ['1000', '1500.01', true],
    ['1000', '500', false],
    ['1000', '499.99', true],
    ['1000', '100', true],
    [null, '5', false],
  ])('from %j to %j asks again: %j', (before, after, asks) => {
    expect(isSlip(before, after)).toBe(asks);
  });
});
