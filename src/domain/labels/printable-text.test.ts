import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPrintableLines, toPrintableText } from './printable-text.ts';

const HIDDEN =
  /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]|[\u2028\u2029\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/u;

describe('printable text', () => {
  it('keeps names of every script as they are', () => {
    for (const name of ['Кружка «Север» 350 мл', '不锈钢保温杯', 'Café ☕ 5 % off', 'خلاط']) {
      expect(toPrintableText(name)).toBe(name);
    }
  });

  it('never holds a control character, a direction mark or a broken character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(toPrintableText(text)).not.toMatch(
          /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u,
        );
        expect(toPrintableText(toPrintableText(text))).toBe(toPrintableText(text));
      }),
    );
  });

  it('looks at every character that a name may hide', () => {
    for (let code = 0; code <= 0x1_ff_ff; code += 1) {
      const character = String.fromCodePoint(code);
      const kept = toPrintableText(`a${character}b`).includes(character);
      if (kept && HIDDEN.test(character)) throw new Error(`U+${code.toString(16)} is kept`);
      if (!kept && /\p{L}|\p{N}|\p{M}|\p{S}|\p{P}/u.test(character))
        throw new Error(`U+${code.toString(16)} is lost`);
    }
  });

  it('turns line breaks into spaces, or keeps them where lines matter', () => {
    expect(toPrintableText('one\r\ntwo\u2028three')).toBe('one two three');
    expect(toPrintableLines('one\r\ntwo\rthree\u202etxt.exe')).toBe('one\ntwo\nthreetxt.exe');
  });
});
