import type { DayAccrualView, PostingAccrualView } from '#contract/accrual-procedures.ts';

/** What opens a formula in a spreadsheet, plain and full-width, and what hides it. */
const FORMULA = /^[\s]*[=+\-@＝＋－＠\t\r]/;
const AMOUNT = /^-?\d+\.\d+$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The columns' headings, in the bench's language. */
export type AccrualHeadings = Readonly<
  Record<'day' | 'unit' | 'for' | 'sku' | 'quantity' | 'amount' | 'currency', string>
>;

/**
 * Entries as CSV (RFC 4180) in UTF-8 with a byte order mark. A text that a spreadsheet would take for a formula gets an
 * apostrophe in front; an amount is an exact decimal with a point, and a negative one stays a number.
 */
export function postingAccrualsCsv(
  rows: readonly PostingAccrualView[],
  headings: AccrualHeadings,
): Uint8Array {
  return csv(headings, [
    ...rows.map(({ day, posting, name, type, sku, quantity, money }) => [
      ...[day, posting, name === '' ? type : name, sku, String(quantity), money.amount, money.currency],
    ]),
  ]);
}

/** The same for the entries of a day: each with the shop's own sum, its parts left out, so that the column can be added up. */
export function dayAccrualsCsv(
  day: string,
  rows: readonly DayAccrualView[],
  headings: AccrualHeadings,
): Uint8Array {
  return csv(headings, [
    ...rows.map(({ unit, parts, total }) => [
      ...[day, unit, words(parts), skus(parts), '', total.amount, total.currency],
    ]),
  ]);
}

function csv(headings: AccrualHeadings, rows: readonly (readonly string[])[]): Uint8Array {
  const { day, unit, for: what, sku, quantity, amount, currency } = headings;
  const lines = [[day, unit, what, sku, quantity, amount, currency], ...rows].map((row) =>
    row.map(cell).join(','),
  );
  return new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`);
}

function cell(text: string): string {
  if (AMOUNT.test(text)) return text;
  const clean = text.replace(CONTROL, ' ');
  return `"${(FORMULA.test(clean) ? `'${clean}` : clean).replaceAll('"', '""')}"`;
}

const words = (parts: DayAccrualView['parts']) =>
  [...new Set(parts.map(({ name, type }) => (name === '' ? type : name)))].join('; ');
const skus = (parts: DayAccrualView['parts']) =>
  [...new Set(parts.map(({ sku }) => sku).filter((sku) => sku !== ''))].join('; ');
