import { z } from 'zod';
import { isRecord, list, measure, optionalId, part, text, textOrNumber } from './fields.ts';

/** Ozon sends a picture as one address or as a list of them. */
const pictures = z.preprocess((value) => (typeof value === 'string' ? [value] : value), list(text));

/** An item of `/v3/product/info/list`: names, barcodes, pictures. */
export const WireProduct = z.object({
  id: optionalId,
  sku: optionalId,
  offer_id: textOrNumber,
  name: text,
  barcodes: list(textOrNumber),
  primary_image: pictures,
  images: pictures,
  /** One card can be sold under several SKUs. */
  sources: list(part(z.object({ sku: optionalId }))),
});
export type WireProduct = z.output<typeof WireProduct>;

/** An item of `/v4/product/info/attributes`: the only place with sizes and weight in declared units. */
export const WireSizes = z.object({
  id: optionalId,
  sku: optionalId,
  barcode: textOrNumber,
  barcodes: list(textOrNumber),
  depth: measure,
  width: measure,
  height: measure,
  dimension_unit: text,
  weight: measure,
  weight_unit: text,
  primary_image: pictures,
  images: pictures,
});
export type WireSizes = z.output<typeof WireSizes>;

/** The answer of `/v3/product/info/list`; items are parsed one by one. */
export const ProductListAnswer = z.preprocess(
  (value) => (isRecord(value) && isRecord(value.result) ? value.result : value),
  z.object({ items: z.array(z.unknown()) }),
);

/** The answer of `/v4/product/info/attributes`; items are parsed one by one. */
export const SizesAnswer = z
  .object({
    result: z
      .union([z.array(z.unknown()), z.object({ items: z.array(z.unknown()), last_id: text })])
      .nullish(),
    items: z.array(z.unknown()).nullish(),
    last_id: textOrNumber,
  })
  .refine((answer) => answer.result != null || answer.items != null, 'holds no list')
  .transform(({ result, items, last_id }) => {
    if (Array.isArray(result)) return { items: result, lastId: last_id };
    return { items: result?.items ?? items ?? [], lastId: result?.last_id || last_id };
  });
