import { expect, it } from 'vitest';
import { noNewsMs, overdueOf } from './overdue.ts';

const now = 1_000_000_000_000;

it.each([
  ['packed', now - 1, now, 'not-handed-over'],
  ['packed', now + 1, now, null],
  ['packed', null, now, null],
  ['disputed', now - 1, now, 'not-handed-over'],
  ['handed-over', now - 1, now - noNewsMs, null],
  ['handed-over', now + 1, now - noNewsMs - 1, 'no-news'],
  ['delivered', now - 1, 0, null],
  ['cancelled', now - 1, 0, null],
] as const)('%s with a cutoff at %j and news at %j is %j', (status, cutoffAt, newsAt, overdue) => {
  expect(overdueOf({ status, cutoffAt, newsAt }, now)).toBe(overdue);
});
