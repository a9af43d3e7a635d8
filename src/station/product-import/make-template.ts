import type { Language } from '#contract/language.ts';
import { importTexts } from '#contract/texts/product-import/import-sentences.ts';
import type { AllowedValues, ProductAttribute } from '#domain/catalogue/product-attribute.ts';
import { type TemplateColumn, templateColumns } from './column-titles.ts';
import type { WrittenSheet } from './write-sheet.ts';

/** Values that a template lists for one characteristic; a longer list is looked up when the file is checked. */
const listedMost = 2_000;

/** The sheets of a template: an empty one for products, the allowed values, and what goes into each column. */
export function makeTemplate(
  attributes: readonly ProductAttribute[],
  allowed: ReadonlyMap<string, AllowedValues>,
  language: Language,
): readonly WrittenSheet[] {
  const { sheet } = importTexts[language];
  const columns = templateColumns(attributes, language);
  const lists = columns.flatMap(({ title, attribute }) => {
    const values = attribute === null ? null : listedValues(attribute, allowed);
    return values === null ? [] : [{ title, values }];
  });
  const longest = Math.max(0, ...lists.map(({ values }) => values.length));
  const products = {
    name: sheet.products,
    rows: [columns.map(({ title }) => title)],
    widths: columns.map(({ title }) => Math.min(Math.max(title.length + 2, 12), 40)),
  };
  const howTo = {
    name: sheet.howTo,
    rows: [
      [sheet.columnName, sheet.isRequired, sheet.whatGoesIn],
      ...columns.map((column) => [
        column.title,
        column.isRequired ? sheet.yes : '',
        whatGoesIn(column, allowed, language),
      ]),
    ],
    widths: [34, 14, 100],
  };
  if (lists.length === 0) return [products, howTo];
  const values = {
    name: sheet.allowed,
    rows: [
      lists.map(({ title }) => title),
      ...Array.from({ length: longest }, (_, at) => lists.map((list) => list.values[at]?.text ?? '')),
    ],
    widths: lists.map(() => 26),
  };
  return [products, values, howTo];
}

function listedValues({ id, hasList }: ProductAttribute, allowed: ReadonlyMap<string, AllowedValues>) {
  const known = allowed.get(id);
  if (!hasList || known === undefined || !known.isAll || known.values.length > listedMost) return null;
  return known.values;
}

function whatGoesIn(
  { column, attribute }: TemplateColumn,
  allowed: ReadonlyMap<string, AllowedValues>,
  language: Language,
): string {
  const { hint } = importTexts[language];
  if (attribute === null) {
    const fixed = Object.entries(hint).find(([key]) => key === column);
    return fixed?.[1] ?? '';
  }
  const { kind, hasList, valuesMax, about } = attribute;
  const ofList = listedValues(attribute, allowed) === null ? hint.longList : hint.list;
  const ofKind = kind === 'text' || kind === 'other' ? '' : hint[kind];
  const several = valuesMax === 1 ? '' : `${hint.several}${valuesMax === null ? '' : ` (≤ ${valuesMax})`}`;
  return [hasList ? ofList : ofKind, several, about.replace(/<[^>]{0,200}>/g, ' ')]
    .filter((text) => text.trim() !== '')
    .join('. ');
}
