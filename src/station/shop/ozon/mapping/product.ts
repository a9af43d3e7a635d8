import type { z } from 'zod';
import type { Sku } from '#domain/ids.ts';
import { Product } from '#domain/posting/product.ts';
import type { WireProduct, WireSizes } from '../wire/product.ts';
import { sizeInMm, weightInG } from './units.ts';

const URL_LENGTH = 2000;

/** A product in the bench's words, or why it is none. `sizes` null leaves size and weight unknown. */
export function productFromWire(
  sku: Sku,
  wire: WireProduct,
  sizes: WireSizes | null,
): z.ZodSafeParseResult<Product> {
  return Product.safeParse({
    sku,
    offerId: wire.offer_id,
    name: wire.name,
    barcodes: barcodesOf(wire, sizes),
    sizeMm: sizes === null ? null : sizeInMm([sizes.depth, sizes.width, sizes.height], sizes.dimension_unit),
    weightG: sizes === null ? null : weightInG(sizes.weight, sizes.weight_unit),
    pictureUrl: pictureOf(wire, sizes),
    // Ozon declares neither; the bench's own packing rules do.
    upright: 'any',
    fragile: false,
  });
}

/** Every barcode that either reading names, once each. */
export function barcodesOf(wire: WireProduct, sizes: WireSizes | null): string[] {
  const all = [...wire.barcodes, ...(sizes === null ? [] : [...sizes.barcodes, sizes.barcode])];
  return [...new Set(all.filter((barcode) => barcode !== ''))];
}

/** The first picture that has an http(s) address; null where none has. */
export function pictureOf(wire: WireProduct, sizes: WireSizes | null): string | null {
  const all = [
    ...wire.primary_image,
    ...wire.images,
    ...(sizes?.primary_image ?? []),
    ...(sizes?.images ?? []),
  ];
  return (
    all.find((url) => /^https?:\/\//i.test(url) && URL.canParse(url) && url.length <= URL_LENGTH) ?? null
  );
}
