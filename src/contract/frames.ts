import { z } from 'zod';
import { Failure } from './failure.ts';

/** Window (or any other caller) to station. */
export const RequestFrame = z.object({
  id: z.int().min(1),
  procedure: z.string().max(64),
  input: z.unknown(),
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
