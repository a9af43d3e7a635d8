import { z } from 'zod';
import { Sku } from '#domain/ids.ts';
import { Contents } from '#domain/packing/session-event.ts';

/** What the shop must know of one unit; a number that is null does not exist. */
const UnitFacts = z.object({
  sku: Sku,
  markingCode: z.string().optional(),
  imei: z.string().optional(),
  jewelryUin: z.string().optional(),
  weightG: z.number().optional(),
  customsDeclaration: z.string().nullable().optional(),
  batchNumber: z.string().nullable().optional(),
});

/** What the bench owes the shop, by kind. Kept as JSON in the outbox; the subject is the posting's number. */
export const OutboxPayload = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('markings'), units: z.array(UnitFacts) }),
  z.object({ kind: z.literal('ship'), packages: z.array(z.object({ n: z.int(), contents: Contents })) }),
]);
export type OutboxPayload = z.infer<typeof OutboxPayload>;

/** What a row says; null where this version cannot read it. Throws for text that is no JSON, which no row holds. */
export function parseOutboxPayload(text: string): OutboxPayload | null {
  const payload = OutboxPayload.safeParse(JSON.parse(text));
  return payload.success ? payload.data : null;
}
