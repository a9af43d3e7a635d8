import { readAttribute } from './check-attribute.ts';
import {
  greatestWeightG,
  longestSideMm,
  type Read,
  readBarcode,
  readCurrency,
  readMeasure,
  readPictures,
  readPrice,
  readVat,
  wrong,
} from './check-cells.ts';
import { type ImportFinding, shown } from './import-finding.ts';
import type { AllowedValues, ProductAttribute } from './product-attribute.ts';
import type { CardValue, ProductCard } from './product-card.ts';
import { columnOf, requiredColumns, type SheetColumn, type SheetRow } from './sheet-column.ts';
import { gramsIn, millimetresIn } from './units.ts';

/** What the shop wants of the products of a sheet. */
export type CardRules = {
  readonly attributes: readonly ProductAttribute[];
  /** Values by characteristic; those with a list must have an entry. */
  readonly allowed: ReadonlyMap<string, AllowedValues>;
};

/** What a line makes: a card, or what is wrong with it. */
export type CheckedRow =
  | { readonly row: number; readonly card: ProductCard; readonly findings: readonly [] }
  | { readonly row: number; readonly card: null; readonly findings: readonly ImportFinding[] };

const articleMost = 50;
const nameMost = 500;

/** Holds one line of a sheet against the rules; everything that is wrong with it is found at once. */
export function checkRow({ row, cells }: SheetRow, rules: CardRules): CheckedRow {
  const findings: ImportFinding[] = [];

  /** The cell's value, or `instead` where it is empty; a wrong one is noted and gives null. */
  function take<Value>(
    column: SheetColumn,
    read: (text: string) => Read<Value>,
    instead: Value | null,
  ): Value | null {
    const text = cells.get(column)?.trim() ?? '';
    if (text === '') return instead;
    const result = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)/.test(text)
      ? wrong('cell-error', { value: shown(text) })
      : read(text);
    if (result.ok) return result.value;
    findings.push({ row, column, code: result.code, facts: result.facts });
    return null;
  }

  const wanted: readonly SheetColumn[] = [
    ...requiredColumns,
    ...rules.attributes.filter(({ isRequired }) => isRequired).map(({ id }) => columnOf(id)),
  ];
  for (const column of wanted)
    if ((cells.get(column)?.trim() ?? '') === '') findings.push({ row, column, code: 'required', facts: {} });

  const article = take('article', upTo(articleMost), null);
  const name = take('name', upTo(nameMost), null);
  const price = take('price', readPrice, null);
  const oldPrice = take('oldPrice', readOldPrice(price), null);
  const currency = take('currency', readCurrency, 'RUB');
  const vat = take('vat', readVat, null);
  const perUnit = take('sizeUnit', unitRead(millimetresIn), null);
  // Without a unit nothing can be said of the size, only whether it is a number.
  const side = (text: string) => readMeasure(text, perUnit ?? 0, longestSideMm, 'mm');
  const lengthMm = take('length', side, null);
  const widthMm = take('width', side, null);
  const heightMm = take('height', side, null);
  const gramsPerUnit = take('weightUnit', unitRead(gramsIn), null);
  const weightG = take('weight', (text) => readMeasure(text, gramsPerUnit ?? 0, greatestWeightG, 'g'), null);
  const barcode = take('barcode', readBarcode, '');
  const pictures = take('pictures', readPictures, null);
  const attributes: { id: string; values: readonly CardValue[] }[] = [];
  for (const attribute of rules.attributes) {
    const { id } = attribute;
    const read = (text: string) => readAttribute(text, attribute, rules.allowed.get(id) ?? null);
    const values = take(columnOf(id), read, []);
    if (values !== null && values.length > 0) attributes.push({ id, values });
  }
  if (findings.length > 0) return { row, card: null, findings };
  if (
    article === null ||
    name === null ||
    price === null ||
    currency === null ||
    vat === null ||
    barcode === null
  )
    throw new Error('a value without a finding is there');
  if (lengthMm === null || widthMm === null || heightMm === null || weightG === null || pictures === null)
    throw new Error('a value without a finding is there');
  return {
    row,
    card: {
      ...{ article, name, price, oldPrice, currency, vat, lengthMm, widthMm, heightMm, weightG },
      ...{ barcode, pictures, attributes },
    },
    findings: [],
  };
}

function upTo(most: number): (text: string) => Read<string> {
  return (text) =>
    text.length > most ? wrong('too-long', { length: text.length, most }) : { ok: true, value: text };
}

/** A price before a discount must be above the price; without a readable price only itself is looked at. */
function readOldPrice(price: string | null): (text: string) => Read<string | null> {
  return (text) => {
    // A zero says that there is none.
    if (/^0+([.,]0+)?$/.test(text)) return { ok: true, value: null };
    const read = readPrice(text);
    if (!read.ok || price === null || Number(read.value) > Number(price)) return read;
    return wrong('old-price-too-low', { value: shown(text), price });
  };
}

function unitRead(unitOf: (text: string) => number | null): (text: string) => Read<number> {
  return (text) => {
    const per = unitOf(text);
    return per === null ? wrong('unknown-unit', { value: shown(text) }) : { ok: true, value: per };
  };
}
