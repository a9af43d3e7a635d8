import { toPrintableLines, toPrintableText } from '#domain/labels/printable-text.ts';
import type { DocumentTexts } from './document-texts.ts';
import type { ManifestRow } from './manifest-row.ts';

/** What a cell holds: text, a number, or a moment as epoch ms. */
export type ManifestCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number | null }
  | { readonly kind: 'time'; readonly at: number | null };

/** A column of the manifest as exported; `width` in characters. */
export type ManifestColumn = {
  readonly key: keyof DocumentTexts['columns'];
  readonly width: number;
  /** `shopName`: how a shop is called, by its id. */
  readonly cell: (row: ManifestRow, shopName: (shop: string) => string) => ManifestCell;
};

function text(value: string): ManifestCell {
  return { kind: 'text', text: toPrintableLines(value) };
}

/** The columns of the spreadsheet and of the CSV, in this order; it is an interface to other programs, add at the end only. */
export const MANIFEST_COLUMNS: readonly ManifestColumn[] = [
  { key: 'posting', width: 22, cell: (row) => text(row.posting) },
  { key: 'package', width: 9, cell: (row) => ({ kind: 'number', value: row.package }) },
  { key: 'state', width: 14, cell: (row) => text(row.state) },
  { key: 'carton', width: 10, cell: (row) => text(row.carton) },
  { key: 'weightG', width: 11, cell: (row) => ({ kind: 'number', value: row.weightG }) },
  { key: 'units', width: 9, cell: (row) => ({ kind: 'number', value: row.units }) },
  { key: 'contents', width: 60, cell: (row) => text(contents(row)) },
  { key: 'packer', width: 16, cell: (row) => text(row.packer) },
  { key: 'packedAt', width: 17, cell: (row) => ({ kind: 'time', at: row.packedAt }) },
  { key: 'cutoffAt', width: 17, cell: (row) => ({ kind: 'time', at: row.cutoffAt }) },
  { key: 'deliveryMethod', width: 28, cell: (row) => text(row.deliveryMethod) },
  { key: 'trackingBarcodes', width: 28, cell: (row) => text(row.trackingBarcodes.join(' ')) },
  { key: 'shop', width: 18, cell: (row, shopName) => text(shopName(row.shop)) },
];

/** What is in a package, in one line: `2 × Cup (CUP-1); 1 × Lid (LID-1)`. */
export function contents(row: ManifestRow): string {
  return row.lines
    .map(({ quantity, name, offerId, sku }) => `${quantity} × ${name} (${offerId === '' ? sku : offerId})`)
    .map(toPrintableText)
    .join('; ');
}
