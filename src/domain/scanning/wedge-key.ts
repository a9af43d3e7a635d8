import { GS } from './gs1.ts';
import { usCharacter } from './us-keys.ts';

/** One `keydown` as the window saw it; `atMs` is the event's own time stamp, so that a busy window changes nothing. */
export interface WedgeKey {
  /** `KeyboardEvent.code`: the physical key, the same under every keyboard layout. Never `key`. */
  readonly code: string;
  readonly shift: boolean;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly meta?: boolean;
  /** `getModifierState('CapsLock')`. */
  readonly capsLock: boolean;
  readonly atMs: number;
  /** True for the repeats of a key held down, which no scanner sends. */
  readonly repeat?: boolean;
  /** True where typed text would land: an input, an editor, a PIN pad. Left out, it counts as true. */
  readonly inTextField?: boolean;
  /** True where digits alone are typed, as evenly as a slow scanner would: a PIN pad. */
  readonly inPinPad?: boolean;
}

/** A key combination, by physical key; without Shift, Alt and Meta. */
export interface KeyName {
  readonly code: string;
  readonly ctrl: boolean;
}

/** What a scanner is set up to send, beside the characters. */
export interface WedgeSetup {
  /** Sent before every code, if so configured: nothing else then looks like a scan. */
  readonly prefix: KeyName | null;
  /** Sent behind every code. */
  readonly suffixes: readonly KeyName[];
  /** Sent for the group separator in GS1 codes. */
  readonly separators: readonly KeyName[];
  /** True for scanners with "Caps Lock override", which press Shift the other way round while Caps Lock is on. */
  readonly followsCapsLock: boolean;
}

/** What one key is to the decoder; `character` carries what it types on a US keyboard. */
export type KeyRole =
  | { readonly role: 'character' | 'control-character'; readonly text: string }
  | { readonly role: 'alt-digit'; readonly digit: string }
  | { readonly role: 'modifier' | 'prefix' | 'suffix' | 'other' };

/** The part a key plays, from the physical key and the modifiers alone. */
export function roleOf(key: WedgeKey, setup: WedgeSetup): KeyRole {
  if (/^(Shift|Control|Alt|Meta)(Left|Right)$|^(Caps|Num|Scroll)Lock$/.test(key.code))
    return { role: 'modifier' };
  if (key.meta === true) return { role: 'other' };
  if (key.alt) return altRole(key);
  if (setup.prefix !== null && isKey(key, setup.prefix)) return { role: 'prefix' };
  if (setup.suffixes.some((name) => isKey(key, name))) return { role: 'suffix' };
  if (setup.separators.some((name) => isKey(key, name))) return { role: 'character', text: GS };
  if (key.ctrl) return controlRole(key);
  const text = usCharacter(key.code, key.shift);
  if (text === null) return { role: 'other' };
  return { role: 'character', text: setup.followsCapsLock && key.capsLock ? otherCase(text) : text };
}

function isKey(key: WedgeKey, { code, ctrl }: KeyName): boolean {
  return key.code === code && key.ctrl === ctrl;
}

/** Digits on the number block while Alt is held: a character by its number, the one way that no layout disturbs. */
function altRole(key: WedgeKey): KeyRole {
  const digit = /^Numpad(\d)$/.exec(key.code)?.[1];
  return digit === undefined || key.ctrl ? { role: 'other' } : { role: 'alt-digit', digit };
}

/** Ctrl with a letter, as scanners send control characters; line ends close a scan. */
function controlRole(key: WedgeKey): KeyRole {
  const letter = /^Key([A-Z])$/.exec(key.code)?.[1];
  if (letter === undefined) return { role: 'other' };
  return { role: 'control-character', text: String.fromCharCode(letter.charCodeAt(0) - 64) };
}

function otherCase(text: string): string {
  return text === text.toLowerCase() ? text.toUpperCase() : text.toLowerCase();
}
