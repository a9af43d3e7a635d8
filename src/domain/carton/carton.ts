import { z } from 'zod';
import { CartonCode } from '../ids.ts';
import { SizeMm } from '../posting/product.ts';

/** A box type on the bench's shelf. */
export const Carton = z.object({
  code: CartonCode,
  innerMm: SizeMm,
  outerMm: SizeMm,
  tareG: z.number().min(0).max(50_000),
  maxLoadG: z.number().positive().max(1_000_000),
  costKopecks: z.int().min(0).exactOptional(),
});
export type Carton = z.infer<typeof Carton>;
