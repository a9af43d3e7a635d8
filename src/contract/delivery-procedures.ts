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
} as const satisfies ProcedureTable;
