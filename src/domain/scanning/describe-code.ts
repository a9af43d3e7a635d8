import { splitAim } from './aim.ts';
import type { ScanProblem, SingleReading } from './code-reading.ts';
import { parseDigitalLink } from './digital-link.ts';
import { dateOf, type Gs1Date, type Gs1Measure, measureOf } from './element-values.ts';
import { type Gs1Element, parseBracketed } from './gs1.ts';
import { isCaseGtin } from './gtin.ts';
import { parseDespiteLostSeparators } from './marking-code.ts';
import { parcelNumberOf } from './parcel-number.ts';
import { readCode } from './read-code.ts';
import { withRealSeparators } from './separators.ts';
import { readVariableWeight } from './variable-weight.ts';

/** What a code is called where people read about it; see docs/scanning.md. */
export type CodeKind =
  | 'control'
  | 'gtin'
  | 'case'
  | 'variable-weight'
  | 'marking-code'
  | 'sscc'
  | 'digital-link'
  | 'gs1'
  | 'ozon-product'
  | 'posting'
  | 'label-barcode'
  | 'parcel'
  | 'text'
  | 'unreadable';

/** A code explained, without a look at what the bench knows. */
export type CodeDescription = {
  readonly kind: CodeKind;
  /** What identifies it: the number, the unit of a marking code, the text. */
  readonly value: string;
  readonly gtin: string | null;
  /** GS1 elements by application identifier, as they stand. */
  readonly ais: Readonly<Record<string, string>>;
  readonly dates: Readonly<Record<string, Gs1Date>>;
  readonly measures: readonly Gs1Measure[];
  readonly problem: ScanProblem | null;
  /** What else it may be. */
  readonly also: readonly CodeKind[];
};

/** Explains what came from a scanner. `thisYear` decides the century of two-digit years. Never throws. */
export function describeCode(raw: string, thisYear: number): CodeDescription {
  const reading = readCode(raw);
  const readings = reading.kind === 'ambiguous' ? reading.readings : [reading];
  const [first = { kind: 'unreadable', problem: 'empty', raw } as const, ...others] = readings;
  const elements = first.kind === 'unreadable' ? [] : elementsIn(raw);
  const isLink = first.kind === 'gtin' && first.form === 'digital-link';
  const kind = isLink ? 'digital-link' : kindOf(first, elements);
  return {
    kind,
    value: identityOf(first),
    gtin: 'gtin14' in first ? first.gtin14 : null,
    ais: Object.fromEntries(elements.map(({ ai, value }) => [ai, value])),
    dates: Object.fromEntries(
      elements.flatMap((element) => {
        const date = dateOf(element, thisYear);
        return date === null ? [] : [[element.ai, date]];
      }),
    ),
    measures: elements.flatMap((element) => measureOf(element) ?? []),
    problem: problemOf(first),
    also: [...new Set(others.map((other) => kindOf(other, [])))].filter((other) => other !== kind),
  };
}

function kindOf(reading: SingleReading, elements: readonly Gs1Element[]): CodeKind {
  switch (reading.kind) {
    case 'gtin':
      if (isCaseGtin(reading.gtin14)) return 'case';
      return readVariableWeight(reading.gtin14) === null ? 'gtin' : 'variable-weight';
    case 'text':
      return elements.length > 0 ? 'gs1' : kindOfText(reading.text);
    default:
      return reading.kind;
  }
}

/** Numbers of the shop and of carriers, by their form. */
function kindOfText(text: string): CodeKind {
  if (/^OZN\d+$/i.test(text)) return 'ozon-product';
  if (/^\d{5,12}-\d{4}-\d{1,4}(?:\/\d{1,4})?$/.test(text)) return 'posting';
  if (/^%\d+%\d+$/.test(text)) return 'label-barcode';
  return parcelNumberOf(text) === null ? 'text' : 'parcel';
}

function identityOf(reading: SingleReading): string {
  switch (reading.kind) {
    case 'control':
      return reading.control.control;
    case 'gtin':
      return reading.raw;
    case 'marking-code':
      return reading.short;
    case 'sscc':
      return reading.sscc;
    case 'text':
      return reading.text;
    case 'unreadable':
      return reading.raw;
  }
}

function problemOf(reading: SingleReading): ScanProblem | null {
  if (reading.kind === 'unreadable') return reading.problem;
  return reading.kind === 'text' ? (reading.doubt ?? null) : null;
}

/** The GS1 elements of a code that was read as such. */
function elementsIn(raw: string): readonly Gs1Element[] {
  const { data, carrier } = splitAim(raw.trim());
  const text = withRealSeparators(data);
  const linked = parseDigitalLink(text);
  if (linked !== null) return linked.ok ? linked.value : [];
  if (carrier !== 'gs1' && !/^\(?0[012]/.test(text) && !data.startsWith('\u001d')) return [];
  const parsed = text.startsWith('(') ? parseBracketed(text) : parseDespiteLostSeparators(text);
  return parsed.ok ? parsed.value : [];
}
