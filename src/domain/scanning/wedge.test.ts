import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyValue } from './gs1.arbitrary.ts';
import { GS } from './gs1.ts';
import { readCode } from './read-code.ts';
import { usKeys } from './us-keys.ts';
import { createWedgeDecoder, defaultWedgeConfig, type WedgeConfig, type WedgeKey } from './wedge.ts';

type Press = Omit<WedgeKey, 'atMs' | 'capsLock'>;

const plain = { shift: false, ctrl: false, alt: false };
const enter: Press = { ...plain, code: 'Enter' };

/** The keys a scanner set to US presses for a text, Shift and Ctrl included. */
function keysOf(text: string): readonly Press[] {
  return Array.from(text).flatMap((character): readonly Press[] => {
    if (character === ' ') return [{ ...plain, code: 'Space' }];
    if (character === GS) {
      return [
        { ...plain, code: 'ControlLeft', ctrl: true },
        { ...plain, code: 'BracketRight', ctrl: true },
      ];
    }
    const key = usKeys.find(([, low, high]) => low === character || high === character);
    if (key === undefined) throw new Error(`no key for ${character}`);
    if (key[1] === character) return [{ ...plain, code: key[0] }];
    return [
      { ...plain, code: 'ShiftLeft', shift: true },
      { ...plain, code: key[0], shift: true },
    ];
  });
}

/** A window that obeys the decoder: what a field gets, and what was scanned. */
function openWindow(
  config: Partial<WedgeConfig> = {},
  inTextField = true,
  capsLock = false,
  inPinPad = false,
) {
  const decoder = createWedgeDecoder<WedgeKey>({ ...defaultWedgeConfig, ...config });
  const field: WedgeKey[] = [];
  const scans: { readonly text: string; readonly leaked: number }[] = [];
  let nowMs = 1000;
  const obey = (answer: ReturnType<typeof decoder.keydown>, key: WedgeKey | null) => {
    field.push(...(answer.release ?? []));
    if (answer.scan !== undefined) scans.push({ text: answer.scan, leaked: answer.leaked ?? 0 });
    if (key !== null && !answer.swallow) field.push(key);
  };
  const passTime = (ms: number) => {
    const until = nowMs + ms;
    for (let due = decoder.deadline(); due !== null && due <= until; due = decoder.deadline()) {
      obey(decoder.tick(due), null);
    }
    nowMs = until;
  };
  return {
    field,
    scans,
    passTime,
    press(keys: readonly Press[], gapMs: number | (() => number) = 10) {
      for (const press of keys) {
        passTime(typeof gapMs === 'number' ? gapMs : gapMs());
        const key = { ...press, capsLock, inTextField, inPinPad, atMs: nowMs };
        obey(decoder.keydown(key), key);
      }
    },
    characterCodes: () => field.map(({ code }) => code).filter((code) => !/^(Shift|Control|Alt)/.test(code)),
  };
}

const marking = `0104607025880011215abcDEF93dGVz${GS}91EE10${GS}92${'aB+/'.repeat(11)}`;

