import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextSerial } from './sscc-serial.ts';
import { makeSscc } from './templates/sscc-label.ts';

const at = (iso: string) => Date.parse(iso);

describe('the serial number of a logistic unit', () => {
  it('is another one for each, however many are given in a minute', () => {
    const now = at('2026-11-25T12:00:00Z');
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 90_000 }), { maxLength: 60 }), (pauses) => {
        const given = new Set<number>();
        let last: number | null = null;
        let time = now;
        for (const pause of pauses) {
          time += pause;
          last = nextSerial(last, time, 9);
          expect(given.has(last)).toBe(false);
          given.add(last);
        }
      }),
    );
  });

  it('is not given again by a file restored from an older backup', () => {
    const beforeBackup = nextSerial(null, at('2026-11-20T12:00:00Z'), 9);
    const lost = nextSerial(beforeBackup, at('2026-11-24T12:00:00Z'), 9);
    expect(nextSerial(beforeBackup, at('2026-11-25T12:00:00Z'), 9)).toBeGreaterThan(lost);
  });

  it('always fits its code', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 10 }),
        fc.option(fc.nat(), { nil: null }),
        fc.integer({ min: 0, max: at('2090-01-01T00:00:00Z') }),
        (digits, last, now) => {
          const prefix = '9'.repeat(digits);
          expect(makeSscc(3, prefix, nextSerial(last, now, 16 - digits))).toMatch(/^3\d{17}$/);
        },
      ),
    );
  });
});
