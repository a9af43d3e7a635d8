import type { PlainControl } from '#domain/scanning/control-code.ts';

/**
 * The key that stands for each control code, by physical key. F8 and F9 are left out: scanners use them as separator and
 * prefix.
 */
export const controlKeys: Readonly<Record<PlainControl, string>> = {
  ok: 'F1',
  no: 'F2',
  undo: 'F3',
  hold: 'F4',
  missing: 'F5',
  damaged: 'F6',
  split: 'F7',
  reprint: 'F10',
  weigh: 'F11',
  next: 'F12',
};

/** The control that a key without modifiers stands for, or null. */
export function controlOfKey(code: string): PlainControl | null {
  for (const [control, key] of entries) if (key === code) return control;
  return null;
}

const entries: readonly (readonly [PlainControl, string])[] = [
  ['ok', controlKeys.ok],
  ['no', controlKeys.no],
  ['undo', controlKeys.undo],
  ['hold', controlKeys.hold],
  ['missing', controlKeys.missing],
  ['damaged', controlKeys.damaged],
  ['split', controlKeys.split],
  ['reprint', controlKeys.reprint],
  ['weigh', controlKeys.weigh],
  ['next', controlKeys.next],
];
