import type { FindingCode } from '#domain/catalogue/import-finding.ts';
import { checkDigit } from '#domain/scanning/check-digit.ts';
import { seededRandom } from './seeded-random.ts';

/** A line that was spoilt on purpose, as a spreadsheet counts lines, and what must be said of it. */
export type Planted = { readonly row: number; readonly code: FindingCode; readonly column: string };

type Cells = Record<string, string>;
type Mistake = {
  readonly code: FindingCode;
  readonly column: string;
  readonly spoil: (cells: Cells, n: number) => void;
};

const set = (column: string, value: string | ((n: number) => string)) => (cells: Cells, n: number) => {
  cells[column] = typeof value === 'string' ? value : value(n);
};

/** Twenty ways in which people fill in a sheet wrongly. Columns are named by their template titles without `*` and number. */
const MISTAKES: readonly Mistake[] = [
  { code: 'required', column: 'Product name', spoil: set('Product name', '') },
  { code: 'required', column: 'Brand', spoil: set('Brand', '') },
  {
    code: 'too-long',
    column: 'Article',
    spoil: set('Article', (n) => `${n}-`.padEnd(51, 'x')),
  },
  { code: 'no-number', column: 'Price', spoil: set('Price', 'on request') },
  { code: 'not-above-zero', column: 'Price', spoil: set('Price', '0') },
  { code: 'too-many-decimals', column: 'Price', spoil: set('Price', '99.999') },
  { code: 'old-price-too-low', column: 'Price before discount', spoil: set('Price before discount', '1') },
  { code: 'unknown-vat', column: 'VAT', spoil: set('VAT', '18') },
  { code: 'unknown-currency', column: 'Currency', spoil: set('Currency', 'rubles') },
  { code: 'not-above-zero', column: 'Package length', spoil: set('Package length', '-12') },
  { code: 'too-large', column: 'Package width', spoil: set('Package width', '9000') },
  { code: 'unknown-unit', column: 'Unit of size', spoil: set('Unit of size', 'inchs') },
  { code: 'too-large', column: 'Weight with package', spoil: set('Weight with package', '2000000') },
  {
    code: 'barcode-check-digit',
    column: 'Barcode',
    spoil: set('Barcode', (n) => spoiltCode(n)),
  },
  {
    code: 'barcode-length',
    column: 'Barcode',
    spoil: set('Barcode', (n) => String(46_000_000_000 + n)),
  },
  { code: 'barcode-rounded', column: 'Barcode', spoil: set('Barcode', '4,60001E+12') },
  { code: 'no-address', column: 'Pictures', spoil: set('Pictures', 'photo-1.jpg') },
  { code: 'not-in-list', column: 'Brand', spoil: set('Brand', (n) => `Nobody ${n}`) },
  { code: 'not-in-list', column: 'Colour', spoil: set('Colour', 'grren') },
  { code: 'too-many-values', column: 'Colour', spoil: set('Colour', 'red; blue; white; black') },
  { code: 'no-number', column: 'Power, W', spoil: set('Power, W', 'strong') },
  { code: 'no-yes-or-no', column: 'Runs on a battery', spoil: set('Runs on a battery', 'perhaps') },
  { code: 'same-article', column: 'Article', spoil: set('Article', 'LAMP-0000') },
  { code: 'same-barcode', column: 'Barcode', spoil: set('Barcode', () => gtin(0)) },
];

/** How many kinds of mistakes there are. */
export const mistakeKinds = MISTAKES.length;

/**
 * A sheet of lamps under a template's titles, with `mistakes` lines spoilt, one mistake each and every kind at least once; the
 * first line stays good. The same seed gives the same sheet.
 */
export function plantedSheet(
  titles: readonly string[],
  wish: { readonly seed: number; readonly lines: number; readonly mistakes: number },
): {
  readonly rows: readonly (readonly string[])[];
  readonly planted: readonly Planted[];
  readonly good: readonly string[];
} {
  const random = seededRandom(wish.seed);
  const spoilt = new Set<number>();
  while (spoilt.size < wish.mistakes) spoilt.add(random.int(1, wish.lines - 1));
  const planted: Planted[] = [];
  const good: string[] = [];
  const rows = Array.from({ length: wish.lines }, (_, n) => {
    const cells = goodLine(n, random.int(0, 2));
    if (spoilt.has(n)) {
      const mistake = MISTAKES[planted.length % MISTAKES.length];
      mistake?.spoil(cells, n);
      if (mistake !== undefined) planted.push({ row: n + 2, code: mistake.code, column: mistake.column });
    } else good.push(cells.Article ?? '');
    return titles.map((title) => cells[nameOf(title)] ?? '');
  });
  return { rows: [[...titles], ...rows], planted, good };
}

function goodLine(n: number, turn: number): Cells {
  const article = `LAMP-${String(n).padStart(4, '0')}`;
  return {
    Article: article,
    'Product name': `Desk lamp no. ${n}`,
    Price: ['1 290,50', '990', '2490.00'][turn] ?? '1',
    'Price before discount': n % 3 === 0 ? '3 000' : '',
    VAT: ['22%', '10', '0'][turn] ?? '0',
    'Package length': '36',
    'Package width': '20,5',
    'Package height': '18',
    'Unit of size': 'cm',
    'Weight with package': '1150',
    'Unit of weight': 'g',
    Barcode: n === 0 || n % 2 === 1 ? gtin(n) : '',
    Pictures: `https://pics.example/${article}.jpg`,
    Brand: ['No brand', 'Northlake', 'Zezuora'][turn] ?? '',
    'Model name': `L${n}`,
    'Power, W': '40.5',
    'Runs on a battery': n % 2 === 0 ? 'yes' : '',
    Colour: turn === 0 ? 'Red; white' : '',
  };
}

function nameOf(title: string): string {
  return title.replace(/\s*\[\d+\]$/, '').replace(/\*$/, '');
}

function gtin(n: number): string {
  const body = String(460_000_000_000 + n);
  return `${body}${checkDigit(body)}`;
}

function spoiltCode(n: number): string {
  const body = String(461_000_000_000 + n);
  return `${body}${(checkDigit(body) + 1) % 10}`;
}
