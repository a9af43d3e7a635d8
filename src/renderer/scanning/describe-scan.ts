import { KeyboardPrefix, type KeyboardScanner } from '#contract/keyboard-scanner.ts';
import { usCharacter } from '#domain/scanning/us-keys.ts';
import { createWedgeDecoder, type WedgeKey } from '#domain/scanning/wedge.ts';
import { nameOfKey, toWedgeConfig } from './to-wedge-config.ts';

/** What one test scan shows of a keyboard scanner. */
export interface ScannerTraits {
  /** The code as the bench reads it with these settings; null when it cannot. */
  readonly text: string | null;
  /** The key before the code by its name, and whether it can serve as one; null where the code began at once. */
  readonly prefix: { readonly name: string; readonly isUsable: boolean } | null;
  readonly suffix: NonNullable<KeyboardScanner['suffix']>;
  readonly msPerKey: number;
  /** Fast enough to be told from typing by its speed alone. */
  readonly isFast: boolean;
  readonly capsLock: boolean;
  /** A group separator was among the keys: only marking codes and the like have one. */
  readonly hasSeparator: boolean;
  readonly followsCapsLock: boolean;
}

/** Fewer keys than `PB-OK` has, or slower ones, are a person's. */
const keysLeast = 5;
const personMs = 130;
/** As the decoder has it: no person types faster. */
const fastMs = 30;

/** Reads off the keys of one burst how the scanner is set up; null when nobody but a person can have typed them. */
export function describeScan(keys: readonly WedgeKey[]): ScannerTraits | null {
  const pressed = keys.filter(({ code }) => !isModifier(code));
  const [first, last] = [pressed[0], pressed.at(-1)];
  if (first === undefined || last === undefined || pressed.length < keysLeast) return null;
  const msPerKey = (last.atMs - first.atMs) / (pressed.length - 1);
  if (msPerKey > personMs) return null;
  const prefix = isPrefix(first) ? nameOfKey(first) : null;
  const capsLock = keys.some((key) => key.capsLock);
  const traits = { suffix: suffixOf(last), ...usablePrefix(prefix) };
  const text = readWith({ ...traits, followsCapsLock: false }, keys);
  // Of the control codes it is known that they have capitals: they came the other way round.
  const followsCapsLock = capsLock && text !== null && /^pb-/.test(text);
  return {
    text: followsCapsLock ? readWith({ ...traits, followsCapsLock }, keys) : text,
    prefix: prefix === null ? null : { name: prefix, isUsable: 'prefix' in traits },
    suffix: traits.suffix,
    msPerKey: Math.round(msPerKey),
    isFast: msPerKey <= fastMs,
    capsLock,
    hasSeparator: pressed
      .slice(1)
      .some(({ code, ctrl }) => code === 'F8' || (ctrl && code === 'BracketRight')),
    followsCapsLock,
  };
}

function isModifier(code: string): boolean {
  return /^(Shift|Control|Alt|Meta)(Left|Right)$|^(Caps|Num|Scroll)Lock$/.test(code);
}

/** A key that types nothing, or the one that the bench file knows as a prefix although it does. */
function isPrefix({ code, ctrl, alt, shift }: WedgeKey): boolean {
  if (alt) return false;
  return ctrl || code === 'Backquote' || usCharacter(code, shift) === null;
}

function usablePrefix(name: string | null): { readonly prefix?: KeyboardPrefix } {
  const prefix = KeyboardPrefix.safeParse(name);
  return prefix.success ? { prefix: prefix.data } : {};
}

function suffixOf({ code, ctrl }: WedgeKey): ScannerTraits['suffix'] {
  if (code === 'Enter' || code === 'NumpadEnter') return 'enter';
  if (ctrl && (code === 'KeyM' || code === 'KeyJ')) return 'enter';
  return code === 'Tab' || (ctrl && code === 'KeyI') ? 'tab' : 'none';
}

/** Lets the decoder itself read the keys, as it will with these settings. */
function readWith(scanner: KeyboardScanner, keys: readonly WedgeKey[]): string | null {
  const decoder = createWedgeDecoder<WedgeKey>(toWedgeConfig(scanner));
  for (const key of keys) {
    const { scan } = decoder.keydown({ ...key, inTextField: false });
    if (scan !== undefined) return scan;
  }
  const due = decoder.deadline();
  return due === null ? null : (decoder.tick(due).scan ?? null);
}
