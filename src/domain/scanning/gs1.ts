import { err, ok, type Result } from '../result.ts';
import { aiAt, type ValueFault, valueFault } from './application-identifiers.ts';

/** The group separator that ends a variable value; FNC1 inside a symbol is transmitted as this byte. */
export const GS = '\u001d';

/** One piece of GS1 data: application identifier and value, `{ ai: '01', value: '04607025880011' }`. */
export interface Gs1Element {
  readonly ai: string;
  readonly value: string;
}

/** Why a text is not a GS1 element string. */
export type Gs1Fault = ValueFault | 'empty' | 'unknown-ai' | 'repeated-ai';

/**
 * Parses a GS1 element string as a scanner transmits it, without symbology identifier or leading FNC1, with real group
 * separators (GS1 General Specifications 7.8). Nothing is guessed: what breaks a rule is a fault. A separator that is
 * not needed (after a fixed value, at the end) is accepted.
 */
export function parseElementString(data: string): Result<readonly Gs1Element[], Gs1Fault> {
  const elements: Gs1Element[] = [];
  let rest = data;
  while (rest !== '') {
    const found = aiAt(rest);
    if (found === null) return err('unknown-ai');
    const { ai, rule } = found;
    const body = rest.slice(ai.length);
    const separator = body.indexOf(GS);
    const untilSeparator = separator < 0 ? body.length : separator;
    const length = rule.predefined ? Math.min(rule.max, untilSeparator) : untilSeparator;
    const value = body.slice(0, length);
    const fault = valueFault(rule, value);
    if (fault !== null) return err(fault);
    elements.push({ ai, value });
    rest = body.slice(length);
    if (rest.startsWith(GS)) rest = rest.slice(1);
  }
  return checkedForRepeats(elements);
}

/**
 * Parses the form printed under a symbol, `(01)04607025880011(10)A1`. A value ends where the next known identifier
 * stands in brackets, so a value that holds such a bracket itself cannot be written in this form.
 */
export function parseBracketed(text: string): Result<readonly Gs1Element[], Gs1Fault> {
  const elements: Gs1Element[] = [];
  const pieces = text.split(/\((\d{2,4})\)/);
  if (pieces[0] !== '') return err('unknown-ai');
  for (let i = 1; i < pieces.length; i += 2) {
    const ai = pieces[i] ?? '';
    const value = pieces[i + 1] ?? '';
    const found = aiAt(ai);
    if (found === null || found.ai !== ai) return err('unknown-ai');
    const fault = valueFault(found.rule, value);
    if (fault !== null) return err(fault);
    elements.push({ ai, value });
  }
  return checkedForRepeats(elements);
}

function checkedForRepeats(elements: readonly Gs1Element[]): Result<readonly Gs1Element[], Gs1Fault> {
  if (elements.length === 0) return err('empty');
  return new Set(elements.map(({ ai }) => ai)).size === elements.length ? ok(elements) : err('repeated-ai');
}

/**
 * Writes elements as an element string: a separator after each value whose length is not predefined, except the last.
 * The inverse of {@link parseElementString} for every valid list of elements.
 */
export function buildElementString(elements: readonly Gs1Element[]): string {
  return elements
    .map(({ ai, value }, i) => {
      const open = aiAt(ai)?.rule.predefined !== true && i < elements.length - 1;
      return ai + value + (open ? GS : '');
    })
    .join('');
}

/** The value behind an identifier, or null if the list has none. */
export function valueBehind(elements: readonly Gs1Element[], ai: string): string | null {
  return elements.find((element) => element.ai === ai)?.value ?? null;
}
