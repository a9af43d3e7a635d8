import { expect, it } from 'vitest';
import { postingNumbers } from './posting-numbers.ts';

it.each([
  ['1-1-1, 2-1-1;3-1-1\n4-1-1\t1-1-1', ['1-1-1', '2-1-1', '3-1-1', '4-1-1']],
  ['  ', []],
])('numbers that were pasted as %j are found, each once', (text, numbers) => {
  expect(postingNumbers(text)).toEqual(numbers);
});
