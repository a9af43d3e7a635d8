import { z } from 'zod';
import { PostingNumber } from '#domain/ids.ts';
import type { ProcedureTable } from './procedure-table.ts';

const moment = z.number().nullable();

/** A buyer's request to cancel, as the shop tells it; times are epoch ms. */
export const CancellationRequestView = z.object({
  ...{ id: z.string(), posting: PostingNumber, reason: z.string(), message: z.string() },
  ...{ askedAt: moment, agreesAt: moment },
});
export type CancellationRequestView = z.infer<typeof CancellationRequestView>;

/** Goods that come back, as the shop tells it; `changedAt` is epoch ms. */
export const ReturnView = z.object({
  ...{ id: z.string(), posting: z.string(), name: z.string(), offer: z.string(), quantity: z.number() },
  ...{ reason: z.string(), state: z.string(), place: z.string(), barcode: z.string(), changedAt: moment },
  ...{ price: z.string(), target: z.string(), storage: z.string(), compensation: z.string() },
  ...{ givenBackAt: moment, readyAt: moment, disposalAt: moment, isOpened: z.boolean() },
  kind: z.enum(['cancellation', 'full-refusal', 'part-refusal', 'client', 'unknown']),
});
export type ReturnView = z.infer<typeof ReturnView>;

const rowsOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), unread: z.number(), isAll: z.boolean() });

/** What comes after the sale; read at the shop at every question, as it is nobody's hurry and never packed by. */
export const afterSaleProcedures = {
  /** The buyers' cancellation requests that wait for an answer. */
  'afterSale.cancellations': {
    role: 'packer',
    input: z.object({}),
    output: rowsOf(CancellationRequestView),
  },
  /** Agrees to a request or declines it. */
  'afterSale.decideCancellation': {
    role: 'lead',
    input: z.object({
      id: z.string().regex(/^\d{1,19}$/),
      posting: PostingNumber,
      isAgreed: z.boolean(),
      comment: z.string().max(500),
    }),
    output: z.object({ done: z.literal(true) }),
  },
  /** The returns of which something changed in the last 30 days. */
  'afterSale.returns': {
    role: 'packer',
    input: z.object({}),
    /** `keptSince` is when they were read, epoch ms, where the shop does not answer now; null where it does. */
    output: rowsOf(ReturnView).extend({ keptSince: moment }),
  },
} as const satisfies ProcedureTable;
