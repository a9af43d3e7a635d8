import { z } from 'zod';
import { ActorId, CartonCode, PostingNumber, ShopId, Sku } from '../ids.ts';
import { Line } from '../posting/posting.ts';
import { UnitNumber, UnitNumberKind } from '../scanning/unit-number.ts';
import { LimitBreach } from './acceptance-limits.ts';

/** Contents of a package by product. */
export const Contents = z.array(z.object({ sku: Sku, quantity: z.int().min(1) }));
export type Contents = z.infer<typeof Contents>;

/** The same for the same goods, however they are spread over entries and in whatever order. */
export function contentsKey(contents: Readonly<Contents>): string {
  const sums = new Map<string, number>();
  for (const { sku, quantity } of contents) sums.set(sku, (sums.get(sku) ?? 0) + quantity);
  return [...sums]
    .map(([sku, quantity]) => `${sku}x${quantity}`)
    .sort()
    .join(' ');
}

/** A marking code as the shop wants it, and the part of it that names the unit. */
export const Marking = z.object({ code: z.string(), unit: z.string() });
export type Marking = z.infer<typeof Marking>;

const PackageNumber = z.int().min(1).max(1000);

/** Why a scan was turned away; each has its own sentence and sound. */
export const RejectionCode = z.enum([
  'wrong-item',
  'too-many',
  'unknown-code',
  'unreadable-code',
  'marking-code-of-another-product',
  'marking-code-used',
  'marking-code-incomplete',
  'unit-number-wrong',
  'unit-number-used',
  'unit-weight-refused',
  'already-packed',
  'cancelled',
  'answer-first',
  'finish-first',
  'case-size-unknown',
  'case-of-marked',
  'case-too-large',
  'for-another-package',
  'not-now',
  'nothing-open',
  'nothing-to-undo',
  'unknown-posting',
  'posting-not-ready',
  'posting-changed',
  'marking-code-refused',
  'no-posting-needs-it',
  'ambiguous-code',
  'carton-unknown',
  'carton-too-small',
  'carton-overloaded',
  'label-of-another-posting',
  'lead-needed',
  'over-acceptance-limit',
  'unknown-badge',
  'nobody-signed-in',
  'repeated-scan',
  'disk-full',
  'not-saved',
]);
export type RejectionCode = z.infer<typeof RejectionCode>;

export const HoldReason = z.enum(['missing-unit', 'damaged-unit', 'other', 'shop-refused']);
export type HoldReason = z.infer<typeof HoldReason>;

/** Why an interim label was printed instead of the shop's. */
export const InterimReason = z.enum(['offline', 'late', 'refused', 'packer']);
export type InterimReason = z.infer<typeof InterimReason>;

/**
 * Everything that can happen to a posting on a bench, as stored. The log of these is the audit trail and the only
 * source of a session's state; a stored type is never renamed or given another meaning.
 */
