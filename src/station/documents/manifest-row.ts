import { z } from 'zod';

/** One package of the day's manifest. Times are epoch ms, the weight is grams, `package` counts from 1 within its posting. */
export const ManifestRow = z.object({
  posting: z.string(),
  /** Whose posting it is: the shop's id. */
  shop: z.string(),
  package: z.int().min(1),
  carton: z.string(),
  weightG: z.number().min(0).nullable(),
  packer: z.string(),
  packedAt: z.int(),
  cutoffAt: z.int().nullable(),
  deliveryMethod: z.string(),
  units: z.int().min(0),
  lines: z.array(
    z.object({ sku: z.string(), offerId: z.string(), name: z.string(), quantity: z.int().min(1) }),
  ),
  trackingBarcodes: z.array(z.string()),
  state: z.string(),
});
export type ManifestRow = z.infer<typeof ManifestRow>;

/** What a manifest says besides its rows. */
export const ManifestHeading = z.object({
  /** The warehouse's day, "YYYY-MM-DD". */
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  /** The shops of the bench and how they are called. */
  shops: z.array(z.object({ id: z.string(), name: z.string() })),
  bench: z.string(),
  /** IANA name of the zone in which times are written, for example "Europe/Moscow". */
  timeZone: z.string(),
  /** When the manifest was asked for, epoch ms. */
  generatedAt: z.int(),
});
export type ManifestHeading = z.infer<typeof ManifestHeading>;

/** How the shops of a manifest are called; one that the bench does not have any more is called by its id. */
export function shopNamer({ shops }: Pick<ManifestHeading, 'shops'>): (shop: string) => string {
  const names = new Map(shops.map(({ id, name }) => [id, name]));
  return (shop) => names.get(shop) ?? shop;
}

/** Packages, units and known weight of a whole manifest. */
export type ManifestTotals = { readonly packages: number; readonly units: number; readonly weightG: number };

/** Adds up a manifest; a package whose weight is not known counts as 0 g. */
export function manifestTotals(rows: readonly ManifestRow[]): ManifestTotals {
  let units = 0;
  let weightG = 0;
  for (const row of rows) {
    units += row.units;
    weightG += row.weightG ?? 0;
  }
  return { packages: rows.length, units, weightG };
}
