import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mgFromDecimal, mgFromDigits, tenthsFromMg, toWeightUnit } from './weight-units.ts';

describe('a weight in decimal digits', () => {
  it.each([
    ['100.00', 'g', 100_000],
    ['12.34', 'g', 12_340],
    ['-0.52', 'g', -520],
    ['-0.00', 'g', 0],
    ['1.234', 'kg', 1_234_000],
    ['1.23456', 'kg', 1_234_560],
    ['2500', 'mg', 2_500],
    ['2.50', 'lb', 1_133_980],
    ['113.5', 'oz', 3_217_670],
  ] as const)('%s %s is %i mg', (text, unit, mg) => {
    const read = mgFromDecimal(text, unit);
    expect(read).toEqual({ ok: true, value: mg });
    expect(Object.is(read.ok && read.value, -0)).toBe(false);
  });

  it.each(['1,234', '1O0.00', '', '1e3', '.5', '999999999', '1.', '--1', '1.0000001'])(
    '%j is none',
    (text) => {
      expect(mgFromDecimal(text, 'g')).toEqual({ ok: false, error: 'number' });
    },
  );

  it('reads back every weight up to 100 kg exactly, in grams and in kilograms', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000_000, max: 100_000_000 }), (mg) => {
        expect(mgFromDecimal((mg / 1_000).toFixed(3), 'g')).toEqual({ ok: true, value: mg });
        expect(mgFromDecimal((mg / 1_000_000).toFixed(6), 'kg')).toEqual({ ok: true, value: mg });
      }),
    );
  });

  it('knows a unit however it is written, and none by another name', () => {
    expect(toWeightUnit(' KG')).toBe('kg');
    expect(toWeightUnit('constructor')).toBeNull();
    expect(toWeightUnit('PC')).toBeNull();
  });
});

it('a power of ten moves a number without losing a milligram', () => {
  expect(mgFromDigits(1234, -3, 'kg')).toBe(1_234_000);
  expect(mgFromDigits(419, 1, 'g')).toBe(4_190_000);
  expect(mgFromDigits(65_535, 127, 'kg')).toBeNull();
});

it.each([
  [50, 1],
  [-50, -1],
  [49, 0],
  [-49, 0],
  [12_340, 123],
  [12_350, 124],
  [-12_350, -124],
])('%i mg are %i tenths of a gram', (mg, tenths) => {
  expect(tenthsFromMg(mg)).toBe(tenths);
  expect(Object.is(tenthsFromMg(mg), -0)).toBe(false);
});
