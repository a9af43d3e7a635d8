import { describe, expect, it } from 'vitest';
import { usKeys } from '#domain/scanning/us-keys.ts';
import type { WedgeKey } from '#domain/scanning/wedge.ts';
import { describeScan } from './describe-scan.ts';

type Press = { readonly code: string; readonly shift?: boolean; readonly ctrl?: boolean };

const enter: Press = { code: 'Enter' };
const separator: Press = { code: 'BracketRight', ctrl: true };

/** The keys of a scanner that is set to US; `isTurned` presses Shift the other way round. */
function keysOf(text: string, isTurned = false): readonly Press[] {
  return [...text].flatMap((character): readonly Press[] => {
    const key = usKeys.find(([, low, high]) => low === character || high === character);
    if (key === undefined) throw new Error(`no key for ${character}`);
    const isLetter = /[a-z]/i.test(character);
    const shift = (key[1] !== character) !== (isTurned && isLetter);
    return shift
      ? [
          { code: 'ShiftLeft', shift },
          { code: key[0], shift },
        ]
      : [{ code: key[0] }];
  });
}

function burst(presses: readonly Press[], gapMs = 8, capsLock = false): readonly WedgeKey[] {
  return presses.map(({ code, shift = false, ctrl = false }, nth) => ({
    ...{ code, shift, ctrl, alt: false, capsLock, atMs: 1000 + nth * gapMs },
  }));
}

describe('a test scan', () => {
  it('shows a scanner as it comes out of its box', () => {
    expect(describeScan(burst([...keysOf('4607025880011'), enter]))).toEqual({
      text: '4607025880011',
      prefix: null,
      suffix: 'enter',
      msPerKey: 8,
      isFast: true,
      capsLock: false,
      hasSeparator: false,
      followsCapsLock: false,
    });
  });

  it.each([
    ['F9', { code: 'F9' }],
    ['F13', { code: 'F13' }],
    ['~', { code: 'Backquote', shift: true }],
    ['Ctrl+B', { code: 'KeyB', ctrl: true }],
  ] as const)('finds the prefix %s and reads the code behind it, at any speed', (name, key) => {
    const scan = describeScan(burst([key, ...keysOf('PB-OK'), { code: 'Tab' }], 60));
    expect(scan).toMatchObject({
      text: 'PB-OK',
      prefix: { name, isUsable: true },
      suffix: 'tab',
      isFast: false,
    });
  });

  it('says which key cannot be the prefix, as it has another meaning here', () => {
    const scan = describeScan(burst([{ code: 'F10' }, ...keysOf('4607025880011'), enter]));
    expect(scan?.prefix).toEqual({ name: 'F10', isUsable: false });
  });

  it('finds that no key follows, and a group separator within', () => {
    const code = [...keysOf('0104607025880011215abc'), separator, ...keysOf('93dGVz')];
    expect(describeScan(burst(code))).toMatchObject({ suffix: 'none', hasSeparator: true });
  });

  it('finds a scanner that turns Shift around for Caps Lock by a control code', () => {
    const scan = describeScan(burst([...keysOf('PB-OK', true), enter], 8, true));
    expect(scan).toMatchObject({ text: 'PB-OK', capsLock: true, followsCapsLock: true });
    expect(describeScan(burst([...keysOf('PB-OK'), enter], 8, true))).toMatchObject({
      capsLock: true,
      followsCapsLock: false,
    });
  });

  it('is none when a person typed it', () => {
    expect(describeScan(burst([...keysOf('4607025880011'), enter], 180))).toBeNull();
    expect(describeScan(burst([...keysOf('12'), enter]))).toBeNull();
    expect(describeScan([])).toBeNull();
  });
});
