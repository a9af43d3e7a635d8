import { z } from 'zod';
import { ShopId } from '#domain/ids.ts';
import { Failure } from './failure.ts';

/** Window (or any other caller) to station. */
export const RequestFrame = z.object({
  id: z.int().min(1),
  procedure: z.string().max(64),
  input: z.unknown(),
  /** Which shop it is about, where the input names no posting; may be left out while there is no more than one. */
  shop: ShopId.optional(),
});
export type RequestFrame = z.infer<typeof RequestFrame>;

/** Station to caller: the answer to a request. */
export const ResponseFrame = z.union([
  z.object({ id: z.int(), ok: z.literal(true), value: z.unknown() }),
  z.object({ id: z.int(), ok: z.literal(false), error: Failure }),
]);
export type ResponseFrame = z.infer<typeof ResponseFrame>;

/** Station to everyone: something happened. */
export const EventFrame = z.object({ event: z.string().max(64), data: z.unknown() });
export type EventFrame = z.infer<typeof EventFrame>;

export type StationFrame = ResponseFrame | EventFrame;
