import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodeReading, SingleReading } from './code-reading.ts';
import { anyChecked, anyElements, anyValue } from './gs1.arbitrary.ts';
import { buildElementString, GS } from './gs1.ts';
import { readCode } from './read-code.ts';
import { usKeys } from './us-keys.ts';

const gtin14 = '04607025880011';
const ean13 = { kind: 'gtin', gtin14, raw: '4607025880011', form: 'ean13' };
const tail44 = `${'Ab1+'.repeat(10)}xy==`;
const marking = `01${gtin14}215abcDEF93dGVz${GS}91EE10${GS}92${tail44}`;
const markingReading = {
  kind: 'marking-code',
  gtin14,
  serial: '5abcDEF93dGVz',
  code: marking,
  short: `01${gtin14}215abcDEF93dGVz`,
  complete: true,
};

const russianPlain = 'ё1234567890-=йцукенгшщзхъ\\фывапролджэячсмитьбю.';
const russianShifted = 'Ё!"№;%:?*()_+ЙЦУКЕНГШЩЗХЪ/ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,';

function typedInRussian(text: string): string {
  return Array.from(text, (character) => {
    const key = usKeys.findIndex(([, plain, shifted]) => plain === character || shifted === character);
    if (key < 0) return character;
    return (usKeys[key]?.[1] === character ? russianPlain : russianShifted).charAt(key);
  }).join('');
}

function readingsOf(reading: CodeReading): readonly SingleReading[] {
  return reading.kind === 'ambiguous' ? reading.readings : [reading];
}

describe('retail codes', () => {
  it.each([
    ['4607025880011', 'ean13', gtin14],
    [']E04607025880011', 'ean13', gtin14],
    ['4607025880011\r\n', 'ean13', gtin14],
    ['\u00024607025880011\u0003', 'ean13', gtin14],
    ['036000291452', 'upca', '00036000291452'],
    [']E00036000291452', 'ean13', '00036000291452'],
    ['46070258', 'ean8', '00000046070258'],
    [']E446070258', 'ean8', '00000046070258'],
    [']E004252614', 'upce', '00042100005264'],
    [']I114607025880018', 'itf14', '14607025880018'],
    [']E3460702588001112', 'ean13', gtin14],
    [`]C101${gtin14}`, 'gs1', gtin14],
    [`]e001${gtin14}`, 'gs1', gtin14],
    [`]d201${gtin14}1727010110LOT`, 'gs1', gtin14],
    [`01${gtin14}1727010110LOT`, 'gs1', gtin14],
    [`(01)${gtin14}(17)270101(10)LOT`, 'gs1', gtin14],
  ])('%j is a %s', (scan, form, expected) => {
    expect(readCode(scan)).toMatchObject({ kind: 'gtin', form, gtin14: expected });
  });

  it('with a wrong check digit are a misread in a retail symbol and a doubtful text elsewhere', () => {
    expect(readCode(']E04607025880012')).toMatchObject({ kind: 'unreadable', problem: 'bad-check-digit' });
    expect(readCode(`]C101${gtin14.slice(0, -1)}2`)).toMatchObject({ problem: 'bad-check-digit' });
    expect(readCode('4607025880012')).toEqual({
      kind: 'text',
      text: '4607025880012',
      doubt: 'bad-check-digit',
    });
  });

  it('with one digit misread are never taken for an item', () => {
    fc.assert(
      fc.property(anyChecked(13), fc.nat(12), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
        const wrong = digits.slice(0, at) + ((Number(digits[at]) + by) % 10) + digits.slice(at + 1);
        for (const aim of ['', ']E0', ']C0']) {
          expect(readingsOf(readCode(aim + wrong)).map(({ kind }) => kind)).not.toContain('gtin');
        }
      }),
    );
  });

  it('of eight digits that are right as EAN-8 and as UPC-E are both', () => {
    expect(readCode('01000481')).toMatchObject({ readings: [{ form: 'ean8' }, { form: 'upce' }] });
  });
});

