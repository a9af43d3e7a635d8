import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDigitalLink } from './digital-link.ts';
import { anyChecked, anyValue } from './gs1.arbitrary.ts';
import { readCode } from './read-code.ts';

describe('a GS1 Digital Link', () => {
  it.each([
    ['https://id.gs1.org/01/04607025880011', [{ ai: '01', value: '04607025880011' }]],
    [
      'https://example.com/a/shop/01/4607025880011/10/L%2F1/21/A1?17=261231&x=9',
      [
        { ai: '01', value: '04607025880011' },
        { ai: '10', value: 'L/1' },
        { ai: '21', value: 'A1' },
        { ai: '17', value: '261231' },
      ],
    ],
    ['http://example.com/00/046070258800000011', [{ ai: '00', value: '046070258800000011' }]],
  ])('%s names what is in its path', (text, elements) => {
    expect(parseDigitalLink(text)).toEqual({ ok: true, value: elements });
  });

  it.each([
    ['https://id.gs1.org/01/04607025880012', 'bad-check-digit'],
    ['https://id.gs1.org/01/04607025880011/99', 'unknown-ai'],
    ['https://id.gs1.org/01/04607025880011/21/', 'unknown-ai'],
    ['https://x.example/ABCdefg1234567_-z', 'compressed-link'],
  ])('%s is refused: %s', (text, error) => {
    expect(parseDigitalLink(text)).toEqual({ ok: false, error });
  });

  it.each([
    'https://example.com/',
    'https://example.com/goods/page-1',
    'ftp://x/01/04607025880011',
    'https://%',
    'https://e.org/%E0%A4%A/01/1',
  ])('%s is none', (text) => {
    expect(parseDigitalLink(text)).toBeNull();
  });

  it('gives the item back that was written into it, whatever the serial number', () => {
    fc.assert(
      fc.property(anyChecked(14), anyValue(1, 20), (gtin, serial) => {
        fc.pre(serial !== '.' && serial !== '..');
        const link = `https://id.gs1.org/01/${gtin}/21/${encodeURIComponent(serial)}`;
        expect(readCode(link)).toMatchObject({ kind: 'gtin', gtin14: gtin, form: 'digital-link' });
        expect(parseDigitalLink(link)).toMatchObject({ value: [{}, { ai: '21', value: serial }] });
      }),
    );
  });
});
