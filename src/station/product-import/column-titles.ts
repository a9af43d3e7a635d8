import { Language } from '#contract/language.ts';
import { columnName, importTexts } from '#contract/texts/product-import/import-sentences.ts';
import type { ProductAttribute } from '#domain/catalogue/product-attribute.ts';
import { columnOf, fixedColumns, requiredColumns, type SheetColumn } from '#domain/catalogue/sheet-column.ts';

/** A column of a template, in its order. */
export type TemplateColumn = {
  readonly column: SheetColumn;
  /** As it stands in the first line: "Brand* [85]"; the number finds the characteristic whatever its name is. */
  readonly title: string;
  readonly isRequired: boolean;
  /** Null for a fixed column. */
  readonly attribute: ProductAttribute | null;
};

/** The columns of a sheet of products of one kind. */
export function templateColumns(
  attributes: readonly ProductAttribute[],
  language: Language,
): readonly TemplateColumn[] {
  return [
    ...fixedColumns.map((column) => {
      const isRequired = requiredColumns.includes(column);
      return {
        column,
        title: `${columnName(language, column, [])}${isRequired ? '*' : ''}`,
        isRequired,
        attribute: null,
      };
    }),
    ...attributes.map((attribute) => {
      const { id, name, isRequired } = attribute;
      return {
        column: columnOf(id),
        title: `${name}${isRequired ? '*' : ''} [${id}]`,
        isRequired,
        attribute,
      };
    }),
  ];
}

/**
 * The column that a title names, in any of the languages; null for one that is none of ours. A characteristic is known by
 * its number, else by its name where only one has it.
 */
export function columnOfTitle(title: string, attributes: readonly ProductAttribute[]): SheetColumn | null {
  const number = /\[(\d{1,20})\]\s*$/.exec(title)?.[1];
  if (number !== undefined) return attributes.some(({ id }) => id === number) ? columnOf(number) : null;
  const name = plain(title);
  if (name === '') return null;
  for (const language of Language.options) {
    const fixed = fixedColumns.find((column) => plain(importTexts[language].column[column]) === name);
    if (fixed !== undefined) return fixed;
  }
  const [only, ...others] = attributes.filter((attribute) => plain(attribute.name) === name);
  return only !== undefined && others.length === 0 ? columnOf(only.id) : null;
}

function plain(title: string): string {
  return title.trim().replace(/\*$/, '').trim().toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ');
}