describe('a keyboard scanner', () => {
  it.each([
    ['4607025880011'],
    ['PB-OK'],
    ['PB-BOX-S'],
    ['%101%806044518'],
    ['12345678-0001-1'],
    [`]d2${marking}`],
  ])('types %j into a field that stays empty', (code) => {
    const window = openWindow();
    window.press([...keysOf(code), enter]);
    expect(window.scans.map(({ text }) => text)).toEqual([code]);
    expect(window.characterCodes()).toEqual([]);
  });

  it('comes out key for key, whatever the code', () => {
    const anyAscii = fc.string({
      unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
      minLength: 4,
      maxLength: 60,
    });
    fc.assert(
      fc.property(
        anyAscii,
        fc.boolean(),
        fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 1 }),
        (code, field, gaps) => {
          let nth = 0;
          const window = openWindow({}, field);
          window.press([...keysOf(code), enter], () => gaps[nth++ % gaps.length] ?? 0);
          expect(window.scans).toEqual([{ text: code, leaked: 0 }]);
          expect(window.characterCodes()).toEqual([]);
        },
      ),
    );
  });

  it('is not disturbed by Caps Lock, unless it follows it', () => {
    const locked = openWindow({}, true, true);
    locked.press([...keysOf('aB1-xY'), enter]);
    expect(locked.scans).toEqual([{ text: 'aB1-xY', leaked: 0 }]);
    const follower = openWindow({ followsCapsLock: true }, true, true);
    follower.press([...keysOf('Ab1-Xy'), enter]);
    expect(follower.scans).toEqual([{ text: 'aB1-xY', leaked: 0 }]);
  });

  it('may send F8 for the group separator', () => {
    const window = openWindow();
    const keys = marking.split(GS).map(keysOf);
    window.press([
      ...keys.flatMap((part, i) => (i === 0 ? part : [{ ...plain, code: 'F8' }, ...part])),
      enter,
    ]);
    expect(window.scans[0]?.text).toBe(marking);
  });

  it('may type every character by its number', () => {
    const window = openWindow();
    const keys = Array.from(`${marking}\r`).flatMap((character): readonly Press[] => [
      { ...plain, code: 'AltLeft', alt: true },
      ...Array.from(`0${String(character.charCodeAt(0)).padStart(3, '0')}`, (digit) => ({
        ...plain,
        code: `Numpad${digit}`,
        alt: true,
      })),
    ]);
    window.press(keys, 2);
    window.passTime(500);
    expect(window.scans.map(({ text }) => text.trim())).toEqual([marking]);
    expect(window.characterCodes()).toEqual([]);
  });

  it('is known to be one from its fourth key on, and no more when the code is complete', () => {
    const decoder = createWedgeDecoder<WedgeKey>();
    const known = [...keysOf('PB-OK'), enter]
      .filter(({ code }) => code !== 'ShiftLeft')
      .map((press, nth) => {
        decoder.keydown({ ...press, capsLock: false, atMs: 1000 + nth * 10 });
        return decoder.isProven();
      });
    expect(known).toEqual([false, false, false, true, true, false]);
  });

  it('may send no suffix', () => {
    const window = openWindow();
    window.press(keysOf('4607025880011'));
    expect(window.scans).toEqual([]);
    window.passTime(300);
    expect(window.scans).toEqual([{ text: '4607025880011', leaked: 0 }]);
  });

  it('may send a line end as two keys, and none of them presses a button', () => {
    const window = openWindow();
    window.press([...keysOf('4607025880011'), enter, enter]);
    expect(window.scans).toHaveLength(1);
    expect(window.characterCodes()).toEqual([]);
  });

  it('may stumble once it is known to be one', () => {
    const window = openWindow();
    window.press(keysOf('46070'));
    window.passTime(120);
    window.press([...keysOf('25880011'), enter]);
    expect(window.scans).toEqual([{ text: '4607025880011', leaked: 0 }]);
  });

  it('scans twice in a row', () => {
    const window = openWindow();
    window.press([...keysOf('4607025880011'), enter, ...keysOf('PB-OK'), enter]);
    expect(window.scans.map(({ text }) => text)).toEqual(['4607025880011', 'PB-OK']);
  });

  it('never yields a shortened code for one with a key that no code holds', () => {
    const window = openWindow();
    window.press([...keysOf('46070'), { ...plain, code: 'ArrowDown' }, ...keysOf('25880011'), enter]);
    expect(window.scans.map(({ text }) => readCode(text).kind)).toEqual(['unreadable']);
  });
});

describe('a slow keyboard scanner', () => {
  it('is understood without focus, and no shortcut fires', () => {
    const window = openWindow({}, false);
    window.press([...keysOf('MUG-RED'), enter], 80);
    expect(window.scans).toEqual([{ text: 'MUG-RED', leaked: 0 }]);
    expect(window.characterCodes()).toEqual([]);
  });

  it.each(['4607025880011', 'PB-OK', '12345678-0001-1', '%101%806044518', marking])(
    'is understood in a field by its rhythm and by what %j is',
    (code) => {
      const window = openWindow();
      window.press([...keysOf(code), enter], 60);
      expect(window.scans).toEqual([{ text: code, leaked: code.length }]);
      expect(window.characterCodes()).not.toContain('Enter');
    },
  );

  it('with a prefix is certain at any speed', () => {
    fc.assert(
      fc.property(anyValue(1, 40), fc.integer({ min: 0, max: 250 }), (code, gapMs) => {
        const window = openWindow({ prefix: { code: 'F9', ctrl: false } });
        window.press([{ ...plain, code: 'F9' }, ...keysOf(code), enter], gapMs);
        expect(window.scans).toEqual([{ text: code, leaked: 0 }]);
        expect(window.characterCodes()).toEqual([]);
      }),
    );
  });
});

