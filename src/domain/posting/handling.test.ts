import { expect, it } from 'vitest';
import { isOffered } from './handling.ts';

it('only what the shop offers is offered; a shop that says nothing is asked when it is done', () => {
  expect(isOffered(null, 'split')).toBe(true);
  expect(isOffered([], 'cancel')).toBe(false);
  expect(isOffered(['ship', 'cancel'], 'split')).toBe(true);
  expect(isOffered(['cancel'], 'split')).toBe(false);
  expect(isOffered(['cancel'], 'cancel-units')).toBe(false);
});
