import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkScanner, scannerTests } from './scanner-check.ts';

const gs1 = '0104607025880011215aBcDeF\u001d93dGVz';

describe('a scan of the test sheet', () => {
  it.each(scannerTests)('of $name by a scanner that is set up right says so', ({ name, text }) => {
    expect(checkScanner(`${text}\r`)).toMatchObject({
      test: name,
      findings: expect.arrayContaining(['fine']),
    });
  });

  it.each([
    [`]d2${gs1}`, 'gs1', ['fine', 'aim-on']],
    [gs1, 'gs1', ['fine', 'aim-off']],
    [gs1.replace('\u001d', ''), 'gs1', ['separator-lost', 'aim-off']],
    [gs1.replace('\u001d', '<GS>'), 'gs1', ['separator-as-text', 'aim-off']],
    ['PBtest-aA0%$.+/', 'letters', ['caps-lock']],
    ['зиЕУЫЕ-ЙК', 'qr', ['layout']],
    ['036000291452', 'upca', ['upc-short']],
    ['36000291452', 'upca', ['zero-lost']],
    ['~pbTEST-QR', 'qr', ['extra-before']],
    ['pbTEST-QR#', 'qr', ['extra-behind']],
  ] as const)('%j shows of %s: %j', (arrived, test, findings) => {
    expect(checkScanner(arrived)).toEqual({ test, findings });
  });

  it('is none where the code is not on the sheet', () => {
    expect(checkScanner('4607025880011')).toBeNull();
    expect(checkScanner('')).toBeNull();
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(() => checkScanner(text)).not.toThrow();
      }),
    );
  });
});
