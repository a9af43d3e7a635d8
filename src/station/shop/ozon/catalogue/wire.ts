import { z } from 'zod';
import { flag, id, list, measure, optionalId, part, text, textOrNumber, unwrapped } from '../wire/fields.ts';
import { WireProduct } from '../wire/product.ts';

/** An item of `/v3/product/list`; everything else about it is read by its id. */
export const WireListed = z.object({ product_id: id, archived: flag });
export type WireListed = z.output<typeof WireListed>;

/** The answer of `/v3/product/list`; `total` beside `total_items` is switched off since 2026-11-23. Items are parsed one by one. */
export const CardListAnswer = unwrapped(
  z.object({ items: list(z.unknown()), last_id: textOrNumber, total_items: z.number().nullish() }),
);

/** An item of `/v3/product/info/list` as the seller sees it. */
export const WireShownCard = WireProduct.extend({
  id,
  price: textOrNumber,
  old_price: textOrNumber,
  min_price: textOrNumber,
  currency_code: text,
  is_archived: flag,
  is_autoarchived: flag,
  statuses: part(z.object({ status: text, status_name: text, status_failed: text })),
  errors: list(part(z.object({ code: text, texts: part(z.object({ message: text, description: text })) }))),
});
export type WireShownCard = z.output<typeof WireShownCard>;

/** What is missing is none. */
const count = measure.transform((value) => value ?? 0);

/** The answer of `/v1/barcode/add`: what was not taken; nothing where all was. */
export const BarcodesAddedAnswer = unwrapped(
  z.object({ errors: list(z.object({ code: text, error: text, barcode: textOrNumber, sku: optionalId })) }),
);

/** The answer of `/v1/barcode/generate`. */
export const BarcodesMadeAnswer = unwrapped(
  z.object({ errors: list(z.object({ code: text, error: text, product_id: optionalId })) }),
);

/** A row of `/v2/product/info/stocks-by-warehouse/fbs`. */
export const WireStock = z.object({
  product_id: id,
  warehouse_id: id,
  warehouse_name: text,
  free_stock: count,
  reserved: count,
});

/** The answer of `/v2/product/info/stocks-by-warehouse/fbs`; rows are parsed one by one. */
export const StocksAnswer = unwrapped(
  z.object({ products: list(z.unknown()), has_next: flag, cursor: text }),
);

const errors = list(z.object({ code: text, message: text }));

/** The answer of `/v2/products/stocks`. */
export const StocksWrittenAnswer = z.object({
  result: list(z.object({ product_id: optionalId, warehouse_id: optionalId, updated: flag, errors })),
});

/** The answer of `/v1/product/import/prices`. */
export const PricesWrittenAnswer = z.object({
  result: list(z.object({ product_id: optionalId, updated: flag, errors })),
});

/** Ozon sends these amounts as floating numbers; two places are all they hold. */
const floatAmount = z
  .union([
    z
      .number()
      .nonnegative()
      .transform((value) => value.toFixed(2)),
    z.string(),
  ])
  .nullish()
  .transform((value) => value ?? '');

/** A row of `/v5/product/info/prices`. */
export const WirePrice = z.object({
  product_id: id,
  price: z.object({
    price: floatAmount,
    old_price: floatAmount,
    min_price: floatAmount,
    currency_code: text,
  }),
});

/** The answer of `/v5/product/info/prices`; rows are parsed one by one. */
export const PricesAnswer = unwrapped(z.object({ items: list(z.unknown()), cursor: text }));
