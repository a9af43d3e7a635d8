import type { Gs1Element } from './gs1.ts';

/** A day as GS1 writes it; day 0 stands for the whole month where the rule allows it. */
export type Gs1Date = { readonly year: number; readonly month: number; readonly day: number };

/** What a measure is of. Only what a packing bench has a use for; the others stay digits. */
export type Gs1Measure = {
  readonly of: 'net-weight' | 'gross-weight' | 'length' | 'width' | 'height';
  readonly value: number;
  readonly unit: 'g' | 'mm';
};

const dateIdentifiers = new Set(['11', '12', '13', '15', '16', '17', '4326', '7006']);

/**
 * The date behind a date identifier, `YYMMDD`; null where it is none. The century is the one that brings the year within
 * 49 years before and 50 years after `thisYear` (GS1 General Specifications 7.12).
 */
export function dateOf({ ai, value }: Gs1Element, thisYear: number): Gs1Date | null {
  if (!dateIdentifiers.has(ai) || !/^\d{6}$/.test(value)) return null;
  const month = Number(value.slice(2, 4));
  const day = Number(value.slice(4));
  const year = yearOf(Number(value.slice(0, 2)), thisYear);
  const days = month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 0;
  return day <= days ? { year, month, day } : null;
}

function yearOf(twoDigits: number, thisYear: number): number {
  const century = Math.floor(thisYear / 100) * 100;
  const ahead = twoDigits - (thisYear % 100);
  if (ahead >= 51) return century - 100 + twoDigits;
  return ahead <= -50 ? century + 100 + twoDigits : century + twoDigits;
}

/** Metric measures of trade items and logistic units, by the first three digits; the fourth counts decimals. */
const measures: Readonly<
  Record<string, { readonly of: Gs1Measure['of']; readonly unit: Gs1Measure['unit'] }>
> = {
  310: { of: 'net-weight', unit: 'g' },
  311: { of: 'length', unit: 'mm' },
  312: { of: 'width', unit: 'mm' },
  313: { of: 'height', unit: 'mm' },
  330: { of: 'gross-weight', unit: 'g' },
  331: { of: 'length', unit: 'mm' },
  332: { of: 'width', unit: 'mm' },
  333: { of: 'height', unit: 'mm' },
};

/** The measure behind an identifier of kilograms or metres, in g and mm; `3103 001234` is 1234 g. Null for others. */
export function measureOf({ ai, value }: Gs1Element): Gs1Measure | null {
  const measure = ai.length === 4 ? measures[ai.slice(0, 3)] : undefined;
  if (measure === undefined || !/^\d{6}$/.test(value)) return null;
  const decimals = Number(ai[3]);
  return {
    ...measure,
    value: decimals > 3 ? Number(value) / 10 ** (decimals - 3) : Number(value) * 10 ** (3 - decimals),
  };
}
