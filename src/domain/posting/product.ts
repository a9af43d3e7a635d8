import { z } from 'zod';
import { Sku } from '../ids.ts';

/** Three edges in mm, the third vertical when the product stands as it is meant to stand. */
export const SizeMm = z
  .tuple([z.number().positive(), z.number().positive(), z.number().positive()])
  .readonly();
export type SizeMm = z.infer<typeof SizeMm>;

/** What the bench knows of a product. Unknown size or weight stays null: a guess would pick a wrong carton. */
export const Product = z.object({
  sku: Sku,
  offerId: z.string().max(200),
  name: z.string().max(1000),
  /** As the shop lists them: EAN, UPC, `OZN…`; compared as GTIN-14 where they are digits. */
  barcodes: z.array(z.string().min(1).max(200)),
  sizeMm: SizeMm.nullable(),
  weightG: z.number().positive().nullable(),
  pictureUrl: z.string().max(2000).nullable(),
  /** May it be turned on any side, or must its third edge stay vertical? */
  upright: z.enum(['any', 'keep']),
  fragile: z.boolean(),
});
export type Product = z.infer<typeof Product>;
