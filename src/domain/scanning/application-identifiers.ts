import { hasValidCheckDigit } from './check-digit.ts';

/** How the value behind one application identifier (AI) is written. */
export interface AiRule {
  /** Characters of the value, fewest and most. */
  readonly min: number;
  readonly max: number;
  readonly digitsOnly: boolean;
  /** The last digit is a check digit. */
  readonly checked: boolean;
  /** On the list of predefined lengths: no separator follows (GS1 General Specifications, figure 7.8.5-2). */
  readonly predefined: boolean;
}

const fixed = (length: number, checked = false): AiRule => ({
  min: length,
  max: length,
  digitsOnly: true,
  checked,
  predefined: true,
});
const upTo = (max: number, digitsOnly = false): AiRule => ({
  min: 1,
  max,
  digitsOnly,
  checked: false,
  predefined: false,
});

/** AIs by pattern, the more special one first; no identifier is the beginning of another. */
const rules: readonly (readonly [pattern: RegExp, rule: AiRule])[] = [
  [/^00/, fixed(18, true)],
  [/^0[12]/, fixed(14, true)],
  [/^1[1-7]/, fixed(6)],
  [/^20/, fixed(2)],
  [/^(10|21|22)/, upTo(20)],
  [/^(24[01]|25[01])/, upTo(30)],
  [/^3[07]/, upTo(8, true)],
  [/^3[1-6]\d\d/, fixed(6)],
  [/^40[01]/, upTo(30)],
  [/^41[0-7]/, fixed(13, true)],
  [/^420/, upTo(20)],
  [/^8005/, { ...fixed(6), predefined: false }],
  [/^90/, upTo(30)],
  [/^9[1-9]/, upTo(90)],
];

/** The identifier at the front of `text` and its rule, or null where there is none that we know. */
export function aiAt(text: string): { readonly ai: string; readonly rule: AiRule } | null {
  for (const [pattern, rule] of rules) {
    const ai = pattern.exec(text)?.[0];
    if (ai !== undefined) return { ai, rule };
  }
  return null;
}

/** What is wrong with a value; `value-too-long` is the mark that a lost separator leaves. */
export type ValueFault = 'value-too-short' | 'value-too-long' | 'bad-character' | 'bad-check-digit';

/** The 82 characters a variable value may hold (GS1 General Specifications, figure 7.11-1). */
const characterSet82 = /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]*$/;

/** The first thing wrong with `value` under `rule`, or null if nothing is. */
export function valueFault(rule: AiRule, value: string): ValueFault | null {
  if (value.length < rule.min) return 'value-too-short';
  if (value.length > rule.max) return 'value-too-long';
  if (!(rule.digitsOnly ? /^\d*$/ : characterSet82).test(value)) return 'bad-character';
  return rule.checked && !hasValidCheckDigit(value) ? 'bad-check-digit' : null;
}
