import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedPauseMs, itemPauseMs, LONGEST_PAUSE_MS, retryAfterMs } from './retry-after.ts';

const NOW = Date.parse('2026-11-23T08:00:00Z');

describe('a pause that the shop asks for', () => {
  it.each([
    ['2', 2000],
    [' 0 ', 0],
    ['0.5', 500],
    ['1000000000', LONGEST_PAUSE_MS],
    ['Mon, 23 Nov 2026 08:00:30 GMT', 30_000],
    ['Mon, 23 Nov 2026 07:00:00 GMT', 0],
    ['Fri, 01 Jan 2100 00:00:00 GMT', LONGEST_PAUSE_MS],
    ['-5', null],
    ['soon', null],
    ['', null],
    [null, null],
  ])('reads %j as %j ms', (header, expected) => {
    expect(retryAfterMs(header, NOW)).toBe(expected);
  });

  it('is never longer than ten minutes nor negative, whatever is sent', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double().map(String), fc.date().map(String)), (header) => {
        const pauseMs = retryAfterMs(header, NOW);
        expect(pauseMs === null || (pauseMs >= 0 && pauseMs <= LONGEST_PAUSE_MS)).toBe(true);
      }),
    );
  });

  it('is in minutes where the operations of the product card are counted, and a day at most', () => {
    expect(askedPauseMs(new Headers({ 'item-retry-after': '3', 'retry-after': '5' }), NOW)).toBe(180_000);
    expect(askedPauseMs(new Headers({ 'retry-after': '5' }), NOW)).toBe(5000);
    expect(itemPauseMs(new Headers({ 'item-retry-after': '99999' }))).toBe(86_400_000);
    expect(itemPauseMs(new Headers({ 'item-retry-after': 'soon' }))).toBeNull();
  });
});
