import { z } from 'zod';
import { PostingNumber } from '#domain/ids.ts';
import type { ProcedureTable } from './procedure-table.ts';

const DeliveryStep = z.enum(['delivering', 'last-mile', 'delivered']);

/** Parcels that the seller delivers; the shop is asked at once, and offers only what it takes now. */
export const deliveryProcedures = {
  'delivery.read': {
    role: 'packer',
    input: z.object({ posting: PostingNumber }),
    output: z.object({
      ...{ posting: PostingNumber, shopStatus: z.string(), deliveryMethod: z.string() },
      ...{ trackingNumber: z.string(), steps: z.array(DeliveryStep), takesTrackingNumber: z.boolean() },
      ...{ cutoffAt: z.number().nullable(), takesCutoff: z.boolean(), takesTimeslot: z.boolean() },
      isExpress: z.boolean(),
    }),
  },
  'delivery.track': {
    role: 'packer',
    input: z.object({ posting: PostingNumber, tracking: z.string().trim().min(1).max(50) }),
    output: z.object({ done: z.literal(true) }),
  },
  'delivery.tell': {
    role: 'packer',
    input: z.object({ posting: PostingNumber, step: DeliveryStep }),
    output: z.object({ done: z.literal(true) }),
  },
  /** Gives several parcels their carrier's numbers, and says what came of each. */
  'delivery.trackMany': {
    role: 'packer',
    input: z.object({
      pairs: z
        .array(z.object({ posting: PostingNumber, tracking: z.string().trim().min(1).max(50) }))
        .min(1)
        .max(200),
    }),
    output: z.object({
      /** `refusal` in the shop's words, or why nobody knows; null where the shop took it. */
      outcomes: z.array(z.object({ posting: PostingNumber, refusal: z.string().nullable() })),
    }),
  },
  /** Makes the day of handing over an earlier one, epoch ms. */
  'delivery.setCutoff': {
    role: 'lead',
    input: z.object({ posting: PostingNumber, at: z.int() }),
    output: z.object({ done: z.literal(true) }),
  },
  /** What the time of delivery can be moved to, epoch ms, and how often yet. */
  'delivery.timeslot': {
    role: 'packer',
    input: z.object({ posting: PostingNumber }),
    output: z.object({ from: z.number().nullable(), to: z.number().nullable(), changesLeft: z.int() }),
  },
  'delivery.setTimeslot': {
    role: 'lead',
    input: z.object({ posting: PostingNumber, from: z.int(), to: z.int() }),
    output: z.object({ done: z.literal(true) }),
  },
  /** Is this the code of the courier who is to take the parcel? */
  'delivery.verifyCode': {
    role: 'packer',
    input: z.object({ posting: PostingNumber, code: z.string().trim().min(1).max(50) }),
    output: z.object({ isValid: z.boolean() }),
  },
} as const satisfies ProcedureTable;
