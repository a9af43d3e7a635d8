import { hasValidCheckDigit } from './check-digit.ts';
import { identifierTable } from './identifier-table.ts';

/** How the value behind one application identifier (AI) is written. */
export interface AiRule {
  /** Characters of the value, fewest and most. */
  readonly min: number;
  readonly max: number;
  readonly parts: readonly ValuePart[];
  /** On the list of predefined lengths: no separator follows (GS1 General Specifications, figure 7.8.5-2). */
  readonly predefined: boolean;
}

/** A piece of a value: which characters, how many, whether its last digit is a check digit, whether it may be missing. */
interface ValuePart {
  readonly characters: CharacterSet;
  readonly min: number;
  readonly max: number;
  readonly isChecked: boolean;
}

/** N digits, X the 82 characters of figure 7.11-1, Y the 39 of figure 7.11-2, Z those of base 64 for URLs. */
type CharacterSet = 'N' | 'X' | 'Y' | 'Z';

const characterSets: Readonly<Record<CharacterSet, RegExp>> = {
  N: /^\d*$/,
  X: /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]*$/,
  Y: /^[#\-/0-9A-Z]*$/,
  Z: /^[-0-9A-Z_a-z=]*$/,
};

/** Identifiers that begin so have a predefined length, whatever their table row says. */
const predefined = /^(?:0[0-4]|1[1-9]|20|3[1-6]|41)/;

const rules: ReadonlyMap<string, AiRule> = new Map(
  identifierTable.flatMap(([ais, format]) =>
    ais
      .split(' ')
      .flatMap(expand)
      .map((ai) => [ai, toRule(ai, format)]),
  ),
);

/** `3100-3105` is six identifiers. */
function expand(ais: string): readonly string[] {
  const [first = '', last = first] = ais.split('-');
  const count = Number(last) - Number(first) + 1;
  return Array.from({ length: count }, (_, n) => String(Number(first) + n).padStart(first.length, '0'));
}

function toRule(ai: string, format: string): AiRule {
  const parts = format.split(' ').map(toPart);
  const sum = (edge: 'min' | 'max') => parts.reduce((total, part) => total + part[edge], 0);
  return { min: sum('min'), max: sum('max'), parts, predefined: predefined.test(ai) };
}

/** `N6` six digits, `X..20` one to twenty characters, `N13c` with a check digit, `N4?` may be missing. */
function toPart(format: string): ValuePart {
  const [, set = '', upTo, count = '', check, optional] =
    /^([NXYZ])(\.\.)?(\d+)(c)?(\?)?$/.exec(format) ?? [];
  const characters = (['N', 'X', 'Y', 'Z'] as const).find((known) => known === set) ?? 'X';
  const max = Number(count);
  const min = optional !== undefined ? 0 : upTo === undefined ? max : 1;
  return { characters, min, max, isChecked: check !== undefined };
}

/** The identifier at the front of `text` and its rule, or null where there is none that GS1 has given out. */
export function aiAt(text: string): { readonly ai: string; readonly rule: AiRule } | null {
  for (const length of [2, 3, 4]) {
    const ai = text.slice(0, length);
    const rule = rules.get(ai);
    if (rule !== undefined) return { ai, rule };
  }
  return null;
}

/** What is wrong with a value; `value-too-long` is the mark that a lost separator leaves. */
export type ValueFault = 'value-too-short' | 'value-too-long' | 'bad-character' | 'bad-check-digit';

/** The first thing wrong with `value` under `rule`, or null if nothing is. */
export function valueFault(rule: AiRule, value: string): ValueFault | null {
  if (value.length < rule.min) return 'value-too-short';
  if (value.length > rule.max) return 'value-too-long';
  let from = 0;
  for (const { characters, max, isChecked } of rule.parts) {
    const piece = value.slice(from, from + max);
    from += piece.length;
    if (!characterSets[characters].test(piece)) return 'bad-character';
    if (isChecked && !hasValidCheckDigit(piece)) return 'bad-check-digit';
  }
  return null;
}
