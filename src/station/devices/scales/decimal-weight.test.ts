import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tenthsFromDecimal } from './decimal-weight.ts';

describe('a weight in decimal digits', () => {
  it.each([
    ['100.00', 'g', 1_000],
    ['12.34', 'g', 123],
    ['12.35', 'g', 124],
    ['-0.52', 'g', -5],
    ['-12.35', 'g', -124],
    ['0.04', 'g', 0],
    ['-0.04', 'g', 0],
    ['1.234', 'kg', 12_340],
    ['1.23456', 'KG', 12_346],
    ['2500', 'mg', 25],
  ])('%s %s is %i tenths of a gram', (text, unit, tenths) => {
    const read = tenthsFromDecimal(text, unit);
    expect(read).toEqual({ ok: true, value: tenths });
    expect(Object.is(read.ok && read.value, -0)).toBe(false);
  });

  it.each([
    ['1,234', 'kg', 'number'],
    ['1O0.00', 'g', 'number'],
    ['', 'g', 'number'],
    ['1e3', 'g', 'number'],
    ['.5', 'g', 'number'],
    ['999999999', 'g', 'number'],
    ['1.00', 'lb', 'unit'],
    ['1.00', 'oz', 'unit'],
    ['1.00', 'constructor', 'unit'],
  ])('%s %s is no weight: wrong %s', (text, unit, error) => {
    expect(tenthsFromDecimal(text, unit)).toEqual({ ok: false, error });
  });

  it('reads back every weight up to 100 kg exactly, in grams and in kilograms', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (tenths) => {
        expect(tenthsFromDecimal((tenths / 10).toFixed(1), 'g')).toEqual({ ok: true, value: tenths });
        expect(tenthsFromDecimal((tenths / 10_000).toFixed(4), 'kg')).toEqual({ ok: true, value: tenths });
      }),
    );
  });
});
