import type { ImportTexts } from '#contract/texts/product-import/en.ts';
import type { ProductAttribute } from '#domain/catalogue/product-attribute.ts';
import {
  columnOf,
  requiredColumns,
  type SheetColumn,
  type SheetRow,
} from '#domain/catalogue/sheet-column.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { columnOfTitle } from './column-titles.ts';
import { rowsMost, type Table } from './sheet-limits.ts';

/** Why a table is no sheet of products of this kind; its sentence stands in `contract/texts/product-import`. */
export type SheetProblem = {
  readonly code: keyof ImportTexts['problem'];
  /** Columns are named by their keys. */
  readonly facts: Readonly<Record<string, string | number>>;
  readonly columns: readonly SheetColumn[];
};

/** The lines of a sheet of products, and the titles that mean nothing to it. */
export type ProductSheet = {
  readonly rows: readonly SheetRow[];
  readonly columns: readonly SheetColumn[];
  readonly ignored: readonly string[];
};

/** The titles stand in one of the first lines. */
const headerWithin = 10;

/** Finds the titles of a table and reads the lines below them; lines without anything in our columns are left out. */
export function rowsOfTable(
  table: Table,
  attributes: readonly ProductAttribute[],
): Result<ProductSheet, SheetProblem> {
  const read = (titles: readonly string[]) => titles.map((title) => columnOfTitle(title, attributes));
  const headerAt = table.slice(0, headerWithin).findIndex((titles) => read(titles).includes('article'));
  const titles = table[headerAt];
  if (titles === undefined) return err({ code: 'no-header', facts: {}, columns: [] });
  const columns = read(titles);
  const twice = columns.findIndex((column, index) => column !== null && columns.indexOf(column) < index);
  if (twice >= 0) return err({ code: 'column-twice', facts: { title: titles[twice] ?? '' }, columns: [] });
  const wanted: readonly SheetColumn[] = [
    ...requiredColumns,
    ...attributes.filter(({ isRequired }) => isRequired).map(({ id }) => columnOf(id)),
  ];
  const missing = wanted.filter((column) => !columns.includes(column));
  if (missing.length > 0) return err({ code: 'columns-missing', facts: {}, columns: missing });

  const rows: SheetRow[] = [];
  for (let index = headerAt + 1; index < table.length; index += 1) {
    const cells = new Map<SheetColumn, string>();
    for (const [at, column] of columns.entries()) {
      const text = table[index]?.[at]?.trim() ?? '';
      if (column !== null && text !== '') cells.set(column, text);
    }
    if (cells.size > 0) rows.push({ row: index + 1, cells });
  }
  if (rows.length === 0) return err({ code: 'no-rows', facts: {}, columns: [] });
  if (rows.length > rowsMost) return err({ code: 'too-many-rows', facts: { most: rowsMost }, columns: [] });
  return ok({
    rows,
    columns: columns.filter((column) => column !== null),
    ignored: titles.filter((title, at) => title.trim() !== '' && columns[at] === null),
  });
}
