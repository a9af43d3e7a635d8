import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyElements } from './gs1.arbitrary.ts';
import { buildElementString, GS, parseBracketed, parseElementString } from './gs1.ts';

describe('GS1 data', () => {
  it('parses fixed and variable values in one string', () => {
    const parsed = parseElementString(
      `010460702588001110LOT-1${GS}1727010131030012342401${GS}37 5`.replace(' ', ''),
    );
    expect(parsed).toEqual({
      ok: true,
      value: [
        { ai: '01', value: '04607025880011' },
        { ai: '10', value: 'LOT-1' },
        { ai: '17', value: '270101' },
        { ai: '3103', value: '001234' },
        { ai: '240', value: '1' },
        { ai: '37', value: '5' },
      ],
    });
  });

  it('comes out of a symbol as it was put in', () => {
    fc.assert(
      fc.property(anyElements, (elements) => {
        expect(parseElementString(buildElementString(elements))).toEqual({ ok: true, value: elements });
      }),
    );
  });

  it('accepts a separator that is not needed', () => {
    expect(parseElementString(`0104607025880011${GS}10A${GS}`).ok).toBe(true);
  });

  it('reads the form printed under a symbol', () => {
    expect(parseBracketed('(01)04607025880011(10)A(B)1(17)270101')).toEqual({
      ok: true,
      value: [
        { ai: '01', value: '04607025880011' },
        { ai: '10', value: 'A(B)1' },
        { ai: '17', value: '270101' },
      ],
    });
  });

  it.each([
    ['', 'empty'],
    ['0104607025880012', 'bad-check-digit'],
    ['010460702588', 'value-too-short'],
    ['01046070258800AB', 'bad-character'],
    ['10A#1', 'bad-character'],
    [`21${'x'.repeat(21)}`, 'value-too-long'],
    [`21${GS}10A`, 'value-too-short'],
    ['7710', 'unknown-ai'],
    [`10A${GS}10B`, 'repeated-ai'],
  ])('%j is refused as %s', (data, fault) => {
    expect(parseElementString(data)).toEqual({ ok: false, error: fault });
  });
});
