import { z } from 'zod';

/** The shop's number of a posting, as printed and as sent to the shop (Ozon: `12345678-0001-1`). */
export const PostingNumber = z.string().trim().min(1).max(64).brand<'PostingNumber'>();
export type PostingNumber = z.infer<typeof PostingNumber>;

/** The shop's id of a product, always text even where the shop sends a number. */
export const Sku = z.string().trim().min(1).max(64).brand<'Sku'>();
export type Sku = z.infer<typeof Sku>;

/** A seller account on this bench. */
export const ShopId = z.string().trim().min(1).max(64).brand<'ShopId'>();
export type ShopId = z.infer<typeof ShopId>;

/** A packer or a lead, as on the badge: letters, digits, dash and underscore, so that it survives as a control code. */
export const ActorId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,32}$/)
  .brand<'ActorId'>();
export type ActorId = z.infer<typeof ActorId>;

/** A workplace. */
export const BenchId = z.string().trim().min(1).max(32).brand<'BenchId'>();
export type BenchId = z.infer<typeof BenchId>;

/** A carton type's code as printed on its shelf; part of the control code `PB-BOX-<code>`. */
export const CartonCode = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,24}$/)
  .brand<'CartonCode'>();
export type CartonCode = z.infer<typeof CartonCode>;

/** One packing of one posting; a UUIDv7, so that ids sort by their start. */
export const SessionId = z.uuid().brand<'SessionId'>();
export type SessionId = z.infer<typeof SessionId>;
