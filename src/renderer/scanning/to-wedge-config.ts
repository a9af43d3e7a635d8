import type { KeyboardPrefix, KeyboardScanner } from '#contract/keyboard-scanner.ts';
import { defaultWedgeConfig, type KeyName, type WedgeConfig } from '#domain/scanning/wedge.ts';

const suffixKeys: Readonly<Record<NonNullable<KeyboardScanner['suffix']>, readonly KeyName[]>> = {
  enter: [key('Enter'), key('NumpadEnter'), key('KeyM', true), key('KeyJ', true)],
  tab: [key('Tab'), key('KeyI', true)],
  none: [],
};

/** What the decoder is to expect of the bench's keyboard scanners; null where nobody has said how they are set up. */
export function toWedgeConfig(scanner: KeyboardScanner | null): WedgeConfig {
  if (scanner === null) return defaultWedgeConfig;
  const { prefix, suffix, followsCapsLock } = scanner;
  return {
    ...defaultWedgeConfig,
    prefix: prefix === undefined ? null : keyOfPrefix(prefix),
    suffixes: suffix === undefined ? defaultWedgeConfig.suffixes : suffixKeys[suffix],
    followsCapsLock,
  };
}

/** How the bench file writes a key; the other way round is {@link keyOfPrefix}. */
export function nameOfKey({ code, ctrl }: KeyName): string {
  if (code === 'Backquote' && !ctrl) return '~';
  return `${ctrl ? 'Ctrl+' : ''}${code.replace(/^(Key|Digit)/, '')}`;
}

function keyOfPrefix(prefix: KeyboardPrefix): KeyName {
  if (prefix === '~') return key('Backquote');
  return prefix === 'Ctrl+B' ? key('KeyB', true) : key(prefix);
}

function key(code: string, ctrl = false): KeyName {
  return { code, ctrl };
}
