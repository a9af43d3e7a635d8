import type { ActorId, CartonCode, PostingNumber, ShopId, Sku } from '../ids.ts';
import type { Line } from '../posting/posting.ts';
import type { UnitNumber, UnitNumberKind } from '../scanning/unit-number.ts';
import type { LimitBreach } from './acceptance-limits.ts';
import type { Contents, HoldReason, Marking, RejectionCode } from './session-event.ts';

/** One scanned unit in a package. */
export type Unit = {
  readonly id: number;
  readonly sku: Sku;
  readonly code: string;
  readonly marking: Marking | null;
  /** What else it alone carries: IMEI, UIN. */
  readonly numbers: readonly UnitNumber[];
  /** What it weighs by itself, g; null where nobody asked. */
  readonly weightG: number | null;
  /** The id of the first unit of the case that it came in with; null where it was scanned by itself. */
  readonly caseFrom: number | null;
};

/** How far a package's label is. `queued` means that its bytes may be on their way. */
export type LabelProgress =
  | { readonly state: 'none' }
  | { readonly state: 'ready' }
  | { readonly state: 'unprintable'; readonly reason: string }
  | { readonly state: 'queued'; readonly job: string; readonly copy: number }
  | { readonly state: 'not-sent'; readonly job: string; readonly copy: number; readonly reason: string }
  | { readonly state: 'sent'; readonly job: string; readonly copy: number }
  | { readonly state: 'doubtful'; readonly job: string; readonly copy: number; readonly reason: string }
  | { readonly state: 'verified'; readonly copy: number };

/** One physical parcel in the making. */
export type Package = {
  readonly n: number;
  readonly units: readonly Unit[];
  /** What the carton plan wants in it; null until the plan is there or where it could not be made. */
  readonly planned: { readonly carton: CartonCode | null; readonly contents: Contents } | null;
  /** Chosen by the packer; otherwise the plan's carton counts. */
  readonly chosenCarton: CartonCode | null;
  readonly fillerG: number;
  /** No further unit goes in, though the plan had more. */
  readonly isSplit: boolean;
  readonly isPacked: boolean;
  readonly weightG: number | null;
  readonly shopPosting: PostingNumber | null;
  /** What can be scanned off its label: as the shop says, and as read back off the label itself. */
  readonly labelBarcodes: readonly string[];
  readonly isInterim: boolean;
  /** How many times its label may have reached paper. */
  readonly copies: number;
  readonly label: LabelProgress;
};

/** What the packer must answer before anything else is scanned. */
export type Pending =
  | {
      readonly kind: 'rejection';
      readonly reason: RejectionCode;
      readonly code: string;
      readonly sku: Sku | null;
      /** The shop's own words, where it is the shop that turns it away. */
      readonly words?: string;
    }
  | { readonly kind: 'marking-code'; readonly sku: Sku }
  /** A number of the unit in hand, which is in no package yet. */
  | {
      readonly kind: 'unit-number';
      readonly want: UnitNumberKind;
      readonly sku: Sku;
      readonly code: string;
      readonly marking: Marking | null;
      readonly numbers: readonly UnitNumber[];
    }
  /** The weight of the unit in hand; `typedG` (g) was typed and waits for a lead's badge. */
  | {
      readonly kind: 'unit-weight';
      readonly sku: Sku;
      readonly code: string;
      readonly marking: Marking | null;
      readonly numbers: readonly UnitNumber[];
      readonly typedG: number | null;
    }
  | {
      readonly kind: 'product';
      readonly candidates: readonly Sku[];
      readonly code: string;
      readonly marking: Marking | null;
    }
  | { readonly kind: 'hold-reason' };

export type WeightRefusal = {
  readonly weightG: number;
  readonly expectedG: number;
  readonly toleranceG: number;
  readonly explainedBy: Sku | null;
};

/** A package that the acceptance point would not take; `weightG` is null where it was not weighed. */
export type LimitRefusal = {
  readonly weightG: number | null;
  readonly expectedG: number | null;
  readonly breach: LimitBreach;
};

export type SessionStatus =
  | { readonly kind: 'open' }
  | { readonly kind: 'held'; readonly reason: HoldReason; readonly note: string | null }
  | { readonly kind: 'cancelled'; readonly isAnswered: boolean }
  | { readonly kind: 'put-back' }
  | { readonly kind: 'closed' };

