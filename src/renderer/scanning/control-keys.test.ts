import { describe, expect, it } from 'vitest';
import { plainControls } from '#domain/scanning/control-code.ts';
import { defaultWedgeConfig } from '#domain/scanning/wedge.ts';
import { controlKeys, controlOfKey } from './control-keys.ts';

describe('the keys of the control codes', () => {
  it('give every control code a key of its own', () => {
    expect(plainControls.map((control) => controlOfKey(controlKeys[control]))).toEqual([...plainControls]);
  });

  it('leave alone what scanners use as separator and prefix', () => {
    const taken = [...defaultWedgeConfig.separators.map(({ code }) => code), 'F9'];
    for (const key of Object.values(controlKeys)) expect(taken).not.toContain(key);
  });
});
