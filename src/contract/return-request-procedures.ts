import { z } from 'zod';
import { PostingNumber } from '#domain/ids.ts';
import type { ProcedureTable } from './procedure-table.ts';

const Id = z.string().regex(/^\d{1,20}$/);
const SmallId = z.string().regex(/^-?\d{1,9}$/);

/** A buyer's wish to send goods back to the seller alone; `askedAt` is epoch ms. */
export const ReturnRequestView = z.object({
  ...{ id: z.string(), number: z.string(), posting: z.string(), name: z.string(), offer: z.string() },
  ...{ price: z.string(), state: z.string(), askedAt: z.number().nullable() },
});
export type ReturnRequestView = z.infer<typeof ReturnRequestView>;

/** All that the shop says of one, and what it lets the seller do with it now. */
export const ReturnRequestDetailView = ReturnRequestView.extend({
  ...{ reason: z.string(), isDefect: z.boolean(), message: z.string(), pictures: z.int() },
  ...{ way: z.string(), tracking: z.string(), rejection: z.string() },
  actions: z.array(
    z.object({ id: z.string(), name: z.string(), needs: z.enum(['nothing', 'reason', 'amount']) }),
  ),
  rejectionReasons: z.array(z.object({ id: z.string(), name: z.string(), hint: z.string() })),
});
export type ReturnRequestDetailView = z.infer<typeof ReturnRequestDetailView>;

/** Returns that buyers agree with the seller about; the shop is asked at once. */
export const returnRequestProcedures = {
  'returnRequest.list': {
    role: 'packer',
    input: z.object({ which: z.enum(['waiting', 'all']) }),
    output: z.object({ rows: z.array(ReturnRequestView), unread: z.number(), isAll: z.boolean() }),
  },
  'returnRequest.get': { role: 'packer', input: z.object({ id: Id }), output: ReturnRequestDetailView },
  /** Does something that the shop offers, once. */
  'returnRequest.act': {
    role: 'lead',
    input: z.object({
      ...{ id: Id, number: z.string().max(64), posting: PostingNumber, action: SmallId },
      /** For an action that needs a reason. */
      ...{ reasonId: SmallId.nullable(), comment: z.string().trim().max(1000) },
      /** For an action that needs an amount, in the product's currency. */
      amount: z.number().positive().max(10_000_000).nullable(),
    }),
    output: z.object({ done: z.literal(true) }),
  },
} as const satisfies ProcedureTable;
