import { expect, it } from 'vitest';
import { isPostingCode } from './posting-code.ts';

it.each([
  ['70000001-0003-1', true],
  [' 70000001-0003-12 ', true],
  ['RA123456789RU', false],
  ['10293145035', false],
  ['12-34-56', false],
])('%j is a posting’s number: %j', (text, is) => {
  expect(isPostingCode(text)).toBe(is);
});
