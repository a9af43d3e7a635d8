import { describe, expect, it } from 'vitest';
import {
  type ControlCode,
  controlSheet,
  parseControlCode,
  plainControls,
  toControlText,
} from './control-code.ts';
import { usKeys } from './us-keys.ts';

const every: readonly ControlCode[] = [
  ...controlSheet(['S', 'box_60-40']),
  { control: 'badge', packer: 'P1' },
  { control: 'badge', packer: 'Li_Wei-7' },
];

const russianPlain = 'ё1234567890-=йцукенгшщзхъ\\фывапролджэячсмитьбю.';
const russianShifted = 'Ё!"№;%:?*()_+ЙЦУКЕНГШЩЗХЪ/ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,';

function typedInRussian(text: string): string {
  return Array.from(text, (character) => {
    const key = usKeys.findIndex(([, plain, shifted]) => plain === character || shifted === character);
    return (usKeys[key]?.[1] === character ? russianPlain : russianShifted).charAt(key);
  }).join('');
}

describe('control codes', () => {
  it('are the ones on the public page', () => {
    expect(plainControls.map((control) => toControlText({ control }))).toEqual([
      'PB-OK',
      'PB-NO',
      'PB-UNDO',
      'PB-NEXT',
      'PB-HOLD',
      'PB-MISSING',
      'PB-DAMAGED',
      'PB-SPLIT',
      'PB-WEIGH',
      'PB-REPRINT',
    ]);
  });

  it.each(every.map((code) => [toControlText(code), code] as const))('%s is read back', (text, code) => {
    expect(parseControlCode(text)).toEqual(code);
  });

  it.each(every.map((code) => [toControlText(code), code] as const))(
    '%s survives a Russian layout',
    (text, code) => {
      expect(parseControlCode(typedInRussian(text))).toEqual(code);
    },
  );

  it('survive Caps Lock, a Chinese input method and blanks', () => {
    expect(parseControlCode('pb-ok')).toEqual({ control: 'ok' });
    expect(parseControlCode('зи-щл')).toEqual({ control: 'ok' });
    expect(parseControlCode('pb-box-s')).toEqual({ control: 'box', carton: 'S' });
    expect(parseControlCode('ＰＢ－ＯＫ')).toEqual({ control: 'ok' });
    expect(parseControlCode(' PB-NO\r\n')).toEqual({ control: 'no' });
  });

  it.each(['PB-', 'PB-BOX', 'PB-BOX-', 'PB-BOX-a b', 'PB-OKAY', 'XPB-OK', 'PB-1001', 'РВ-ОК', ''])(
    '%j is none of ours',
    (text) => {
      expect(parseControlCode(text)).toBeNull();
    },
  );
});
