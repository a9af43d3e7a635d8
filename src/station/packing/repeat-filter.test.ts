import { describe, expect, it } from 'vitest';
import { createRepeatFilter } from './repeat-filter.ts';

describe('a code read twice', () => {
  it('is one scan within 300 ms and two after that', () => {
    const isRepeat = createRepeatFilter();
    expect([isRepeat('A', 0), isRepeat('A', 50), isRepeat('A', 351), isRepeat('A', 700)]).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });

  it('stays one scan for as long as it lies under a scanner that reads on', () => {
    const isRepeat = createRepeatFilter();
    expect([0, 250, 500, 750].map((atMs) => isRepeat('A', atMs))).toEqual([false, true, true, true]);
  });

  it('is a scan of its own when another code came between', () => {
    const isRepeat = createRepeatFilter();
    expect([isRepeat('A', 0), isRepeat('B', 20), isRepeat('A', 40)]).toEqual([false, false, false]);
  });
});
