import { expect, it } from 'vitest';
import { localDay, localDayOf } from './local-day.ts';

it('a day begins and ends at midnight where the bench stands', () => {
  const { from, to } = localDayOf('2026-11-23');
  expect(new Date(from)).toEqual(new Date(2026, 10, 23));
  expect(new Date(to)).toEqual(new Date(2026, 10, 24));
  expect(localDay(new Date(2026, 10, 23, 23, 59, 59))).toEqual({ from, to });
});
