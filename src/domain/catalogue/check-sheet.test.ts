import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigit } from '../scanning/check-digit.ts';
import type { CardRules } from './check-row.ts';
import { sheetCheck } from './check-sheet.ts';
import type { FindingCode } from './import-finding.ts';
import type { ProductAttribute } from './product-attribute.ts';
import type { SheetColumn, SheetRow } from './sheet-column.ts';

const attribute = (id: string, more: Partial<ProductAttribute> = {}): ProductAttribute => ({
  ...{ id, name: id, about: '', kind: 'text', isRequired: false, valuesMax: 1, hasList: false },
  ...more,
});
const rules: CardRules = {
  attributes: [
    attribute('85', { isRequired: true, hasList: true }),
    attribute('10', { hasList: true, valuesMax: 3 }),
    attribute('20', { kind: 'integer' }),
    attribute('21', { kind: 'decimal' }),
    attribute('22', { kind: 'boolean' }),
    attribute('23', { kind: 'url' }),
    attribute('24'),
  ],
  allowed: new Map([
    [
      '85',
      {
        values: [
          { id: '1', text: 'Нет бренда' },
          { id: '2', text: 'Northlake' },
        ],
        isAll: true,
      },
    ],
    [
      '10',
      {
        values: ['красный', 'зелёный', 'синий', 'белый'].map((text, n) => ({ id: String(n), text })),
        isAll: true,
      },
    ],
  ]),
};

const good: Readonly<Partial<Record<SheetColumn, string>>> = {
  ...{
    article: 'A-1',
    name: 'Кружка',
    price: '1 290,50',
    vat: '22%',
    length: '13',
    width: '11',
    height: '10,5',
  },
  ...{ sizeUnit: 'см', weight: '0.38', weightUnit: 'kg', pictures: 'https://pics.example/1.jpg' },
  'a:85': 'northlake',
};
const line = (row: number, change: Partial<Record<SheetColumn, string>> = {}): SheetRow => ({
  row,
  cells: new Map(
    // The keys of an object literal of this type are columns; Object.entries forgets that.
    Object.entries({ ...good, article: `A-${row}`, ...change }) as [SheetColumn, string][],
  ),
});
const checkSheet = (lines: readonly SheetRow[], wanted: CardRules, taken: ReadonlySet<string>) =>
  lines.map(sheetCheck(wanted, taken));
const found = (...lines: SheetRow[]) =>
  checkSheet(lines, rules, new Set()).flatMap(({ findings }) =>
    findings.map(({ row, column, code }) => `${row} ${column} ${code}`),
  );

describe('a line of a sheet', () => {
  it('makes a card in millimetres and grams', () => {
    const [checked] = checkSheet(
      [line(2, { 'a:10': 'Красный; зеленый', 'a:22': 'да', barcode: '4600000000015' })],
      rules,
      new Set(),
    );
    expect(checked).toMatchObject({
      card: {
        ...{ article: 'A-2', price: '1290.50', oldPrice: null, vat: '0.22', currency: 'RUB' },
        ...{ lengthMm: 130, widthMm: 110, heightMm: 105, weightG: 380 },
        attributes: [
          { id: '85', values: [{ id: '2', text: 'Northlake' }] },
          { id: '10', values: [{ text: 'красный' }, { text: 'зелёный' }] },
          { id: '22', values: [{ id: null, text: 'true' }] },
        ],
      },
    });
  });

  it.each<[SheetColumn, string, FindingCode]>([
    ['article', '', 'required'],
    ['article', 'x'.repeat(51), 'too-long'],
    ['name', ' ', 'required'],
    ['name', 'x'.repeat(501), 'too-long'],
    ['price', 'about 100', 'no-number'],
    ['price', '1,290', 'no-number'],
    ['price', '0', 'not-above-zero'],
    ['price', '-5', 'not-above-zero'],
    ['price', '10.999', 'too-many-decimals'],
    ['price', '#N/A', 'cell-error'],
    ['oldPrice', '1290.50', 'old-price-too-low'],
    ['vat', '18', 'unknown-vat'],
    ['vat', 'constructor', 'unknown-vat'],
    ['currency', 'GBP', 'unknown-currency'],
    ['length', '0', 'not-above-zero'],
    ['width', '700', 'too-large'],
    ['height', 'high', 'no-number'],
    ['sizeUnit', 'miles', 'unknown-unit'],
    ['weight', '2000', 'too-large'],
    ['weightUnit', 'stone', 'unknown-unit'],
    ['barcode', '4600000000016', 'barcode-check-digit'],
    ['barcode', '46000000000', 'barcode-length'],
    ['barcode', '4,60123E+12', 'barcode-rounded'],
    ['barcode', '46 000', 'barcode-characters'],
    ['pictures', 'C:\\photos\\1.jpg', 'no-address'],
    ['pictures', 'https://pics', 'no-address'],
    [
      'pictures',
      Array.from({ length: 31 }, (_, n) => `https://pics.example/${n}.jpg`).join('\n'),
      'too-many-values',
    ],
    ['a:85', '', 'required'],
    ['a:85', 'Nortlake', 'not-in-list'],
    ['a:10', 'красный; синий; белый; зелёный', 'too-many-values'],
    ['a:20', '1.5', 'no-whole-number'],
    ['a:21', 'much', 'no-number'],
    ['a:22', 'maybe', 'no-yes-or-no'],
    ['a:23', 'manual.pdf', 'no-address'],
    ['a:24', 'x'.repeat(6001), 'too-long'],
  ])('is named with the column %s where that says "%.20s"', (column, text, code) => {
    expect(found(line(7, { [column]: text }))).toEqual([`7 ${column} ${code}`]);
  });

  it('gets the nearest allowed value as a hint', () => {
    const [checked] = checkSheet([line(2, { 'a:85': 'Нет брэнда' })], rules, new Set());
    expect(checked?.findings).toMatchObject([{ facts: { near: 'Нет бренда' } }]);
    const [far] = checkSheet([line(2, { 'a:85': 'Sumsang' })], rules, new Set());
    expect(far?.findings).toMatchObject([{ facts: { near: '' } }]);
  });

  it('is named for all that is wrong with it at once', () => {
    expect(found(line(3, { price: '', vat: 'x', barcode: '1' }))).toHaveLength(3);
  });
});

