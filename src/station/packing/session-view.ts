import type { LineView, PackageView, PendingView, SessionView } from '#contract/bench-view.ts';
import type { Carton } from '#domain/carton/carton.ts';
import { Sku } from '#domain/ids.ts';
import { isCartonOwed } from '#domain/packing/decide-weight.ts';
import { expectedWeightG, toleranceG } from '#domain/packing/expected-weight.ts';
import type { PackingRules } from '#domain/packing/rules.ts';
import {
  cartonOf,
  countUnits,
  currentPackage,
  type Package,
  packageAwaitingLabel,
  packedQuantity,
  phaseOf,
  type Session,
  wantedQuantity,
} from '#domain/packing/session.ts';
import type { Posting } from '#domain/posting/posting.ts';
import type { Product } from '#domain/posting/product.ts';
import type { PlannedCarton } from './carton-jobs.ts';

/** What a session is shown with. */
export type ViewSources = {
  readonly posting: Posting | null;
  readonly packerName: string;
  readonly products: ReadonlyMap<Sku, Product>;
  readonly cartons: readonly Carton[];
  readonly rules: PackingRules;
  /** How the goods of a package lie in its carton; null until the picture is worked out. */
  /** Does a package's own label still read off a worn print head? */
  readonly readsWhenWorn: (parcel: Package) => boolean;
  /** The printer that a package's label was given to last; null before. */
  readonly printerOf: (parcel: Package) => string | null;
  readonly pictureOf: (parcel: Package) => PlannedCarton | null;
};

/** The posting on the bench as the window paints it. */
export function toSessionView(session: Session, sources: ViewSources): SessionView {
  const inHand = currentPackage(session) ?? packageAwaitingLabel(session) ?? session.packages.at(-1) ?? null;
  return {
    posting: session.posting,
    shop: session.shop,
    phase: phaseOf(session),
    isPutBack: session.status.kind === 'put-back',
    isCancelled: session.status.kind === 'cancelled' && !session.status.isAnswered,
    cutoffAt: session.cutoffAt,
    deliveryMethod: sources.posting?.deliveryMethod.name ?? '',
    isExpress: sources.posting?.isExpress ?? false,
    traits: sources.posting?.handling.traits ?? [],
    company: sources.posting?.handling.company ?? '',
    packer: sources.packerName,
    lines: [...new Set(session.lines.map((line) => line.sku))].map((sku) =>
      toLineView(session, sku, inHand, sources),
    ),
    packages: session.packages.map((parcel) => toPackageView(session, parcel, sources)),
    current: inHand?.n ?? 1,
    isPlanned: session.isPlanned,
    pending: toPendingView(session, sources),
    heldFor: session.status.kind === 'held' ? session.status.reason : null,
    weightRefusal:
      session.weightRefusal === null
        ? null
        : { ...session.weightRefusal, explainedByName: nameOf(session.weightRefusal.explainedBy, sources) },
    limitRefusal: session.limitRefusal,
    shipRefusal: session.shipRefusal,
    requireWeight: sources.rules.requireWeight,
    isRegistering: sources.posting?.status === 'registering',
  };
}

function nameOf(sku: Sku | null, sources: ViewSources): string | null {
  return sku === null ? null : (sources.products.get(sku)?.name ?? sku);
}

function toLineView(session: Session, sku: Sku, inHand: Package | null, sources: ViewSources): LineView {
  const product = sources.products.get(sku);
  const wanted = wantedQuantity(session, sku);
  return {
    sku,
    offerId: product?.offerId ?? '',
    name: product?.name ?? sku,
    barcodes: product?.barcodes ?? [],
    wanted,
    packed: packedQuantity(session, sku),
    inPackage: inHand === null ? 0 : countUnits(inHand, sku),
    wantedInPackage:
      inHand?.planned?.contents.find((entry) => entry.sku === sku)?.quantity ??
      (inHand?.planned ? 0 : wanted),
    requires: session.lines.find((line) => line.sku === sku)?.requires ?? [],
    weightG: product?.weightG ?? null,
  };
}

function toPackageView(session: Session, parcel: Package, sources: ViewSources): PackageView {
  const code = cartonOf(parcel);
  const expectedG = expectedWeightG(parcel, sources);
  const picture = sources.pictureOf(parcel);
  return {
    n: parcel.n,
    isPacked: parcel.isPacked,
    units: parcel.units.length,
    carton: code,
    cartonInnerMm: sources.cartons.find((carton) => carton.code === code)?.innerMm ?? null,
    isCartonChosen: parcel.chosenCarton !== null,
    isCartonNeeded: isCartonOwed(session, parcel, sources) === 'carton-needed',
    placements: picture?.placements.flatMap(toPlacementView) ?? [],
    fillerG: parcel.fillerG,
    fillerMl: picture?.fillerMl ?? 0,
    weightG: parcel.weightG,
    expectedG,
    toleranceG: expectedG === null ? null : toleranceG(expectedG, sources.rules),
    shopPosting: parcel.shopPosting,
    isInterim: parcel.isInterim,
    label: parcel.label.state,
    labelDetail: 'reason' in parcel.label ? parcel.label.reason : null,
    readsWhenWorn: sources.readsWhenWorn(parcel),
    printer: sources.printerOf(parcel),
    copies: parcel.copies,
  };
}

function toPlacementView(placement: PlannedCarton['placements'][number]): PackageView['placements'] {
  const sku = Sku.safeParse(placement.sku);
  return sku.success ? [{ sku: sku.data, atMm: placement.atMm, sizeMm: placement.sizeMm }] : [];
}

function toPendingView(session: Session, sources: ViewSources): PendingView | null {
  const { pending } = session;
  switch (pending?.kind) {
    case undefined:
      return null;
    case 'rejection':
      return {
        kind: 'rejection',
        reason: pending.reason,
        code: pending.code,
        sku: pending.sku,
        name: nameOf(pending.sku, sources),
        words: pending.words ?? null,
      };
    case 'marking-code':
      return { kind: 'marking-code', sku: pending.sku };
    case 'unit-number':
      return {
        kind: 'unit-number',
        sku: pending.sku,
        want: pending.want,
        name: nameOf(pending.sku, sources),
      };
    case 'unit-weight': {
      const { sku, typedG } = pending;
      return { kind: 'unit-weight', sku, typedG, name: nameOf(sku, sources) };
    }
    case 'hold-reason':
      return { kind: 'hold-reason' };
    case 'product': {
      const candidates = pending.candidates.map((sku) => ({ sku, name: nameOf(sku, sources) ?? sku }));
      return { kind: 'product', candidates, code: pending.code };
    }
  }
}
