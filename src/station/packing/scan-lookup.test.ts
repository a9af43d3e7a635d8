import { describe, expect, it } from 'vitest';
import { createScanLookup } from './scan-lookup.ts';

function open() {
  const clock = { ms: 0 };
  const told: unknown[] = [];
  const publisher = { publish: (name: string, data: unknown) => void told.push([name, data]) };
  return { clock, told, lookup: createScanLookup({ publisher, monotonicMs: () => clock.ms }) };
}

describe('scans while the products are on the screen', () => {
  it('go to that screen, and back to the packing when it is left', () => {
    const { lookup, told } = open();
    expect(lookup.takes('4006381333931')).toBe(false);
    lookup.hold(true);
    expect(lookup.takes('4006381333931')).toBe(true);
    expect(told).toEqual([['lookup', { text: '4006381333931' }]]);
    lookup.hold(false);
    expect(lookup.takes('4006381333931')).toBe(false);
  });

  it('go back to the packing by themselves when the window says nothing any more', () => {
    const { lookup, clock } = open();
    lookup.hold(true);
    clock.ms = 10_000;
    expect(lookup.takes('4006381333931')).toBe(false);
  });

  it('still sign in and hold: badges and control codes are the bench’s', () => {
    const { lookup } = open();
    lookup.hold(true);
    for (const text of ['PB-BADGE-L1', 'PB-HOLD', 'PB-OK']) expect(lookup.takes(text)).toBe(false);
  });
});
