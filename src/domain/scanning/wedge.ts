import { type KeyName, roleOf, type WedgeKey, type WedgeSetup } from './wedge-key.ts';
import { isProvenBySpeed, isSlowScan, type TrailKey, textOf } from './wedge-trail.ts';

export type { KeyName, WedgeKey, WedgeSetup } from './wedge-key.ts';

/** How long the decoder waits, in milliseconds. */
export interface WedgeTiming {
  /** How long a key is held back in a text field before it is taken for a person's. */
  readonly holdInFieldMs: number;
  /** The same elsewhere, where a key can only be a shortcut; longer than the slowest scanner's gap. */
  readonly holdMs: number;
  /** The longest gap inside a scan that nothing has proven yet. */
  readonly slowGapMs: number;
  /** After this pause a proven scan is over, suffix or not. */
  readonly endGapMs: number;
  /** The same for a scan that began with the prefix. */
  readonly framedGapMs: number;
  /** How long after a scan a further suffix is still part of it: CR and LF may arrive as two keys. */
  readonly afterScanMs: number;
}

export type WedgeConfig = WedgeSetup & WedgeTiming;

const key = (code: string, ctrl = false): KeyName => ({ code, ctrl });

/** Fits a scanner as it comes out of its box, set to a US keyboard. A prefix makes it certain; see {@link createWedgeDecoder}. */
export const defaultWedgeConfig: WedgeConfig = {
  prefix: null,
  suffixes: [key('Enter'), key('NumpadEnter'), key('Tab'), key('KeyM', true), key('KeyJ', true)],
  separators: [key('BracketRight', true), key('F8')],
  followsCapsLock: false,
  holdInFieldMs: 40,
  holdMs: 150,
  slowGapMs: 130,
  endGapMs: 200,
  framedGapMs: 300,
  afterScanMs: 100,
};

/**
 * What to do about one key. `release` comes first: keys held back that a person typed, to be put where they would have
 * gone. Then `scan`, a code for `readCode`; `leaked` says how many of its characters a text field has already got, to be
 * taken out again. Then the key itself: `swallow` keeps it from everyone else.
 */
export interface WedgeAnswer<Key extends WedgeKey> {
  readonly swallow: boolean;
  readonly release?: readonly Key[];
  readonly scan?: string;
  readonly leaked?: number;
}

/** Tells a keyboard-wedge scanner from a person's typing, key by key. */
export interface WedgeDecoder<Key extends WedgeKey> {
  /** Feeds one `keydown`, in order. The keys it gives back are the very objects it was given. */
  keydown(key: Key): WedgeAnswer<Key>;
  /** Lets time pass; call it at {@link deadline}. Same clock as the keys' `atMs`. */
  tick(atMs: number): WedgeAnswer<Key>;
  /** When something will be due without a further key, or null. */
  deadline(): number | null;
  /** Is a scan under way beyond doubt, by its prefix or its speed? */
  isProven(): boolean;
}

/** The fewest characters of a scan without prefix. */
const shortestScan = 4;

type Mode = 'waiting' | 'proven' | 'framed';

/**
 * A decoder for the keys of one window. Characters come from physical keys, so neither the keyboard layout, nor an input
 * method, nor Caps Lock matters. What is a scan is decided in this order: a configured prefix; four keys faster than a
 * person; a suffix behind a slow but even burst that is a code. Until then each key is held back for a moment and, if
 * nothing follows, given back, so typing into a field works with a delay nobody notices.
 */
