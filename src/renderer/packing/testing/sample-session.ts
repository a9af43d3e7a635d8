import { type LineView, type PackageView, SessionView } from '#contract/bench-view.ts';

/** A line of a posting as the window gets it; `wanted` units of `sku`, `packed` of them scanned. */
export function sampleLine(
  sku: string,
  wanted: number,
  packed: number,
  change: Partial<Record<keyof LineView, unknown>> = {},
): object {
  const facts = { offerId: `offer-${sku}`, name: `Product ${sku}`, barcodes: [], requires: [], weightG: 100 };
  return { sku, wanted, packed, inPackage: packed, wantedInPackage: wanted, ...facts, ...change };
}

/** A package in hand, in carton M, without a picture. */
export function samplePackage(change: Partial<Record<keyof PackageView, unknown>> = {}): object {
  return {
    n: 1,
    isPacked: false,
    units: 1,
    carton: 'M',
    cartonInnerMm: [300, 200, 150],
    isCartonChosen: false,
    isCartonNeeded: false,
    placements: [],
    fillerG: 0,
    fillerMl: 0,
    weightG: null,
    expectedG: 500,
    toleranceG: 30,
    shopPosting: null,
    isInterim: false,
    label: 'none',
    labelDetail: null,
    printer: null,
    readsWhenWorn: true,
    copies: 0,
    ...change,
  };
}

/** A posting on the bench, parsed as the real ones are. */
export function sampleSession(change: Partial<Record<keyof SessionView, unknown>> = {}): SessionView {
  return SessionView.parse({
    posting: '71000042-0001-1',
    shop: 'ozon-1',
    phase: 'scanning',
    isPutBack: false,
    isCancelled: false,
    cutoffAt: null,
    deliveryMethod: 'Drop-off',
    isExpress: false,
    traits: [],
    company: '',
    packer: 'Anna',
    lines: [sampleLine('A', 2, 1), sampleLine('B', 1, 0)],
    packages: [samplePackage()],
    current: 1,
    isPlanned: true,
    pending: null,
    heldFor: null,
    weightRefusal: null,
    limitRefusal: null,
    shipRefusal: null,
    requireWeight: true,
    isRegistering: false,
    ...change,
  });
}
