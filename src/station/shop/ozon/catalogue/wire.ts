import { z } from 'zod';
import { flag, id, list, part, text, textOrNumber, unwrapped } from '../wire/fields.ts';
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
