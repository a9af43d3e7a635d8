import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retypeFromRussian, toHalfWidth } from './layout.ts';
import { usCharacter, usKeys } from './us-keys.ts';

/** What a Russian X11 layout made of the same keys, recorded from a browser. */
const sent = '010aB5/&#"?^@$[;.`';
const got = '010фИ5.?№Э,:";хжю';

describe('a code typed on a Russian layout', () => {
  it('is turned back key by key', () => {
    expect(retypeFromRussian(got)).toEqual({ text: sent.slice(0, -1), doubtful: true });
    expect(retypeFromRussian('ЗИ-ЩЛ')).toEqual({ text: 'PB-OK', doubtful: false });
    expect(retypeFromRussian('ъС1')).toEqual({ text: ']C1', doubtful: false });
  });

  it('is not believed where a character cannot come from that layout', () => {
    expect(retypeFromRussian('ЗИ-OK')).toBeNull();
    expect(retypeFromRussian('箱')).toBeNull();
  });

  it('never loses a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const retyped = retypeFromRussian(text);
        expect(retyped === null || retyped.text.length === text.length).toBe(true);
      }),
    );
  });
});

describe('full-width letters of an input method', () => {
  it('become the ASCII they stand for', () => {
    expect(toHalfWidth('ＰＢ－ＯＫ　（０１）。')).toBe('PB-OK (01).');
  });
});

describe('the key table', () => {
  it('has 47 keys and every printable ASCII character on exactly one of them', () => {
    expect(usKeys).toHaveLength(47);
    const characters = usKeys.flatMap(([, plain, shifted]) => [plain, shifted]);
    const printable = Array.from({ length: 0x7e - 0x20 }, (_, n) => String.fromCharCode(0x21 + n));
    expect([...characters].sort()).toEqual([...printable].sort());
  });

  it('knows the number block and nothing of keys that type nothing', () => {
    expect(usCharacter('Numpad7', false)).toBe('7');
    expect(usCharacter('Space', false)).toBe(' ');
    expect(usCharacter('Escape', false)).toBeNull();
  });
});
