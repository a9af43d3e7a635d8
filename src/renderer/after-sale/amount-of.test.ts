import { expect, it } from 'vitest';
import { amountOf } from './amount-of.ts';

it.each([
  ['450', 450],
  [' 1 200,50 ', 1200.5],
  ['0.01', 0.01],
  ['0', null],
  ['1.005', null],
  ['-5', null],
  ['', null],
  ['1,2,3', null],
])('a sum that is typed as %j is %j', (text, amount) => {
  expect(amountOf(text)).toBe(amount);
});
