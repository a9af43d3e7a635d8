import { expect, it } from 'vitest';
import { parseUnitNumber } from './unit-number.ts';

it('an IMEI is read however it is written, and a misread one is none', () => {
  const imei = { kind: 'imei', value: '490154203237518' };
  for (const text of [
    '490154203237518',
    '49-015420-323751-8',
    'IMEI: 490154203237518',
    'IMEI 1: 490154203237518',
  ])
    expect(parseUnitNumber('imei', text)).toEqual(imei);
  for (const text of ['490154203237519', '49015420323751', '4901542032375181', 'PB-OK', ''])
    expect(parseUnitNumber('imei', text)).toBeNull();
});

it('the UIN of a piece of jewellery has sixteen digits', () => {
  const uin = { kind: 'jewelry-uin', value: '1234567890123456' };
  expect(parseUnitNumber('jewelry-uin', '1234 5678 9012 3456')).toEqual(uin);
  expect(parseUnitNumber('jewelry-uin', 'УИН 1234567890123456')).toEqual(uin);
  expect(parseUnitNumber('jewelry-uin', '123456789012345')).toBeNull();
});
