/** What every product needs, whatever it is, in the order of the template. */
export const fixedColumns = [
  'article',
  'name',
  'price',
  'oldPrice',
  'currency',
  'vat',
  'length',
  'width',
  'height',
  'sizeUnit',
  'weight',
  'weightUnit',
  'barcode',
  'pictures',
] as const;
export type FixedColumn = (typeof fixedColumns)[number];

/** A column of a sheet of products: a fixed one, or a characteristic's by its id. */
export type SheetColumn = FixedColumn | `a:${string}`;

/** Columns that a product cannot be made without. */
export const requiredColumns: readonly FixedColumn[] = [
  ...(['article', 'name', 'price', 'vat', 'length', 'width', 'height', 'sizeUnit'] as const),
  ...(['weight', 'weightUnit', 'pictures'] as const),
];

/** A characteristic's column. */
export function columnOf(attributeId: string): SheetColumn {
  return `a:${attributeId}`;
}

/** A line of a sheet: its number as the person sees it, and what its cells say; an empty cell is absent. */
export type SheetRow = { readonly row: number; readonly cells: ReadonlyMap<SheetColumn, string> };
