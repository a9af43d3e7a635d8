import type { Sku } from '#domain/ids.ts';
import type { Product } from '#domain/posting/product.ts';
import type { ReadableDatabase } from '../database/bench-database.ts';
import { type ManifestRow as StoredRow, streamManifest } from '../database/manifest-rows.ts';
import type { PackageRow } from '../database/packages.ts';
import { getPostingContents } from '../database/posting-contents.ts';
import { getPosting } from '../database/posting-record.ts';
import { getProducts } from '../database/products.ts';
import { localDayOf } from '../packing/local-day.ts';
import type { DocumentTexts } from './document-texts.ts';
import type { ManifestRow } from './manifest-row.ts';

type PackedRow = Pick<
  StoredRow,
  | 'posting'
  | 'shop'
  | 'package'
  | 'shopPosting'
  | 'carton'
  | 'units'
  | 'weightG'
  | 'packer'
  | 'packedAt'
  | 'cutoffAt'
  | 'deliveryMethod'
  | 'state'
>;

/** Every package of a day (the bench's own, "YYYY-MM-DD") in the order of packing; for workers, as it takes a while. */
export function readManifest(
  db: ReadableDatabase,
  day: string,
  states: DocumentTexts['states'],
): readonly ManifestRow[] {
  const productOf = rememberingProducts(db);
  return [...streamManifest(db, localDayOf(day))].map((row) => toManifestRow(db, row, states, productOf));
}

/** A stored package with the products in it, as documents show it; `states` are the words of the document's language. */
function toManifestRow(
  db: ReadableDatabase,
  row: PackedRow,
  states: DocumentTexts['states'],
  productOf: (sku: Sku) => Product | undefined,
): ManifestRow {
  // A second package carries the shop's own number; its lines are known once the shop has listed it.
  const posting =
    (row.shopPosting === null ? null : getPostingContents(db, row.shopPosting)) ??
    getPostingContents(db, row.posting);
  const lines = posting?.lines ?? [];
  return {
    posting: row.shopPosting ?? row.posting,
    shop: row.shop,
    package: row.package,
    carton: row.carton ?? '',
    weightG: row.weightG,
    packer: row.packer,
    packedAt: row.packedAt,
    cutoffAt: row.cutoffAt,
    deliveryMethod: row.deliveryMethod,
    units: row.units,
    lines: lines.map(({ sku, quantity }) => {
      const product = productOf(sku);
      return { sku, quantity, offerId: product?.offerId ?? '', name: product?.name ?? sku };
    }),
    trackingBarcodes: [...(posting?.labelBarcodes ?? [])],
    state: states[row.state],
  };
}

/** The same for one package by itself; null while it is not packed. */
export function packageAsManifestRow(
  db: ReadableDatabase,
  parcel: PackageRow,
  states: DocumentTexts['states'],
): ManifestRow | null {
  const posting = getPosting(db, parcel.posting)?.posting;
  if (posting === undefined || parcel.packedAt === null) return null;
  const { cutoffAt, deliveryMethod } = posting;
  return toManifestRow(
    db,
    {
      ...parcel,
      shop: posting.shop,
      package: parcel.n,
      packedAt: parcel.packedAt,
      cutoffAt,
      deliveryMethod: deliveryMethod.name,
    },
    states,
    rememberingProducts(db),
  );
}

/** The same few hundred products stand in thousands of packages. */
function rememberingProducts(db: ReadableDatabase): (sku: Sku) => Product | undefined {
  const known = new Map<Sku, Product | undefined>();
  return (sku) => {
    if (!known.has(sku)) known.set(sku, getProducts(db, [sku]).get(sku));
    return known.get(sku);
  };
}
