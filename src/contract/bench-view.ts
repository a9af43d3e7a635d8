import { z } from 'zod';
import { BenchId, CartonCode, PostingNumber, ShopId, Sku } from '#domain/ids.ts';
import { LimitBreach } from '#domain/packing/acceptance-limits.ts';
import { Actor } from '#domain/packing/actor.ts';
import { HoldReason, RejectionCode } from '#domain/packing/session-event.ts';
import { Verdict } from '#domain/packing/verdict.ts';
import { PostingTrait } from '#domain/posting/handling.ts';
import { Requirement } from '#domain/posting/posting.ts';
import { SizeMm } from '#domain/posting/product.ts';
import { UnitNumberKind } from '#domain/scanning/unit-number.ts';
import { KeyTrouble } from './key-trouble.ts';
import { KeyboardScanner } from './keyboard-scanner.ts';
import { Language } from './language.ts';
import { ShopFeature } from './shop-feature.ts';

/** How a device or the shop is doing, shown at all times. Times are epoch ms. */
export const DeviceView = z.object({
  /** Stable name, e.g. `scanner-1`, `scale`, `label-printer`. */
  device: z.string(),
  /** How people call it, from the bench file; absent where it has no name of its own. */
  name: z.string().optional(),
  kind: z.enum(['scanner', 'scale', 'label-printer', 'document-printer']),
  at: z.string(),
  state: z.enum(['connecting', 'ready', 'away', 'attention', 'missing']),
  sinceAt: z.int(),
  /** A code for a sentence, e.g. `paper-out`; null when all is well. */
  detail: z.string().nullable(),
});
export type DeviceView = z.infer<typeof DeviceView>;

/**
 * How a shop's key is kept. `memory`: only until the application ends, as no keychain took it. `unreadable`: it is stored,
 * and the keychain does not open it now. `missing`: there is none.
 */
export const KeyKeeping = z.enum(['kept', 'memory', 'unreadable', 'missing']);
export type KeyKeeping = z.infer<typeof KeyKeeping>;

/** A seller account of this bench, and how the bench stands with it. */
export const ShopView = z.object({
  id: ShopId,
  /** How people at the bench call it. */
  name: z.string(),
  clientId: z.string(),
  /** `none`: it is not connected, as there is no key for it. */
  state: z.enum(['none', 'connecting', 'online', 'offline', 'unauthorized']),
  sinceAt: z.int(),
  key: KeyKeeping,
  keyExpiresAt: z.int().nullable(),
  /** Why the shop does not take the key; null unless `unauthorized`. */
  keyTrouble: KeyTrouble.nullable(),
  /** What the key does not allow; empty until the shop has said. */
  missingFeatures: z.array(ShopFeature),
  /** Outbox rows that the shop has not confirmed yet. */
  owed: z.int(),
  /** Outbox rows that a person must look at. */
  parked: z.int(),
  lastReadAt: z.int().nullable(),
});
export type ShopView = z.infer<typeof ShopView>;

export const LineView = z.object({
  sku: Sku,
  offerId: z.string(),
  name: z.string(),
  barcodes: z.array(z.string()),
  wanted: z.int(),
  packed: z.int(),
  /** Units of it in the package in hand, and how many the plan wants there. */
  inPackage: z.int(),
  wantedInPackage: z.int(),
  requires: z.array(Requirement),
  weightG: z.number().nullable(),
});
export type LineView = z.infer<typeof LineView>;

export const PlacementView = z.object({
  sku: Sku,
  atMm: z.array(z.number()).length(3),
  sizeMm: z.array(z.number()).length(3),
});
export type PlacementView = z.infer<typeof PlacementView>;

export const PackageView = z.object({
  n: z.int(),
  isPacked: z.boolean(),
  units: z.int(),
  carton: CartonCode.nullable(),
  cartonInnerMm: SizeMm.nullable(),
  isCartonChosen: z.boolean(),
  /** The packer must name its carton before it is weighed. Goods that fit none, or a bench without any, need no name. */
  isCartonNeeded: z.boolean(),
  /** Where each unit goes, in loading order; empty where no plan could be made. */
  placements: z.array(PlacementView),
  fillerG: z.int(),
  fillerMl: z.int(),
  weightG: z.number().nullable(),
  expectedG: z.number().nullable(),
  toleranceG: z.number().nullable(),
  shopPosting: PostingNumber.nullable(),
  isInterim: z.boolean(),
  label: z.enum(['none', 'ready', 'unprintable', 'queued', 'not-sent', 'sent', 'doubtful', 'verified']),
  labelDetail: z.string().nullable(),
  /** False where the label's bars leave a worn print head no room: the scan of it matters more. */
  readsWhenWorn: z.boolean(),
  /** The printer that its label was given to last, by its id at the bench. */
  printer: z.string().nullable(),
  copies: z.int(),
});
export type PackageView = z.infer<typeof PackageView>;

