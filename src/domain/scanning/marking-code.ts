import { err, ok, type Result } from '../result.ts';
import { aiAt, valueFault } from './application-identifiers.ts';
import { hasValidCheckDigit } from './check-digit.ts';
import {
  buildElementString,
  GS,
  type Gs1Element,
  type Gs1Fault,
  parseElementString,
  valueBehind,
} from './gs1.ts';

/** The GS1 code of a single unit, Честный ЗНАК or any other that names an item and a serial number. */
export interface MarkingCode {
  readonly gtin14: string;
  readonly serial: string;
  /** The whole code with real 0x1D separators, without symbology identifier or leading FNC1, as the shop wants it. */
  readonly code: string;
  /** The part that names the unit, `01…21…`, without the crypto tail: equal for two scans of one unit. */
  readonly short: string;
  /** False where the crypto tail (AI 91 to 99) is missing; the marking system does not take such a code for a sale. */
  readonly complete: boolean;
}

/** Characters of serial and tail by product group; published lengths, used to place separators, never to refuse a code. */
interface Layout {
  readonly serial: number;
  readonly tail: readonly (readonly [ai: RegExp, length: number])[];
}

const layouts: readonly Layout[] = [
  // Tobacco blocks.
  {
    serial: 7,
    tail: [
      [/8005/, 6],
      [/93/, 4],
    ],
  },
  // Medicines, clothes, perfume, tyres, cameras.
  {
    serial: 13,
    tail: [
      [/91/, 4],
      [/92/, 44],
    ],
  },
  // Shoes of the first years.
  {
    serial: 13,
    tail: [
      [/91/, 4],
      [/92/, 88],
    ],
  },
  // Dairy, by the piece and by weight.
  { serial: 6, tail: [[/93/, 4]] },
  {
    serial: 6,
    tail: [
      [/93/, 4],
      [/3103/, 6],
    ],
  },
  // Water, dietary supplements, antiseptics.
  { serial: 13, tail: [[/93/, 4]] },
  // Beer, bottles and kegs.
  { serial: 7, tail: [[/93/, 4]] },
  {
    serial: 7,
    tail: [
      [/93/, 4],
      [/335\d/, 6],
    ],
  },
];

const patterns: readonly RegExp[] = layouts.map(patternOf);

/**
 * Parses an element string whose separators may have been lost on the way from the scanner. What follows the rules as it
 * stands is taken as it stands. A separator is put back only where the text breaks the rules without it and total length,
 * check digit and identifiers fit exactly one known layout. Identifiers are looked for at their fixed places only:
 * `91`, `92` and `93` are legal inside a serial number. Whatever fits two readings is refused as `lost-separator`.
 */
export function parseDespiteLostSeparators(
  data: string,
): Result<readonly Gs1Element[], Gs1Fault | 'lost-separator'> {
  const strict = parseElementString(data);
  const fits = patterns.flatMap((pattern) => underLayout(pattern, data));
  if (strict.ok) {
    const asItStands = buildElementString(strict.value);
    return fits.every((elements) => buildElementString(elements) === asItStands)
      ? strict
      : err('lost-separator');
  }
  const [only, ...others] = fits;
  if (only !== undefined && others.length === 0) return ok(only);
  return only !== undefined || strict.error === 'value-too-long' ? err('lost-separator') : strict;
}

/** Matches one layout as a whole, each separator present or lost; identifiers and values in turn are its groups. */
function patternOf(layout: Layout): RegExp {
  const pieces = layout.tail.map(([ai, length]) => `${GS}?(${ai.source})([^${GS}]{${length}})`);
  return new RegExp(`^(01)(\\d{14})(21)([^${GS}]{${layout.serial}})${pieces.join('')}$`);
}

/** The elements of `data` under one layout; an empty list where it does not fit. */
function underLayout(pattern: RegExp, data: string): (readonly Gs1Element[])[] {
  const match = pattern.exec(data);
  if (match === null) return [];
  const elements: Gs1Element[] = [];
  for (let i = 1; i < match.length; i += 2) elements.push({ ai: match[i] ?? '', value: match[i + 1] ?? '' });
  return elements.every(isValid) ? [elements] : [];
}

function isValid({ ai, value }: Gs1Element): boolean {
  const rule = aiAt(ai)?.rule;
  return rule !== undefined && valueFault(rule, value) === null;
}

/** True if serial and tail have the lengths of a known product group. */
export function fitsKnownLayout(elements: readonly Gs1Element[]): boolean {
  const code = buildElementString(elements);
  return patterns.some((pattern) =>
    underLayout(pattern, code).some((fit) => buildElementString(fit) === code),
  );
}

/** The marking code in parsed GS1 data, or null if the data does not name a single unit (AI 01 and 21). */
export function markingCodeOf(elements: readonly Gs1Element[]): MarkingCode | null {
  const gtin14 = valueBehind(elements, '01');
  const serial = valueBehind(elements, '21');
  if (gtin14 === null || serial === null) return null;
  return {
    gtin14,
    serial,
    code: buildElementString(elements),
    short: `01${gtin14}21${serial}`,
    complete: elements.some(({ ai }) => /^9[1-9]$/.test(ai)),
  };
}

/**
 * The marking code of a cigarette pack, which has no identifiers: 14 digits GTIN, 7 characters serial, 4 maximum price,
 * 4 check; 29 in all. Null for anything else.
 */
export function readTobaccoPack(data: string): MarkingCode | null {
  const [, gtin14 = '', serial = ''] = /^(\d{14})([!-~]{7})[!-~]{8}$/.exec(data) ?? [];
  if (!hasValidCheckDigit(gtin14) || /^0+$/.test(gtin14)) return null;
  return { gtin14, serial, code: data, short: `01${gtin14}21${serial}`, complete: true };
}
