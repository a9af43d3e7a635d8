import { z } from 'zod';
import { Sku } from '../ids.ts';
import { SizeMm } from '../posting/product.ts';

/** The shop's own number of a card; digits. */
export const CardId = z
  .string()
  .regex(/^[1-9]\d{0,18}$/)
  .brand<'CardId'>();
export type CardId = z.infer<typeof CardId>;

/** An amount of money as decimal text with at most two places, as shops write it: never a float. */
export const Amount = z.string().regex(/^\d{1,10}(\.\d{1,2})?$/);
export type Amount = z.infer<typeof Amount>;

/** A product as the seller keeps it at the shop. */
export const ListedCard = z.object({
  id: CardId,
  /** Null while the shop has not made it a thing to sell. */
  sku: Sku.nullable(),
  /** The seller's own article. */
  offer: z.string().max(200),
  name: z.string().max(1000),
  barcodes: z.array(z.string().min(1).max(200)),
  sizeMm: SizeMm.nullable(),
  weightG: z.number().positive().nullable(),
  /** Size and weight with the units in which the card declares them; "" where it does not. */
  declared: z.string().max(200),
  pictureUrl: z.string().max(2000).nullable(),
  isArchived: z.boolean(),
  /** The shop's word for where it stands, and the same for people; "" where it says none. */
  status: z.string().max(200),
  statusText: z.string().max(500),
  price: Amount.nullable(),
  oldPrice: Amount.nullable(),
  minPrice: Amount.nullable(),
  /** ISO 4217, "" where the shop does not say. */
  currency: z.string().max(10),
  /** What the shop has against it, in its own words. */
  troubles: z.array(z.string().max(1000)).max(100),
});
export type ListedCard = z.infer<typeof ListedCard>;