export const PendingView = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('rejection'),
    reason: RejectionCode,
    code: z.string(),
    sku: Sku.nullable(),
    name: z.string().nullable(),
    /** The shop's own words, where it is the shop that turns it away. */
    words: z.string().nullable(),
  }),
  z.object({ kind: z.literal('marking-code'), sku: Sku }),
  z.object({
    kind: z.literal('product'),
    candidates: z.array(z.object({ sku: Sku, name: z.string() })),
    code: z.string(),
  }),
  z.object({
    kind: z.literal('unit-number'),
    sku: Sku,
    want: UnitNumberKind,
    name: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('unit-weight'),
    sku: Sku,
    name: z.string().nullable(),
    /** Typed, g, and waiting for a lead's badge; null while it is to be weighed. */
    typedG: z.number().nullable(),
  }),
  z.object({ kind: z.literal('hold-reason') }),
]);
export type PendingView = z.infer<typeof PendingView>;

export const SessionView = z.object({
  posting: PostingNumber,
  shop: ShopId,
  phase: z.enum(['scanning', 'weighing', 'labelling', 'verifying', 'held', 'stopped', 'closed']),
  isPutBack: z.boolean(),
  /** The shop cancelled it and the packer has not answered that yet. */
  isCancelled: z.boolean(),
  cutoffAt: z.int().nullable(),
  deliveryMethod: z.string(),
  isExpress: z.boolean(),
  traits: z.array(PostingTrait),
  /** The company that buys; "" for everybody else. */
  company: z.string(),
  packer: z.string(),
  lines: z.array(LineView),
  packages: z.array(PackageView),
  /** Number of the package in hand: the one being filled, weighed or labelled. */
  current: z.int(),
  isPlanned: z.boolean(),
  pending: PendingView.nullable(),
  heldFor: HoldReason.nullable(),
  weightRefusal: z
    .object({
      weightG: z.number(),
      expectedG: z.number(),
      toleranceG: z.number(),
      explainedBy: Sku.nullable(),
      explainedByName: z.string().nullable(),
    })
    .nullable(),
  /** More than the acceptance point takes; null weight where nothing is weighed. */
  limitRefusal: z
    .object({ weightG: z.number().nullable(), expectedG: z.number().nullable(), breach: LimitBreach })
    .nullable(),
  shipRefusal: z.object({ shopCode: z.string(), detail: z.string() }).nullable(),
  requireWeight: z.boolean(),
  /** The shop has heard that it is packed and registers the parcel: there is no label before it is through. */
  isRegistering: z.boolean(),
});
export type SessionView = z.infer<typeof SessionView>;

export const Counts = z.object({
  queued: z.int(),
  /** Queued with less than two hours to the cutoff, or past it. */
  urgent: z.int(),
  held: z.int(),
  relabel: z.int(),
  tasks: z.int(),
  /** What buyers ask for and nobody has answered yet. */
  requests: z.int(),
  packedToday: z.int(),
  /** Messages of buyers and of the shop that nobody has read. */
  unreadMessages: z.int(),
});
export type Counts = z.infer<typeof Counts>;

/** Everything the window paints on any screen's edge, and the posting on the bench. */
export const BenchView = z.object({
  bench: BenchId,
  language: Language,
  actor: Actor.nullable(),
  people: z.array(
    z.object({ id: z.string(), name: z.string(), role: z.enum(['packer', 'lead']), hasPin: z.boolean() }),
  ),
  /** The shops that this bench packs for, in the order of the bench file; empty before one is set up. */
  shops: z.array(ShopView),
  /** The only shop is the demo's stand-in. */
  isDemo: z.boolean(),
  devices: z.array(DeviceView),
  /** How the scanners that type into the window are set up; null where nobody has said so. */
  keyboardScanner: KeyboardScanner.nullable(),
  session: SessionView.nullable(),
  /** A cancelled posting was scanned with nothing open: nothing else matters until somebody has answered for it. */
  alarm: PostingNumber.nullable(),
  lastVerdict: Verdict.nullable(),
  /** Grows with every answer, so that two equal verdicts in a row are seen as two. */
  verdictSeq: z.int(),
  counts: Counts,
  /** Simulated devices are on the bench: the window offers their panel. */
  isSimulated: z.boolean(),
});
export type BenchView = z.infer<typeof BenchView>;
