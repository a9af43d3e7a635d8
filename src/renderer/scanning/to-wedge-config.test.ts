import { describe, expect, it } from 'vitest';
import { KeyboardScanner } from '#contract/keyboard-scanner.ts';
import { plainControls } from '#domain/scanning/control-code.ts';
import { defaultWedgeConfig } from '#domain/scanning/wedge.ts';
import { controlKeys } from './control-keys.ts';
import { nameOfKey, toWedgeConfig } from './to-wedge-config.ts';

const prefixes = ['F9', 'F13', 'F19', 'F20', 'F24', '~', 'Ctrl+B'];
const config = (scanner: object) => toWedgeConfig(KeyboardScanner.parse(scanner));

describe('what the bench file says of keyboard scanners', () => {
  it('is what the decoder expects, and nothing said is what fits most', () => {
    expect(toWedgeConfig(null)).toBe(defaultWedgeConfig);
    expect(config({})).toEqual(defaultWedgeConfig);
    expect(config({ suffix: 'none', followsCapsLock: true })).toMatchObject({
      suffixes: [],
      followsCapsLock: true,
    });
    expect(config({ suffix: 'tab' }).suffixes).toContainEqual({ code: 'Tab', ctrl: false });
  });

  it('names its prefix as a key, and back', () => {
    for (const prefix of prefixes) {
      const key = config({ prefix }).prefix;
      expect(key === null ? '' : nameOfKey(key)).toBe(prefix);
    }
  });

  it('takes no key for a prefix that means something here or stands in codes', () => {
    const keys = plainControls.map((control) => controlKeys[control]);
    for (const taken of [...keys, 'F8', 'A', '%', 'Enter', 'Ctrl+M', ''])
      expect(KeyboardScanner.safeParse({ prefix: taken }).success, taken).toBe(false);
  });
});
