import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyChecked, anyDigits, anyValue } from './gs1.arbitrary.ts';
import { buildElementString, GS, type Gs1Element } from './gs1.ts';
import { markingCodeOf, parseDespiteLostSeparators, readTobaccoPack } from './marking-code.ts';

const gtin = '04607025880011';
const tail44 = 'A'.repeat(44);

/** Serials that try to mislead: identifiers inside the serial are legal. */
function anySerial(length: number): fc.Arbitrary<string> {
  const tempting = fc
    .tuple(
      fc.constantFrom('91', '92', '93', '8005', '91EE10', '3103'),
      anyValue(length, length),
      fc.nat(length),
    )
    .map(([ai, serial, at]) => (serial.slice(0, at) + ai + serial.slice(at)).slice(0, length));
  return fc.oneof(anyValue(length, length), tempting);
}

const groups: readonly (readonly [
  serial: number,
  tail: readonly (readonly [ai: string, length: number])[],
])[] = [
  [
    7,
    [
      ['8005', 6],
      ['93', 4],
    ],
  ],
  [
    13,
    [
      ['91', 4],
      ['92', 44],
    ],
  ],
  [
    13,
    [
      ['91', 4],
      ['92', 88],
    ],
  ],
  [6, [['93', 4]]],
  [
    6,
    [
      ['93', 4],
      ['3103', 6],
    ],
  ],
  [13, [['93', 4]]],
  [7, [['93', 4]]],
  [
    7,
    [
      ['93', 4],
      ['3352', 6],
    ],
  ],
];

const anyMarkingCode: fc.Arbitrary<readonly Gs1Element[]> = fc
  .constantFrom(...groups)
  .chain(([serial, tail]) =>
    fc.tuple(
      anyChecked(14).map((value) => ({ ai: '01', value })),
      anySerial(serial).map((value) => ({ ai: '21', value })),
      ...tail.map(([ai, length]) =>
        (ai.length > 2 ? anyDigits(length) : anyValue(length, length)).map((value) => ({ ai, value })),
      ),
    ),
  );

describe('a marking code', () => {
  it('with its separators is taken as it stands', () => {
    const code = `01${gtin}215abcDEF93dGVz${GS}91EE10${GS}92${tail44}`;
    const parsed = parseDespiteLostSeparators(code);
    expect(parsed.ok && markingCodeOf(parsed.value)).toEqual({
      gtin14: gtin,
      serial: '5abcDEF93dGVz',
      code,
      short: `01${gtin}215abcDEF93dGVz`,
      complete: true,
    });
  });

  it('of a tobacco block is read as published', () => {
    const code = `010460043993125621JgXJ5.T${GS}8005112000${GS}93Mdlr`;
    const parsed = parseDespiteLostSeparators(code);
    expect(parsed.ok && markingCodeOf(parsed.value)?.serial).toBe('JgXJ5.T');
    const mended = parseDespiteLostSeparators(code.replaceAll(GS, ''));
    expect(mended.ok && markingCodeOf(mended.value)?.code).toBe(code);
  });

  it('without separators is mended where length and identifiers leave one reading', () => {
    const mended = parseDespiteLostSeparators(`01${gtin}215abcDEF93dGVz91EE1092${tail44}`);
    expect(mended.ok && markingCodeOf(mended.value)?.code).toBe(
      `01${gtin}215abcDEF93dGVz${GS}91EE10${GS}92${tail44}`,
    );
  });

  it('without separators is refused where the tail may as well belong to the serial', () => {
    for (const code of [
      `01${gtin}215abcDEF93dGVz`,
      `01${gtin}215abcDEFghijkl93dGVz`,
      `01${gtin}215abcde93dGVz`,
    ]) {
      expect(parseDespiteLostSeparators(code)).toEqual({ ok: false, error: 'lost-separator' });
    }
  });

  it('of no known length without separators is refused', () => {
    const code = `01${gtin}215abcDEF93dGVzQQ91EE1092${tail44}`;
    expect(parseDespiteLostSeparators(code)).toEqual({ ok: false, error: 'lost-separator' });
  });

  it('without its tail is told from a complete one', () => {
    const parsed = parseDespiteLostSeparators(`01${gtin}215abcDEFghijkl`);
    expect(parsed.ok && markingCodeOf(parsed.value)?.complete).toBe(false);
  });

  it('keeps its serial through any loss of separators, or is refused', () => {
    fc.assert(
      fc.property(
        anyMarkingCode,
        fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
        (elements, lost) => {
          let nth = 0;
          const whole = buildElementString(elements);
          const damaged = whole.replaceAll(GS, () => (lost[nth++] === true ? '' : GS));
          const parsed = parseDespiteLostSeparators(damaged);
          if (parsed.ok) expect(buildElementString(parsed.value)).toBe(whole);
          else expect([parsed.error, damaged === whole]).toEqual(['lost-separator', false]);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('a cigarette pack', () => {
  it('has a code without identifiers', () => {
    expect(readTobaccoPack('00000046198488X?io+qCABm8wAYa')).toEqual({
      gtin14: '00000046198488',
      serial: 'X?io+qC',
      code: '00000046198488X?io+qCABm8wAYa',
      short: '010000004619848821X?io+qC',
      complete: true,
    });
  });

  it('is not seen where the item number is wrong or the length differs', () => {
    expect(readTobaccoPack('00000046198489X?io+qCABm8wAYa')).toBeNull();
    expect(readTobaccoPack('00000046198488X?io+qCABm8wAY')).toBeNull();
  });
});