describe('a sheet', () => {
  it('keeps the first of two lines with the same article or barcode, and names the other with its number', () => {
    const barcode = '4600000000015';
    const lines = [line(2, { barcode }), line(3, { article: 'A-2' }), line(4, { barcode })];
    expect(found(...lines)).toEqual(['3 article same-article', '4 barcode same-barcode']);
    expect(checkSheet(lines, rules, new Set())[1]?.findings).toMatchObject([{ facts: { first: 2 } }]);
  });

  it('names articles that are cards at the shop already', () => {
    const [checked] = checkSheet([line(2)], rules, new Set(['A-2']));
    expect(checked).toMatchObject({ card: null, findings: [{ code: 'article-exists' }] });
  });

  const priceText = fc
    .tuple(fc.integer({ min: 1, max: 9_999_999 }), fc.constantFrom('.', ','), fc.boolean())
    .map(([kopecks, point, isSpaced]) => {
      const whole = String(Math.floor(kopecks / 100));
      const grouped = isSpaced ? whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0') : whole;
      return { text: `${grouped}${point}${String(kopecks % 100).padStart(2, '0')}`, kopecks };
    });

  it('takes every price as it was meant', () => {
    fc.assert(
      fc.property(priceText, ({ text, kopecks }) => {
        const [checked] = checkSheet([line(2, { price: text })], rules, new Set());
        expect(checked?.card?.price).toBe((kopecks / 100).toFixed(2));
      }),
    );
  });

  it('takes every right barcode and no wrong check digit', () => {
    const body = fc.tuple(fc.constantFrom(7, 11, 12, 13), fc.integer({ min: 0, max: 1e13 - 1 }));
    fc.assert(
      fc.property(body, fc.integer({ min: 0, max: 9 }), ([length, seed], last) => {
        const digits = String(seed).padStart(length, '1').slice(0, length);
        const isRight = checkDigit(digits) === last;
        expect(found(line(2, { barcode: `${digits}${last}` }))).toEqual(
          isRight ? [] : ['2 barcode barcode-check-digit'],
        );
      }),
    );
  });

  it('says of any text in any cell what is wrong with it, or takes it; never both, and never throws', () => {
    const column = fc.constantFrom<SheetColumn>(
      ...([
        'article',
        'name',
        'price',
        'oldPrice',
        'currency',
        'vat',
        'length',
        'sizeUnit',
        'weight',
      ] as const),
      ...([
        'weightUnit',
        'barcode',
        'pictures',
        'a:85',
        'a:10',
        'a:20',
        'a:21',
        'a:22',
        'a:23',
        'a:24',
      ] as const),
    );
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.double().map(String));
    fc.assert(
      fc.property(fc.array(fc.tuple(column, text), { maxLength: 8 }), (changes) => {
        const [checked] = checkSheet([line(2, Object.fromEntries(changes))], rules, new Set());
        expect(checked?.card === null).toBe((checked?.findings.length ?? 0) > 0);
        const changed = new Set(changes.map(([one]) => one));
        for (const finding of checked?.findings ?? [])
          expect(
            changed.has(finding.column) ||
              finding.column === 'oldPrice' ||
              ['width', 'height', 'length', 'weight'].includes(finding.column),
          ).toBe(true);
      }),
    );
  });

  it('names exactly the lines with a mistake, wherever they stand', () => {
    const mistake = fc.constantFrom<Partial<Record<SheetColumn, string>>>(
      ...[{ price: '0' }, { vat: '3' }, { barcode: '123' }, { 'a:85': '?' }, { name: '' }, { weight: '-' }],
    );
    const sheet = fc.array(fc.option(mistake, { nil: null }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(sheet, (mistakes) => {
        const lines = mistakes.map((change, index) => line(index + 2, change ?? {}));
        const named = checkSheet(lines, rules, new Set()).filter(({ card }) => card === null);
        expect(named.map(({ row }) => row)).toEqual(
          mistakes.flatMap((change, index) => (change === null ? [] : [index + 2])),
        );
      }),
    );
  });
});
