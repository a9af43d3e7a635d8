import { describe, expect, it } from 'vitest';
import { expandUpcE, isCaseGtin, sameGtin, toGtin14 } from './gtin.ts';

describe('a trade item number', () => {
  it('is the same item as UPC-A, as EAN-13 and with 14 digits', () => {
    expect(toGtin14('036000291452')).toBe('00036000291452');
    expect(sameGtin('036000291452', '0036000291452')).toBe(true);
    expect(sameGtin('036000291452', '00036000291452')).toBe(true);
    expect(toGtin14('46070258')).toBe('00000046070258');
  });

  it('of a case is never its unit', () => {
    expect(sameGtin('14607025880018', '4607025880011')).toBe(false);
    expect(isCaseGtin('14607025880018')).toBe(true);
    expect(isCaseGtin('04607025880011')).toBe(false);
  });

  it('needs a right length and check digit, and is not all zeros', () => {
    for (const wrong of ['4607025880012', '460702588001', '0000000000000', '', 'abc', '046070258800000011']) {
      expect(toGtin14(wrong)).toBeNull();
    }
    expect(sameGtin('4607025880012', '4607025880012')).toBe(false);
  });

  it.each([
    ['04252614', '042100005264'],
    ['01234505', '012000003455'],
    ['01234531', '012300000451'],
    ['01234543', '012340000053'],
    ['01234565', '012345000065'],
  ])('UPC-E %s stands for %s', (short, long) => {
    expect(expandUpcE(short)).toBe(long);
  });

  it('UPC-E knows number systems 0 and 1 only', () => {
    expect(expandUpcE('24252614')).toBeNull();
    expect(expandUpcE('04252615')).toBeNull();
  });
});
