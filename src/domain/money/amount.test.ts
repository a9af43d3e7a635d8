import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addAmounts, parseAmount, sumByCurrency } from './amount.ts';

describe('an amount of money', () => {
  it.each([
    ['1530.0000', '1530.00'],
    ['-0.5', '-0.50'],
    ['+7', '7.00'],
    ['0.1234', '0.1234'],
    ['-0', '0.00'],
    ['007', '7.00'],
    ['1e3', null],
    ['1,5', null],
    ['', null],
  ])('%j is %j', (text, amount) => {
    expect(parseAmount(text)).toBe(amount);
  });

  it('is added to others without losing a fraction, whatever their order', () => {
    const amount = fc
      .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 6 }))
      .map(([digits, scale]) => {
        const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
        const cut = text.length - scale;
        const sign = digits < 0n ? '-' : '';
        return {
          text: `${sign}${text.slice(0, cut)}${scale > 0 ? `.${text.slice(cut)}` : ''}`,
          micro: digits * 10n ** BigInt(6 - scale),
        };
      });
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 30 }), (all) => {
        const sum = addAmounts(all.map(({ text }) => text));
        expect(addAmounts(all.map(({ text }) => text).reverse())).toBe(sum);
        const [whole = '', part = ''] = sum.split('.');
        expect(BigInt(whole.replace('-', '') + part.padEnd(6, '0')) * (sum.startsWith('-') ? -1n : 1n)).toBe(
          all.reduce((total, { micro }) => total + micro, 0n),
        );
      }),
    );
    expect(addAmounts([])).toBe('0.00');
  });

  it('stays in its currency', () => {
    const money = [
      { amount: '0.10', currency: 'RUB' },
      { amount: '5', currency: 'CNY' },
      { amount: '0.20', currency: 'RUB' },
    ];
    expect(sumByCurrency(money)).toEqual([
      { amount: '5.00', currency: 'CNY' },
      { amount: '0.30', currency: 'RUB' },
    ]);
  });
});
