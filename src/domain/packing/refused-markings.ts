import type { Package, Session, Unit } from './session.ts';
import type { SessionEventOf } from './session-event.ts';

/** What the shop refuses of a unit, with its own words for why: a code of it, or what it weighs. */
export type RefusedCode = {
  /** For a refused weight any code of the unit; where it has none, its product. */
  readonly markingCode: string;
  readonly reasons: readonly string[];
  /** The refused weight, g, and of which product; absent where it is the code. */
  readonly weighed?: { readonly sku: string; readonly weightG: number };
};

/**
 * May units still come out again because of their codes? As long as nothing is shipped and no label of any kind is on its
 * way. Afterwards it is a person's decision.
 */
export function mayTakeOut(session: Session): boolean {
  return (
    session.status.kind === 'open' &&
    !session.isShipped &&
    session.packages.every(({ label, isInterim }) => label.state === 'none' && !isInterim)
  );
}

/** The event that takes out the units whose codes or weights the shop refuses; null where none of them is in the posting any more. */
export function takeOutRefused(
  session: Session,
  codes: readonly RefusedCode[],
): SessionEventOf<'marking-refused'> | null {
  const units = session.packages.flatMap((parcel) =>
    parcel.units.flatMap((unit) => {
      const refused = codes.find((code) => isOf(code, unit));
      if (refused === undefined) return [];
      const { reasons, weighed } = refused;
      return [{ unit: unit.id, reasons: [...reasons], ...(weighed === undefined ? {} : weightRefused) }];
    }),
  );
  return units.length === 0 ? null : { type: 'marking-refused', units };
}

const weightRefused = { isWeight: true } as const;
/** The shop keeps a weight as a fraction of its own unit: less than the finest scale shows is no difference, g. */
const sameWeightWithinG = 0.05;

function isOf({ markingCode, weighed }: RefusedCode, { sku, marking, numbers, weightG }: Unit): boolean {
  if (weighed !== undefined)
    return weighed.sku === sku && weightG !== null && Math.abs(weighed.weightG - weightG) < sameWeightWithinG;
  return (
    (marking !== null && isSame(marking.code, markingCode)) ||
    numbers.some(({ value }) => value === markingCode)
  );
}

/** The shop has a code without its symbology's prefix and without a leading separator. */
function isSame(scanned: string, shopCode: string): boolean {
  return scanned === shopCode || (shopCode.length >= shortestCode && scanned.endsWith(shopCode));
}

/** A GTIN and a serial number; anything shorter could be the end of another code. */
const shortestCode = 20;

/**
 * The session without the units whose codes are refused: packages that they were in are filled and weighed again, nothing is
 * asked of the shop until then, and the packer must have seen which unit it is.
 */
export function withoutRefused(session: Session, { units }: SessionEventOf<'marking-refused'>): Session {
  const refused = new Map(units.map((one) => [one.unit, one]));
  const out = session.packages.flatMap((parcel) => parcel.units).filter(({ id }) => refused.has(id));
  const [first] = out;
  if (first === undefined) return session;
  return {
    ...session,
    packages: session.packages.map((parcel) => reopened(parcel, out)),
    pending: {
      kind: 'rejection',
      reason: refused.get(first.id)?.isWeight === undefined ? 'marking-code-refused' : 'unit-weight-refused',
      code: first.code,
      sku: first.sku,
      words: [...new Set(out.flatMap(({ id }) => refused.get(id)?.reasons ?? []))].join(', '),
    },
    weightRefusal: null,
    limitRefusal: null,
    isShipRequested: false,
    shipRefusal: null,
  };
}

function reopened(parcel: Package, out: readonly Unit[]): Package {
  const units = parcel.units.filter((unit) => !out.includes(unit));
  if (units.length === parcel.units.length) return parcel;
  return { ...parcel, units, isPacked: false, weightG: null, isSplit: false };
}
