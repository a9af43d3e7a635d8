import { z } from 'zod';
import { PostingNumber, ShopId, Sku } from '../ids.ts';
import { Handling } from './handling.ts';

/** What the shop demands of each unit of a line before it accepts the package. */
export const Requirement = z.enum([
  'marking-code',
  'customs-declaration',
  'country',
  'batch-number',
  'imei',
  'jewelry-uin',
  /** A number of a unit of which an earlier version did not keep which one; the next reading says it. */
  'serial',
  'unit-weight',
  /** A demand that this version does not know. */
  'unknown',
]);
export type Requirement = z.infer<typeof Requirement>;

/** A product and a quantity in a posting. */
export const Line = z.object({
  sku: Sku,
  quantity: z.int().min(1).max(100_000),
  requires: z.array(Requirement),
});
export type Line = z.infer<typeof Line>;

/**
 * Where a posting stands for the shop. `unknown` keeps a status that this version does not know:
 * it is shown in the shop's own word and never packed.
 */
export const PostingStatus = z.enum([
  'waiting',
  'to-pack',
  'registering',
  'packed',
  'disputed',
  'handed-over',
  'delivered',
  'cancelled',
  'unknown',
]);
export type PostingStatus = z.infer<typeof PostingStatus>;

/** What the marketplace wants shipped as one. */
export const Posting = z.object({
  number: PostingNumber,
  shop: ShopId,
  status: PostingStatus,
  /** The shop's own word for the status, shown where ours is not enough. */
  shopStatus: z.string().max(200),
  /** Where a parcel is that is under way, in the shop's own word; absent where the status says it all. */
  shopStep: z.string().max(200).optional(),
  /** The moment by which the posting must be handed over, epoch ms; null when the shop does not say. */
  cutoffAt: z.int().nullable(),
  lines: z.array(Line).min(1),
  deliveryMethod: z.object({
    id: z.string(),
    name: z.string(),
    warehouse: z.string(),
  }),
  /** Everything a scanner may read off the shop's label, besides the number itself. */
  labelBarcodes: z.array(z.string().min(1).max(200)),
  isExpress: z.boolean(),
  handling: Handling,
});
export type Posting = z.infer<typeof Posting>;

/** What a packer can give the shop at the bench; everything else is filled in in the shop's own cabinet. */
const givenHere: ReadonlySet<Requirement> = new Set(['marking-code', 'imei', 'jewelry-uin', 'unit-weight']);

/**
 * What the shop demands of a posting that waits to be packed and nobody can give at a bench: it would be packed in full
 * and then refused. Empty once the shop has it, or has the posting packed.
 */
export function missingAtShop({ status, lines }: Pick<Posting, 'status' | 'lines'>): readonly Requirement[] {
  if (status !== 'to-pack') return [];
  return [...new Set(lines.flatMap((line) => line.requires))].filter((one) => !givenHere.has(one));
}