describe('parcel codes', () => {
  it.each([
    '12345678-0001-1',
    '%101%806044518',
    '201864523528000',
    'OZN1234567890',
    'MUG-RED',
    'RR473124829GB',
    '1234567890',
    'Кружка XL',
    '红色杯子',
    'PB-1001',
    'A^]B',
  ])('%s is a text', (text) => {
    expect(readCode(text)).toEqual({ kind: 'text', text });
    expect(readCode(`${text}\r`)).toEqual({ kind: 'text', text });
  });

  it('of a plain Code 128 lose their identifier', () => {
    expect(readCode(']C0%101%806044518')).toEqual({ kind: 'text', text: '%101%806044518' });
  });

  it('of 14 digits may be a case of goods as well', () => {
    expect(readCode('14607025880018')).toEqual({
      kind: 'ambiguous',
      readings: [
        { kind: 'gtin', gtin14: '14607025880018', raw: '14607025880018', form: 'itf14' },
        { kind: 'text', text: '14607025880018' },
      ],
    });
    expect(readCode('23024930500001')).toEqual({ kind: 'text', text: '23024930500001' });
  });

  it('with FNC1 before a number that is no GS1 data are read all the same', () => {
    expect(readCode(']C1201864523528000')).toEqual({ kind: 'text', text: '201864523528000' });
    expect(readCode(']C14607025880011')).toEqual(ean13);
  });

  it('with a serial shipping container code name the logistic unit', () => {
    const sscc = { kind: 'sscc', sscc: '046070258800000011' };
    expect(readCode(']C100046070258800000011')).toEqual(sscc);
    expect(readCode('(00)046070258800000011')).toEqual(sscc);
    expect(readingsOf(readCode('00046070258800000011'))).toContainEqual(sscc);
    expect(readingsOf(readCode('046070258800000011'))).toContainEqual(sscc);
  });
});

describe('marking codes', () => {
  it.each([
    ['as transmitted', marking],
    ['with symbology identifier', `]d2${marking}`],
    ['with FNC1 transmitted as a separator', `${GS}${marking}`],
    ['with both', `]d2${GS}${marking}\r\n`],
    ['with <GS>', marking.replaceAll(GS, '<GS>')],
    ['with {GS}', marking.replaceAll(GS, '{GS}')],
    ['with \\x1d', marking.replaceAll(GS, '\\x1d')],
    ['with \\u001d', `\\u001d${marking.replaceAll(GS, '\\u001d')}`],
    ['with ^]', marking.replaceAll(GS, '^]')],
    ['with the arrow of a terminal', marking.replaceAll(GS, '\u2194')],
    ['without separators', marking.replaceAll(GS, '')],
    ['in brackets', `(01)${gtin14}(21)5abcDEF93dGVz(91)EE10(92)${tail44}`],
    ['on a Russian layout', typedInRussian(marking)],
    ['on a Russian layout with symbology identifier', typedInRussian(`]d2${marking}`)],
    ['with Caps Lock, told by the symbology identifier', invert(`]d2${marking}`)],
    ['with Caps Lock on a Russian layout', invert(typedInRussian(`]d2${marking}`))],
  ])('are the same %s', (_, scan) => {
    expect(readCode(scan)).toEqual(markingReading);
  });

  it('typed on a Russian layout are refused where a key is not certain', () => {
    const doubtful = marking.replace('5abc', '5a/c');
    expect(readCode(typedInRussian(doubtful))).toMatchObject({ problem: 'layout-ambiguous' });
    expect(readCode(doubtful)).toMatchObject({ kind: 'marking-code' });
    expect(readCode(`01${gtin14}21фbc`)).toMatchObject({ problem: 'layout-ambiguous' });
  });

  it('with Caps Lock that nothing proves are left alone', () => {
    expect(readCode(invert(marking))).toMatchObject({ serial: '5ABCdef93DgvZ' });
  });

  it('whose separators cannot be put back for certain are refused', () => {
    expect(readCode(`]d201${gtin14}215abcDEFghijkl93dGVz`)).toMatchObject({ problem: 'lost-separator' });
    expect(readCode(`01${gtin14}21${'x'.repeat(40)}`)).toMatchObject({ problem: 'lost-separator' });
    expect(readCode(`(01)${gtin14}(21)ab(91)cd(91)EE10`)).toMatchObject({ kind: 'text' });
    expect(readCode(`(01)${gtin14}(21)ab(93)cd`)).toMatchObject({ problem: 'lost-separator' });
  });

  it('with another check digit are refused or a doubtful text', () => {
    const wrong = marking.replace(gtin14, '04607025880012');
    expect(readCode(wrong)).toMatchObject({ kind: 'unreadable', problem: 'bad-check-digit' });
    expect(readCode(wrong.replaceAll(GS, ''))).toMatchObject({ kind: 'text', doubt: 'bad-check-digit' });
  });

  it('of a cigarette pack need no identifiers', () => {
    expect(readCode('00000046198488X?io+qCABm8wAYa')).toMatchObject({
      kind: 'marking-code',
      serial: 'X?io+qC',
    });
    expect(readCode(']d100000046198488X?io+qCABm8wAYa')).toMatchObject({ kind: 'marking-code' });
  });

  it('keep their serial however they are read', () => {
    fc.assert(
      fc.property(
        anyChecked(14),
        anyValue(13, 13),
        anyValue(4, 4),
        anyValue(44, 44),
        (gtin, serial, key, tail) => {
          const elements = [
            { ai: '01', value: gtin },
            { ai: '21', value: serial },
            { ai: '91', value: key },
            { ai: '92', value: tail },
          ];
          const code = buildElementString(elements);
          for (const scan of [code, code.replaceAll(GS, ''), typedInRussian(code)]) {
            for (const reading of readingsOf(readCode(scan))) {
              if (reading.kind === 'marking-code') expect(reading.serial).toBe(serial);
            }
          }
        },
      ),
    );
  });
});

