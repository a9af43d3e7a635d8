import { expect, it } from 'vitest';
import { toTypedWeightG } from './typed-weight.ts';

it.each([
  ['350', 350],
  [' 12,5 г', 12.5],
  ['0.35', 0.35],
  ['0', null],
  ['', null],
  ['1e3', null],
  ['4600000000015', null],
  ['3 50', null],
])('%j is %j g', (text, weightG) => {
  expect(toTypedWeightG(text)).toBe(weightG);
});
