import { tenthsFromDecimal } from '../decimal-weight.ts';

/** Asks for the weight of this moment, stable or not (MT-SICS level 0). */
export const SEND_IMMEDIATELY: Uint8Array = Buffer.from('SI\r\n', 'latin1');

/** The longest plausible line: an id, a status, a ten-character value and a unit take 20 characters. */
export const LINE_LENGTH_MAX = 64;

/** One line of a scale, read. `other`: well formed, but no answer to a request for a weight. */
export type MtSicsAnswer =
  | { readonly kind: 'weight'; readonly tenthsG: number; readonly isStable: boolean }
  | { readonly kind: 'busy' | 'overload' | 'underload' }
  | { readonly kind: 'zeroed' | 'zero-refused' | 'tare-refused' | 'other' }
  | { readonly kind: 'tared'; readonly tareTenthsG: number }
  | { readonly kind: 'refused'; readonly why: 'syntax' | 'transmission' | 'logical' }
  | { readonly kind: 'malformed'; readonly why: 'shape' | 'number' | 'unit' };

const FIXED: Readonly<Record<string, MtSicsAnswer>> = {
  'S I': { kind: 'busy' },
  'S +': { kind: 'overload' },
  'S -': { kind: 'underload' },
  'Z A': { kind: 'zeroed' },
  'Z I': { kind: 'zero-refused' },
  'Z +': { kind: 'zero-refused' },
  'Z -': { kind: 'zero-refused' },
  'T I': { kind: 'tare-refused' },
  'T +': { kind: 'tare-refused' },
  'T -': { kind: 'tare-refused' },
  ES: { kind: 'refused', why: 'syntax' },
  ET: { kind: 'refused', why: 'transmission' },
  EL: { kind: 'refused', why: 'logical' },
};

/**
 * Reads one line of the Mettler-Toledo Standard Interface Command Set, without its CR LF: an id, a status and, for a
 * weight, a right-aligned value and a unit. Power-up noise before the line is skipped; anything else that is not
 * exactly such a line is `malformed` and never a weight.
 */
export function readMtSicsLine(line: string): MtSicsAnswer {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: noise is just what is to be skipped
  const text = line.replace(/^[\x00-\x1f\x7f-\xff]+/, '').trimEnd();
  const fixed = FIXED[text];
  if (fixed !== undefined) return fixed;
  if (/^I\d+ A /.test(text)) return { kind: 'other' };
  const found = /^([ST]) ([SD]) +(\S+)(?: +(\S+))?$/.exec(text);
  if (found === null) return { kind: 'malformed', why: 'shape' };
  const [, id = '', status = '', value = '', unit] = found;
  const tenths = unit === undefined ? null : tenthsFromDecimal(value, unit);
  if (tenths === null) return { kind: 'malformed', why: 'unit' };
  if (!tenths.ok) return { kind: 'malformed', why: tenths.error };
  if (id === 'T') return { kind: 'tared', tareTenthsG: tenths.value };
  return { kind: 'weight', tenthsG: tenths.value, isStable: status === 'S' };
}
