import type { SheetColumn } from './sheet-column.ts';

/** What can be wrong with a line of a sheet, before the shop has seen it. */
export const findingCodes = [
  'required',
  'too-long',
  'same-article',
  'same-barcode',
  'article-exists',
  'no-number',
  'no-whole-number',
  'not-above-zero',
  'too-many-decimals',
  'too-large',
  'old-price-too-low',
  'unknown-vat',
  'unknown-unit',
  'unknown-currency',
  'barcode-characters',
  'barcode-length',
  'barcode-check-digit',
  'barcode-rounded',
  'no-address',
  'too-many-values',
  'not-in-list',
  'no-yes-or-no',
  'cell-error',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** Something wrong with one cell; `facts` fill the sentence. */
export type ImportFinding = {
  readonly row: number;
  readonly column: SheetColumn;
  readonly code: FindingCode;
  readonly facts: Readonly<Record<string, string | number>>;
};

/** The most of a cell's text that is kept in a finding's facts. */
const shownMost = 80;

/** A cell's text, short enough to be shown in a sentence. */
export function shown(text: string): string {
  return text.length > shownMost ? `${text.slice(0, shownMost)}…` : text;
}
