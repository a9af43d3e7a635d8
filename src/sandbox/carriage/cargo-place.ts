import { z } from 'zod';

/** A box or pallet of trusted acceptance. Times in epoch ms. */
export const cargoPlaceSchema = z.object({
  id: z.int(),
  number: z.int(),
  warehouseId: z.int(),
  cargoType: z.enum(['box', 'pallet']),
  sortType: z.enum(['sort', 'non-sort']),
  status: z.enum(['new', 'approved', 'cancelled']),
  postingNumbers: z.array(z.string()),
  /** The pallet that it stands on. */
  parentId: z.int().nullable(),
  createdAt: z.number(),
});
export type CargoPlace = z.infer<typeof cargoPlaceSchema>;

/** Something that the marketplace does with cargo places a moment after it was asked. */
export const cargoTaskSchema = z.object({
  id: z.int(),
  isDone: z.boolean(),
  change: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('fill'), place: z.int(), numbers: z.array(z.string()) }),
    z.object({ kind: z.literal('take-out'), place: z.int(), numbers: z.array(z.string()) }),
    z.object({ kind: z.literal('put-on'), pallet: z.int(), boxes: z.array(z.int()) }),
    z.object({ kind: z.literal('take-off'), pallet: z.int(), boxes: z.array(z.int()) }),
    z.object({ kind: z.literal('approve'), places: z.array(z.int()) }),
    z.object({ kind: z.literal('cancel'), places: z.array(z.int()) }),
  ]),
});
export type CargoTask = z.infer<typeof cargoTaskSchema>;
export type CargoChange = CargoTask['change'];
