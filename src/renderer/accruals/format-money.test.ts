import { expect, it } from 'vitest';
import { formatMoney } from './format-money.ts';

it.each([
  ['en', '-1234567.50', '−1\u202f234\u202f567.50\u00a0RUB'],
  ['ru', '999.0001', '999,0001\u00a0RUB'],
  ['zh-CN', '0.00', '0.00\u00a0RUB'],
] as const)('money in %s is %s, to the last digit', (language, amount, text) => {
  expect(formatMoney(language, { amount, currency: 'RUB' })).toBe(text);
});