/** The packing of one posting by one packer, as folded from its events. */
export type Session = {
  readonly posting: PostingNumber;
  readonly shop: ShopId;
  readonly packer: ActorId;
  readonly lines: readonly Line[];
  readonly cutoffAt: number | null;
  readonly shippedBefore: boolean;
  readonly status: SessionStatus;
  readonly isPlanned: boolean;
  readonly packages: readonly Package[];
  readonly pending: Pending | null;
  readonly weightRefusal: WeightRefusal | null;
  readonly limitRefusal: LimitRefusal | null;
  readonly isShipRequested: boolean;
  readonly isShipped: boolean;
  readonly shipRefusal: { readonly shopCode: string; readonly detail: string } | null;
  /** Units ever packed; the next unit's id is one more, also after an undo. */
  readonly unitsEver: number;
};

/** Where the packer stands; what the screen asks for follows from it. */
export type Phase = 'scanning' | 'weighing' | 'labelling' | 'verifying' | 'held' | 'stopped' | 'closed';

/** An empty package ready for its first unit. */
export function emptyPackage(n: number): Package {
  return {
    n,
    units: [],
    planned: null,
    chosenCarton: null,
    fillerG: 0,
    isSplit: false,
    isPacked: false,
    weightG: null,
    shopPosting: null,
    labelBarcodes: [],
    isInterim: false,
    copies: 0,
    label: { state: 'none' },
  };
}

/** The package that units go into now; null when all are packed. */
export function currentPackage(session: Session): Package | null {
  return session.packages.find((parcel) => !parcel.isPacked) ?? null;
}

/** The package whose label is still owed; null when every label is verified. */
export function packageAwaitingLabel(session: Session): Package | null {
  return session.packages.find((parcel) => parcel.label.state !== 'verified') ?? null;
}

/** The carton a package is in, chosen or suggested. */
export function cartonOf(parcel: Package): CartonCode | null {
  return parcel.chosenCarton ?? parcel.planned?.carton ?? null;
}

/** Units of a product in all packages. */
export function packedQuantity(session: Session, sku: Sku): number {
  return session.packages.reduce((sum, parcel) => sum + countUnits(parcel, sku), 0);
}

/** Units of a product in one package. */
export function countUnits(parcel: Pick<Package, 'units'>, sku: Sku): number {
  return parcel.units.filter((unit) => unit.sku === sku).length;
}

/** Units of a product in the posting; a product may stand on several lines. */
export function wantedQuantity(session: Session, sku: Sku): number {
  return session.lines.reduce((sum, line) => (line.sku === sku ? sum + line.quantity : sum), 0);
}

/** Units still to be scanned, by product, in the posting's order. */
export function remaining(session: Session): Contents {
  const skus = [...new Set(session.lines.map((line) => line.sku))];
  return skus
    .map((sku) => ({ sku, quantity: wantedQuantity(session, sku) - packedQuantity(session, sku) }))
    .filter((entry) => entry.quantity > 0);
}

/** May another unit of the product go into this package, as the plan has it? Without a plan, any may. */
export function hasRoomFor(parcel: Package, sku: Sku): boolean {
  if (parcel.planned === null) return true;
  const planned = parcel.planned.contents.find((entry) => entry.sku === sku)?.quantity ?? 0;
  return countUnits(parcel, sku) < planned;
}

/** Is everything in this package that belongs into it? */
export function isComplete(session: Session, parcel: Package): boolean {
  if (parcel.units.length === 0) return false;
  if (parcel.isSplit || remaining(session).length === 0) return true;
  return parcel.planned?.contents.every((entry) => countUnits(parcel, entry.sku) >= entry.quantity) ?? false;
}

/** Contents of a package as scanned. */
export function contentsOf(parcel: Pick<Package, 'units'>): Contents {
  const skus = [...new Set(parcel.units.map((unit) => unit.sku))];
  return skus.map((sku) => ({ sku, quantity: countUnits(parcel, sku) }));
}

/** Where the packer stands in this posting. */
export function phaseOf(session: Session): Phase {
  switch (session.status.kind) {
    case 'held':
      return 'held';
    case 'cancelled':
      return 'stopped';
    case 'put-back':
    case 'closed':
      return 'closed';
    case 'open': {
      const parcel = currentPackage(session);
      if (parcel !== null) return isComplete(session, parcel) ? 'weighing' : 'scanning';
      const labelled = packageAwaitingLabel(session);
      return labelled?.label.state === 'sent' || labelled?.label.state === 'doubtful'
        ? 'verifying'
        : 'labelling';
    }
  }
}
