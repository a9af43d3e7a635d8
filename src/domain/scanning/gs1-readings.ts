import { err, type Result } from '../result.ts';
import { hasValidCheckDigit } from './check-digit.ts';
import type { SingleReading } from './code-reading.ts';
import { readDigits } from './digit-readings.ts';
import { GS, type Gs1Element, type Gs1Fault, parseBracketed, valueBehind } from './gs1.ts';
import { toGtin14 } from './gtin.ts';
import { fitsKnownLayout, markingCodeOf, parseDespiteLostSeparators } from './marking-code.ts';

/**
 * True if the text can hardly be anything but GS1 data: a bracketed identifier, or an item or logistic unit number whose
 * check digit is right, in its place, with more behind it.
 */
export function looksLikeGs1(data: string): boolean {
  if (/^\((0[012]|21)\)/.test(data)) return true;
  return (
    (/^0[12]\d{14}./.test(data) && hasValidCheckDigit(data.slice(2, 16))) ||
    (/^00\d{18}./.test(data) && hasValidCheckDigit(data.slice(2, 20)))
  );
}

/**
 * Reads GS1 data with real separators. `certain` says that the scanner named a GS1 symbol: without that, data that turns
 * out not to follow the rules may still be text. Some label software puts FNC1 before any number, so even then a text
 * without structure stays a text.
 */
export function readGs1(data: string, certain: boolean): readonly SingleReading[] {
  const parsed = data.startsWith('(') ? parseUnambiguousBrackets(data) : parseDespiteLostSeparators(data);
  if (parsed.ok) return readElements(parsed.value) ?? readKeyless(data);
  return readFaulty(data, parsed.error, certain);
}

/** A serial number may hold brackets itself: it has to be the last value, or of a length that a product group uses. */
function parseUnambiguousBrackets(data: string): Result<readonly Gs1Element[], Gs1Fault | 'lost-separator'> {
  const parsed = parseBracketed(data);
  if (!parsed.ok || !parsed.value.slice(0, -1).some(({ ai }) => ai === '21')) return parsed;
  return fitsKnownLayout(parsed.value) ? parsed : err('lost-separator');
}

function readElements(elements: readonly Gs1Element[]): readonly SingleReading[] | null {
  const sscc = valueBehind(elements, '00');
  if (sscc !== null) return [{ kind: 'sscc', sscc }];
  const marking = markingCodeOf(elements);
  if (marking !== null) return [{ kind: 'marking-code', ...marking }];
  const raw = valueBehind(elements, '01');
  const gtin14 = raw === null ? null : toGtin14(raw);
  return raw === null || gtin14 === null ? null : [{ kind: 'gtin', gtin14, raw, form: 'gs1' }];
}

/** Well-formed by chance or on purpose, but naming neither an item nor a logistic unit. */
function readKeyless(data: string): readonly SingleReading[] {
  if (data.includes(GS)) return [unreadable('bad-structure', data)];
  return /^\d+$/.test(data) ? readDigits(data, 'other') : [{ kind: 'text', text: data }];
}

function readFaulty(
  data: string,
  fault: Gs1Fault | 'lost-separator',
  certain: boolean,
): readonly SingleReading[] {
  if (fault === 'lost-separator') return [unreadable('lost-separator', data)];
  if (fault === 'bad-check-digit' && (certain || data.includes(GS)))
    return [unreadable('bad-check-digit', data)];
  if (data.includes(GS) || (looksLikeGs1(data) && !data.startsWith('(')))
    return [unreadable('bad-structure', data)];
  return readKeyless(data);
}

function unreadable(
  problem: 'bad-structure' | 'bad-check-digit' | 'lost-separator',
  raw: string,
): SingleReading {
  return { kind: 'unreadable', problem, raw };
}
