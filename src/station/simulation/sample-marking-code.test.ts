import { describe, expect, it } from 'vitest';
import { readCode } from '#domain/scanning/read-code.ts';
import { sampleMarkingCode } from './sample-marking-code.ts';

describe('a sample marking code', () => {
  it('reads as a whole marking code of that product', () => {
    const code = sampleMarkingCode('4600000000015', 'a') ?? '';
    expect(JSON.stringify(readCode(code))).toContain('04600000000015');
    expect(code.split('\u001d').map((part) => part.length)).toEqual([31, 6, 46]);
  });

  it('is another one for another unit, and none for a barcode that is no GTIN', () => {
    expect(sampleMarkingCode('4600000000015', 'a')).toBe(sampleMarkingCode('4600000000015', 'a'));
    expect(sampleMarkingCode('4600000000015', 'a')).not.toBe(sampleMarkingCode('4600000000015', 'b'));
    expect(sampleMarkingCode('OZN15000001', 'a')).toBeNull();
  });
});