export function createWedgeDecoder<Key extends WedgeKey>(
  config: WedgeConfig = defaultWedgeConfig,
): WedgeDecoder<Key> {
  let mode: Mode = 'waiting';
  let trail: TrailKey<Key>[] = [];
  let prefixKey: Key | null = null;
  let lastAtMs = Number.NEGATIVE_INFINITY;
  let pressedSince = 0;
  let altDigits = '';
  let hasStrangeKey = false;
  let endedAtMs = Number.NEGATIVE_INFINITY;

  const isHeld = () => trail.some(({ released }) => !released);
  const lastInField = () => trail.at(-1)?.key.inTextField !== false;
  // One even PIN in nine is an EAN-8 by its check digit: only speed tells a scan from it.
  const isSlowScanHere = () => trail.at(-1)?.key.inPinPad !== true && isSlowScan(trail, lastInField());

  function pauseMs(): number {
    if (mode === 'framed') return config.framedGapMs;
    if (mode === 'proven') return config.endGapMs;
    return lastInField() ? config.holdInFieldMs : config.holdMs;
  }

  function reset(): void {
    mode = 'waiting';
    trail = [];
    prefixKey = null;
    pressedSince = 0;
    altDigits = '';
    hasStrangeKey = false;
  }

  /** Everything held back, in order, as a person's; the trail stays to be judged when a suffix comes. */
  function giveBack(): readonly Key[] {
    const keys = trail.filter(({ released }) => !released).map((held) => held.key);
    for (const held of trail) held.released = true;
    return prefixKey === null ? keys : [prefixKey, ...keys];
  }

  function asPersons(swallow: boolean): WedgeAnswer<Key> {
    const release = giveBack();
    reset();
    return release.length > 0 ? { swallow, release } : { swallow };
  }

  /** Completes an Alt sequence; its character belongs to the last of its keys. */
  function closeAlt(): void {
    const last = trail.at(-1);
    if (altDigits !== '' && last !== undefined) {
      const code = Number(altDigits);
      last.text = code <= 0xff ? String.fromCharCode(code) : '\ufffd';
    }
    altDigits = '';
  }

  function asScan(atMs: number): WedgeAnswer<Key> {
    closeAlt();
    const scan = textOf(trail);
    const leaked = trail.filter(({ released, text }) => released && text !== '').length;
    endedAtMs = atMs;
    reset();
    return { swallow: true, scan, leaked };
  }

  function isScanWithoutSuffix(): boolean {
    return textOf(trail).length >= (mode === 'framed' ? 1 : shortestScan);
  }

  /** What has become due by now. */
  function settle(atMs: number): WedgeAnswer<Key> {
    const pausedMs = atMs - lastAtMs;
    if (mode !== 'waiting') {
      if (pausedMs < pauseMs()) return { swallow: false };
      closeAlt();
      return isScanWithoutSuffix() ? { ...asScan(atMs), swallow: false } : asPersons(false);
    }
    const release = isHeld() && pausedMs >= pauseMs() ? giveBack() : [];
    if (!isHeld() && pausedMs >= config.slowGapMs) reset();
    return release.length > 0 ? { swallow: false, release } : { swallow: false };
  }

  function append(pressed: Key, text: string): WedgeAnswer<Key> {
    const before = trail.at(-1)?.key.atMs;
    const gapMs = before === undefined ? null : Math.max(0, pressed.atMs - before) / (pressedSince + 1);
    pressedSince = 0;
    lastAtMs = pressed.atMs;
    trail.push({ key: pressed, text: hasStrangeKey ? `\ufffd${text}` : text, gapMs, released: false });
    hasStrangeKey = false;
    if (mode === 'waiting' && isProvenBySpeed(trail)) mode = 'proven';
    return { swallow: true };
  }

  function onModifier(pressed: Key): WedgeAnswer<Key> {
    if (pressed.code.startsWith('Alt')) closeAlt();
    if (mode !== 'waiting' || trail.length > 0) lastAtMs = pressed.atMs;
    pressedSince += 1;
    return { swallow: mode !== 'waiting' };
  }

  function onSuffix(pressed: Key): WedgeAnswer<Key> {
    closeAlt();
    if (mode === 'waiting' && trail.length === 0)
      return { swallow: pressed.atMs - endedAtMs <= config.afterScanMs };
    const isScan = mode === 'waiting' ? isSlowScanHere() : isScanWithoutSuffix();
    return isScan ? asScan(pressed.atMs) : asPersons(false);
  }

  /** The prefix opens a new scan, whatever came before it. */
  function onPrefix(pressed: Key): WedgeAnswer<Key> {
    const before = mode !== 'waiting' && isScanWithoutSuffix() ? asScan(pressed.atMs) : asPersons(true);
    mode = 'framed';
    prefixKey = pressed;
    lastAtMs = pressed.atMs;
    return { ...before, swallow: true };
  }

  /** A key that belongs to nobody's code, kept to be given back should the burst turn out a person's. */
  function keep(pressed: Key): WedgeAnswer<Key> {
    if (mode === 'waiting' || trail.length === 0) return asPersons(false);
    trail.push({ key: pressed, text: '', gapMs: null, released: false });
    lastAtMs = pressed.atMs;
    return { swallow: true };
  }

  /** A key no code holds. Inside a scan it must leave a trace: a code with something left out could be another code. */
  function onOther(pressed: Key): WedgeAnswer<Key> {
    const answer = keep(pressed);
    hasStrangeKey = answer.swallow;
    return answer;
  }

  function handle(pressed: Key): WedgeAnswer<Key> {
    const part = roleOf(pressed, config);
    if (part.role !== 'alt-digit' && part.role !== 'modifier') closeAlt();
    if (pressed.repeat === true && part.role !== 'modifier') return keep(pressed);
    switch (part.role) {
      case 'modifier':
        return onModifier(pressed);
      case 'prefix':
        return onPrefix(pressed);
      case 'suffix':
        return onSuffix(pressed);
      case 'character':
        return append(pressed, part.text);
      case 'alt-digit':
        altDigits += part.digit;
        return append(pressed, '');
      case 'control-character':
        return mode === 'waiting' ? onOther(pressed) : append(pressed, part.text);
      case 'other':
        return onOther(pressed);
    }
  }

  return {
    keydown(pressed) {
      const due = settle(pressed.atMs);
      const answer = handle(pressed);
      return merge(due, answer);
    },
    tick: settle,
    isProven: () => mode !== 'waiting',
    deadline: () => (mode !== 'waiting' || isHeld() ? lastAtMs + pauseMs() : null),
  };
}

function merge<Key extends WedgeKey>(due: WedgeAnswer<Key>, answer: WedgeAnswer<Key>): WedgeAnswer<Key> {
  const release = [...(due.release ?? []), ...(answer.release ?? [])];
  return { ...due, ...answer, ...(release.length > 0 ? { release } : {}) };
}
