import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeCode } from './describe-code.ts';
import { anyElements } from './gs1.arbitrary.ts';
import { buildElementString } from './gs1.ts';

describe('a code explained', () => {
  it.each([
    ['4607025880011', { kind: 'gtin', gtin: '04607025880011', problem: null }],
    ['036000291452', { kind: 'gtin', gtin: '00036000291452' }],
    ['14607025880018', { kind: 'case', gtin: '14607025880018', also: ['parcel'] }],
    ['2112345012346', { kind: 'variable-weight' }],
    ['OZN1500000001', { kind: 'ozon-product', value: 'OZN1500000001' }],
    ['12345678-0001-1', { kind: 'posting' }],
    ['12345678-0001-1/2', { kind: 'posting' }],
    ['%101%806044518', { kind: 'label-barcode' }],
    ['RR473124829GB', { kind: 'parcel' }],
    ['RR473124820GB', { kind: 'text' }],
    ['PB-OK', { kind: 'control', value: 'ok' }],
    [']C100046070258800000011', { kind: 'sscc', value: '046070258800000011' }],
    ['4607025880012', { kind: 'text', problem: 'bad-check-digit' }],
    ['', { kind: 'unreadable', problem: 'empty' }],
  ])('%s', (raw, expected) => {
    expect(describeCode(raw, 2026)).toMatchObject(expected);
  });

  it('names dates and measures in units, not digits', () => {
    expect(describeCode(']C10104607025880011310300123411991231172602001', 2026)).toMatchObject({
      kind: 'unreadable',
    });
    expect(describeCode(']C1010460702588001131030012341199123117260200', 2026)).toMatchObject({
      kind: 'gtin',
      ais: { '01': '04607025880011', 3103: '001234', 11: '991231', 17: '260200' },
      dates: { 11: { year: 1999, month: 12, day: 31 }, 17: { year: 2026, month: 2, day: 0 } },
      measures: [{ of: 'net-weight', value: 1234, unit: 'g' }],
    });
  });

  it('lists every element of GS1 data that names an item', () => {
    fc.assert(
      fc.property(anyElements, (elements) => {
        fc.pre(
          elements.some(({ ai }) => ai === '01') && !elements.some(({ ai }) => ai === '21' || ai === '00'),
        );
        const described = describeCode(`]C1${buildElementString(elements)}`, 2026);
        expect(described.ais).toEqual(Object.fromEntries(elements.map(({ ai, value }) => [ai, value])));
      }),
    );
  });

  it('never throws, whatever a scanner sends', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.webUrl()), (raw) => {
        expect(describeCode(raw, 2026).kind).toBeTypeOf('string');
      }),
      { numRuns: 1_000 },
    );
  });
});