describe('a person', () => {
  it('types into a field, and every key arrives once and in order', () => {
    const anyText = fc.string({ unit: fc.constantFrom(...'abcxyz 0123456789'), minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(
        anyText.filter((text) => readCode(text).kind === 'text'),
        fc.array(fc.integer({ min: 35, max: 400 }), { minLength: 1 }),
        fc.constantFrom<Partial<WedgeConfig>>({}, { prefix: { code: 'F9', ctrl: false } }),
        (text, gaps, config) => {
          let nth = 0;
          const window = openWindow(config);
          const keys = [...keysOf(text), enter];
          window.press(keys, () => gaps[nth++ % gaps.length] ?? 100);
          window.passTime(1000);
          expect(window.scans).toEqual([]);
          expect(window.field.map(({ code }) => code)).toEqual(keys.map(({ code }) => code));
        },
      ),
    );
  });

  it('typing an item number by hand is left alone', () => {
    const window = openWindow();
    window.press([...keysOf('4607025880011'), enter], 180);
    expect(window.scans).toEqual([]);
    expect(window.characterCodes()).toHaveLength(14);
  });

  it('types a PIN as evenly as they like, and no digit of it is taken for a scan', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'0123456789'), { minLength: 4, maxLength: 8 }),
        fc.integer({ min: 60, max: 140 }),
        (digits, gapMs) => {
          const window = openWindow({}, true, false, true);
          window.press([...keysOf(digits.join('')), enter], gapMs);
          expect(window.scans).toEqual([]);
          expect(window.characterCodes()).toHaveLength(digits.length + 1);
        },
      ),
    );
  });

  it('at a PIN pad scans a badge all the same', () => {
    const window = openWindow({}, true, false, true);
    window.press([...keysOf('PB-BADGE-P1'), enter]);
    expect(window.scans).toEqual([{ text: 'PB-BADGE-P1', leaked: 0 }]);
  });

  it('uses shortcuts, corrects with Backspace and holds a key down', () => {
    const window = openWindow();
    window.press(keysOf('ab'), 90);
    window.press([{ ...plain, code: 'Backspace' }], 20);
    window.press([{ ...plain, code: 'KeyC', ctrl: true }], 200);
    window.press(
      Array.from({ length: 10 }, () => ({ ...plain, code: 'KeyX', repeat: true })),
      30,
    );
    expect(window.characterCodes().join(' ')).toBe(`KeyA KeyB Backspace KeyC${' KeyX'.repeat(10)}`);
    expect(window.scans).toEqual([]);
  });

  it('pressing the prefix key gets it back', () => {
    const window = openWindow({ prefix: { code: 'F9', ctrl: false } });
    window.press([{ ...plain, code: 'F9' }]);
    window.passTime(500);
    expect(window.characterCodes()).toEqual(['F9']);
  });

  it('pressing Enter alone presses the button', () => {
    const window = openWindow();
    window.press([enter], 1000);
    expect(window.characterCodes()).toEqual(['Enter']);
  });
});

describe('any keys at all', () => {
  it('are swallowed for a scan or arrive, and nothing throws', () => {
    const anyPress = fc.record({
      code: fc.constantFrom(
        'KeyA',
        'Digit1',
        'Enter',
        'F9',
        'F8',
        'ShiftLeft',
        'AltLeft',
        'Numpad0',
        'Escape',
        'Tab',
      ),
      shift: fc.boolean(),
      ctrl: fc.boolean(),
      alt: fc.boolean(),
      repeat: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyPress, fc.oneof(fc.nat(20), fc.nat(350)))),
        fc.boolean(),
        (keys, inField) => {
          const window = openWindow({ prefix: { code: 'F9', ctrl: false } }, inField);
          for (const [key, gapMs] of keys) window.press([key], gapMs);
          window.passTime(1000);
          expect(new Set(window.field).size).toBe(window.field.length);
          if (window.scans.length > 0) return;
          const typed = keys.map(([{ code }]) => code).filter((code) => !/^(Shift|Alt)/.test(code));
          expect(window.characterCodes()).toEqual(typed);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
