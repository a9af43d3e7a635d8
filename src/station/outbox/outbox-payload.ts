import { z } from 'zod';
import { Sku } from '#domain/ids.ts';
import { Contents } from '#domain/packing/session-event.ts';

/** What the bench owes the shop, by kind. Kept as JSON in the outbox; the subject is the posting's number. */
export const OutboxPayload = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('markings'), units: z.array(z.object({ sku: Sku, markingCode: z.string() })) }),
  z.object({ kind: z.literal('ship'), packages: z.array(z.object({ n: z.int(), contents: Contents })) }),
]);
export type OutboxPayload = z.infer<typeof OutboxPayload>;
