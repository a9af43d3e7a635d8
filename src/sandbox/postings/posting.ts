import { z } from 'zod';

/** Statuses that the stand-in gives out (Ozon has more; the enum is open for a client). */
export const postingStatuses = [
  'awaiting_packaging',
  'awaiting_registration',
  'awaiting_deliver',
  'acceptance_in_progress',
  'not_accepted',
  'arbitration',
  'delivering',
  'driver_pickup',
  'delivered',
  'cancelled',
  'cancelled_from_split_pending',
] as const;
export type PostingStatus = (typeof postingStatuses)[number];

/** A marking code or other mark of one unit, with the outcome of its check. */
export const markSchema = z.object({
  mark: z.string(),
  markType: z.string(),
  check: z.enum(['processing', 'passed', 'failed']),
  errorCodes: z.array(z.string()),
});

/** One unit of a product in a posting. */
export const exemplarSchema = z.object({
  exemplarId: z.int(),
  sku: z.int(),
  marks: z.array(markSchema),
  gtd: z.string(),
  isGtdAbsent: z.boolean(),
  rnpt: z.string(),
  isRnptAbsent: z.boolean(),
  gtdErrors: z.array(z.string()).default([]),
  weightKg: z.number(),
  weightErrors: z.array(z.string()).default([]),
});
export type Exemplar = z.infer<typeof exemplarSchema>;

/** How a posting may want to be handled. */
export const postingTraits = ['click_and_collect', 'presortable', 'multibox'] as const;
export type PostingTrait = (typeof postingTraits)[number];

/** What may be wanted of each unit besides a marking code. */
export const unitDemands = ['gtd', 'rnpt', 'imei', 'jw_uin', 'weight'] as const;
export type UnitDemand = (typeof unitDemands)[number];

/** A posting as the marketplace keeps it. Times in epoch ms. */
export const postingSchema = z.object({
  number: z.string(),
  orderId: z.int(),
  orderNumber: z.string(),
  parentNumber: z.string(),
  relatedNumbers: z.array(z.string()),
  status: z.enum(postingStatuses),
  substatus: z.string(),
  previousSubstatus: z.string(),
  /** A ship request is being worked on. */
  shipping: z.boolean(),
  inProcessAt: z.number(),
  shipmentAt: z.number(),
  shipmentWithoutDelayAt: z.number(),
  deliveringAt: z.number().nullable(),
  changedAt: z.number(),
  shippedAt: z.number().nullable(),
  /** From when a label may be had; null before shipping. */
  labelReadyAt: z.number().nullable(),
  warehouseId: z.int(),
  express: z.boolean(),
  /** The seller brings it to the buyer. */
  selfDelivered: z.boolean().default(false),
  trackingNumber: z.string().default(''),
  /** How often the time of delivery was moved, and to what. */
  timeslots: z.array(z.object({ from: z.number(), to: z.number() })).default([]),
  companyBuyer: z.string(),
  boxes: z.int().default(1),
  destination: z.string(),
  lines: z.array(z.object({ sku: z.int(), quantity: z.int().min(1), country: z.string() })),
  upperBarcode: z.string(),
  lowerBarcode: z.string(),
  scanit: z.string(),
  /** Barcodes read "0" until the posting is shipped, as for a part of the real ones. */
  barcodesLate: z.boolean(),
  requiresCountry: z.boolean(),
  /** Wanted of every unit of every line. */
  demands: z.array(z.enum(unitDemands)).default([]),
  /** How it wants to be handled. */
  traits: z.array(z.enum(postingTraits)).default([]),
  /** A company buyer: imported goods want a customs declaration once their country is set. */
  gtdAfterCountry: z.boolean().default(false),
  /** Wanted as well once a country is set, by SKU. */
  gtdSkus: z.array(z.int()).default([]),
  /** A list of demands that no client knows yet. */
  demandOfTomorrow: z.boolean().default(false),
  exemplars: z.array(exemplarSchema),
  exemplarState: z.enum(['none', 'checking', 'filled', 'refused']),
  /** Sent after shipping and not yet committed by exemplar/update. */
  exemplarUpdatePending: z.boolean(),
  carriageId: z.int().nullable(),
  cancellation: z
    .object({
      reasonId: z.int(),
      reason: z.string(),
      type: z.enum(['seller', 'client', 'customer', 'ozon', 'system', 'delivery']),
      afterShip: z.boolean(),
    })
    .nullable(),
  /** How many of the next ship requests end in `ship_failed`. */
  shipFailuresLeft: z.int(),
  counts: z.object({
    shipRequests: z.int(),
    shipChanges: z.int(),
    labelCreations: z.int(),
    labelPages: z.int(),
    exemplarSets: z.int(),
  }),
});
export type Posting = z.infer<typeof postingSchema>;
export type PostingLine = Posting['lines'][number];

/** Units over all lines. */
export function unitCount(posting: Posting): number {
  return posting.lines.reduce((sum, line) => sum + line.quantity, 0);
}