export const SessionEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('opened'),
    posting: PostingNumber,
    shop: ShopId,
    packer: ActorId,
    by: z.enum(['posting', 'product', 'queue']),
    lines: z.array(Line),
    cutoffAt: z.int().nullable(),
    /** The shop had it packed already: there is nothing to tell it but its label to print. */
    shippedBefore: z.boolean(),
  }),
  z.object({ type: z.literal('taken-over'), packer: ActorId }),
  /** The carton plan for the package in hand and those after it. */
  z.object({
    type: z.literal('planned'),
    packages: z.array(
      z.object({ carton: CartonCode.nullable(), contents: Contents, fillerG: z.int().min(0) }),
    ),
  }),
  z.object({
    type: z.literal('unit-packed'),
    unit: z.int().min(1),
    sku: Sku,
    code: z.string(),
    marking: Marking.nullable(),
    /** The first unit of the case that was scanned; absent for a unit that was scanned by itself. */
    caseFrom: z.int().min(1).optional(),
    /** IMEI, UIN; absent where the shop wants none. */
    numbers: z.array(UnitNumber).optional(),
    /** What it weighs by itself, g; absent where the shop does not ask. */
    weightG: z.number().positive().optional(),
    /** The lead who vouches for a weight that was typed; absent for the scale's own. */
    weightBy: ActorId.optional(),
  }),
  z.object({ type: z.literal('unit-removed'), unit: z.int().min(1), why: z.enum(['undo', 'damaged']) }),
  /** The shop refuses the codes or weights of these units: they come out, and their packages are filled again. */
  z.object({
    type: z.literal('marking-refused'),
    units: z.array(
      z.object({
        unit: z.int().min(1),
        reasons: z.array(z.string()),
        /** It is the weight that is refused; absent for a code. */
        isWeight: z.literal(true).optional(),
      }),
    ),
  }),
  /** After it was packed a lead put another code of its own in place of the one of this unit. */
  z.object({
    type: z.literal('code-corrected'),
    unit: z.int().min(1),
    marking: Marking.optional(),
    number: UnitNumber.optional(),
  }),
  /** Every scan and the verdict that was shown for it; changes nothing by itself. */
  z.object({
    type: z.literal('scanned'),
    code: z.string(),
    source: z.string(),
    kind: z.enum(['accepted', 'rejected', 'question']),
    verdict: z.string(),
  }),
  /** A rejection that stays on the screen and stops every other scan until it is answered. */
  z.object({
    type: z.literal('rejection-raised'),
    code: z.string(),
    reason: RejectionCode,
    sku: Sku.nullable(),
  }),
  z.object({ type: z.literal('rejection-answered') }),
  z.object({ type: z.literal('marking-code-asked'), sku: Sku, code: z.string() }),
  z.object({
    type: z.literal('unit-number-asked'),
    want: UnitNumberKind,
    sku: Sku,
    code: z.string(),
    marking: Marking.nullable(),
    numbers: z.array(UnitNumber),
  }),
  z.object({
    type: z.literal('unit-weight-asked'),
    sku: Sku,
    code: z.string(),
    marking: Marking.nullable(),
    numbers: z.array(UnitNumber),
  }),
  /** A packer typed the weight (g) of the unit in hand; it counts once a lead vouches for it. */
  z.object({ type: z.literal('unit-weight-typed'), weightG: z.number().positive() }),
  z.object({
    type: z.literal('product-asked'),
    candidates: z.array(Sku),
    code: z.string(),
    marking: Marking.nullable(),
  }),
  z.object({ type: z.literal('hold-reason-asked') }),
  z.object({ type: z.literal('question-dropped') }),
  z.object({ type: z.literal('held'), reason: HoldReason, note: z.string().nullable() }),
  z.object({ type: z.literal('resumed'), packer: ActorId }),
  z.object({ type: z.literal('put-back') }),
  z.object({ type: z.literal('package-split'), package: PackageNumber }),
  z.object({
    type: z.literal('carton-chosen'),
    package: PackageNumber,
    carton: CartonCode,
    fillerG: z.int().min(0),
  }),
  z.object({
    type: z.literal('weight-refused'),
    package: PackageNumber,
    weightG: z.number(),
    expectedG: z.number(),
    toleranceG: z.number(),
    /** The one product whose unit weight would explain the difference. */
    explainedBy: Sku.nullable(),
  }),
  /** The weight is right, and the acceptance point takes no such parcel. */
  z.object({
    type: z.literal('limit-refused'),
    package: PackageNumber,
    /** Null where the package is not weighed. */
    weightG: z.number().nullable(),
    expectedG: z.number().nullable(),
    breach: LimitBreach,
  }),
  z.object({ type: z.literal('weigh-again') }),
  z.object({
    type: z.literal('package-packed'),
    package: PackageNumber,
    carton: CartonCode.nullable(),
    weightG: z.number().nullable(),
    expectedG: z.number().nullable(),
    overriddenBy: ActorId.nullable(),
  }),
  z.object({
    type: z.literal('ship-requested'),
    packages: z.array(z.object({ n: PackageNumber, contents: Contents })),
  }),
  z.object({
    type: z.literal('shipped'),
    packages: z.array(
      z.object({ n: PackageNumber, shopPosting: PostingNumber, labelBarcodes: z.array(z.string()) }),
    ),
  }),
  z.object({ type: z.literal('ship-refused'), shopCode: z.string(), detail: z.string() }),
  z.object({
    type: z.literal('label-ready'),
    package: PackageNumber,
    sha256: z.string(),
    /** The barcodes that were read back off it: what a scan of the paper can say. */
    codes: z.array(z.string()),
  }),
  z.object({ type: z.literal('label-unprintable'), package: PackageNumber, reason: z.string() }),
  z.object({ type: z.literal('interim-chosen'), package: PackageNumber, why: InterimReason }),
  z.object({
    type: z.literal('label-queued'),
    package: PackageNumber,
    job: z.string(),
    copy: z.int().min(1),
    interim: z.boolean(),
  }),
  z.object({
    type: z.literal('label-sent'),
    package: PackageNumber,
    job: z.string(),
    confirmed: z.boolean(),
  }),
  z.object({
    type: z.literal('label-not-sent'),
    package: PackageNumber,
    job: z.string(),
    reason: z.string(),
  }),
  z.object({
    type: z.literal('label-doubtful'),
    package: PackageNumber,
    job: z.string(),
    reason: z.string(),
  }),
  z.object({ type: z.literal('reprint-asked'), package: PackageNumber, by: ActorId }),
  z.object({ type: z.literal('label-verified'), package: PackageNumber, code: z.string().nullable() }),
  z.object({ type: z.literal('closed') }),
  z.object({ type: z.literal('cancelled-by-shop') }),
  z.object({ type: z.literal('cancellation-answered') }),
  /** The shop took products out of the posting or put others in before it was shipped: it is packed from the beginning. */
  z.object({ type: z.literal('lines-changed'), lines: z.array(Line) }),
  z.object({ type: z.literal('cutoff-changed'), cutoffAt: z.int().nullable() }),
  /** The interim label was replaced by the shop's own. */
  z.object({ type: z.literal('relabel-opened'), packer: ActorId }),
]);
export type SessionEvent = z.infer<typeof SessionEvent>;
export type SessionEventOf<Type extends SessionEvent['type']> = Extract<SessionEvent, { type: Type }>;