describe('control codes', () => {
  it('come before everything else', () => {
    expect(readCode('PB-OK')).toEqual({ kind: 'control', control: { control: 'ok' } });
    expect(readCode('зи-ищч-ы')).toEqual({ kind: 'control', control: { control: 'box', carton: 'S' } });
    expect(readCode(']C0PB-BADGE-P1\r')).toEqual({
      kind: 'control',
      control: { control: 'badge', packer: 'P1' },
    });
  });
});

describe('text in two readings', () => {
  it('is asked about where it may be Russian or typed on a Russian layout', () => {
    expect(readCode('ЩЯТ123')).toEqual({
      kind: 'ambiguous',
      readings: [
        { kind: 'text', text: 'ЩЯТ123' },
        { kind: 'text', text: 'OZN123' },
      ],
    });
    expect(readCode('４６０７０２５８８００１１')).toEqual(ean13);
  });
});

describe('hostile input', () => {
  it.each([
    ['', 'empty'],
    [' \r\n', 'empty'],
    [']C1', 'empty'],
    [GS, 'empty'],
    ['x'.repeat(513), 'too-long'],
    ['12\u000034', 'control-characters'],
    ['12\u202e34', 'control-characters'],
    ['12\ufffd34', 'control-characters'],
    ['[)>\u001e06\u001d1P5\u001e\u0004', 'control-characters'],
    [`A${GS}B`, 'bad-structure'],
    [`]d201${gtin14}7710`, 'bad-structure'],
  ])('%j is unreadable: %s', (scan, problem) => {
    expect(readCode(scan)).toMatchObject({ kind: 'unreadable', problem });
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      ']C1',
      ']d2',
      '01',
      '(21)',
      gtin14,
      GS,
      '<GS>',
      '91',
      'PB-',
      'ъС1',
      'ф',
      '.',
      '４',
      '\n',
    );
    const anyScan = fc
      .array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 12 })
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(anyScan, (scan) => {
        expect(readCode(scan).kind).toBeTypeOf('string');
        expect(readCode(`01${gtin14}21${scan}`).kind).toBeTypeOf('string');
      }),
    );
  });

  it('never gets an item number out of GS1 data that holds none', () => {
    fc.assert(
      fc.property(anyElements, fc.constantFrom('', ']C1', ']d2'), (elements, aim) => {
        const named = elements.find(({ ai }) => ai === '01')?.value;
        for (const reading of readingsOf(readCode(aim + buildElementString(elements)))) {
          // A cigarette pack has no identifiers, so 29 characters may be one by chance: then both are offered.
          const isPack = reading.kind === 'marking-code' && reading.code.length === 29;
          if (reading.kind === 'marking-code' && !isPack) expect(reading.gtin14).toBe(named);
          if (reading.kind === 'gtin' && reading.form === 'gs1') expect(reading.gtin14).toBe(named);
        }
      }),
    );
  });
});

function invert(text: string): string {
  return text.replace(/\p{L}/gu, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  );
}
