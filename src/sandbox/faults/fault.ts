import { z } from 'zod';

const when = {
  /** Path of the method, `*` for any text; default: every method. */
  method: z.string().min(1).default('*'),
  /** Only requests whose body or address contains this text, for example a posting number. */
  containing: z.string().default(''),
  /** How many requests it hits; null: until taken back. */
  count: z.int().min(1).nullable().default(1),
  /** How many matching requests pass before the first is hit. */
  skip: z.int().min(0).default(0),
  /** Chance of each matching request, 0 to 1. */
  probability: z.number().min(0).max(1).default(1),
};

/** A fault as it is ordered through the admin route. */
export const faultSchema = z.discriminatedUnion('kind', [
  z.object({ ...when, kind: z.literal('latency'), ms: z.number().min(0).max(600_000) }),
  z.object({
    ...when,
    kind: z.literal('429'),
    retryAfterS: z.int().min(0).nullable().default(null),
    /** For the operations of product cards, which are counted by the minute and the day. */
    itemRetryAfterMin: z.int().min(0).nullable().default(null),
  }),
  z.object({ ...when, kind: z.literal('500') }),
  z.object({ ...when, kind: z.literal('502') }),
  z.object({
    ...when,
    kind: z.literal('refusal'),
    http: z.int().min(400).max(599),
    code: z.int().default(3),
    message: z.string(),
  }),
  z.object({ ...when, kind: z.literal('closed') }),
  z.object({ ...when, kind: z.literal('lostAnswer') }),
  /** `clean`: the half answer arrives as if it were whole. */
  z.object({ ...when, kind: z.literal('cutAnswer'), clean: z.boolean().default(false) }),
  z.object({ ...when, kind: z.literal('unknownFields') }),
  z.object({ ...when, kind: z.literal('unknownStatus'), status: z.string().default('awaiting_teleport') }),
  z.object({ ...when, kind: z.literal('idsAsText') }),
  z.object({ ...when, kind: z.literal('wrapped') }),
  z.object({ ...when, kind: z.literal('nulls') }),
  z.object({ ...when, kind: z.literal('malformedPosting') }),
]);
export type Fault = z.output<typeof faultSchema>;
export type FaultKind = Fault['kind'];
