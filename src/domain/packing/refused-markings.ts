import type { Package, Session, Unit } from './session.ts';
import type { SessionEventOf } from './session-event.ts';

/** A marking code that the shop refuses, with its own words for why. */
export type RefusedCode = { readonly markingCode: string; readonly reasons: readonly string[] };

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

/** The event that takes out the units whose codes the shop refuses; null where none of them is in the posting any more. */
export function takeOutRefused(
  session: Session,
  codes: readonly RefusedCode[],
): SessionEventOf<'marking-refused'> | null {
  const units = session.packages.flatMap((parcel) =>
    parcel.units.flatMap(({ id, marking, numbers }) => {
      const refused = codes.find(
        ({ markingCode }) =>
          (marking !== null && isSame(marking.code, markingCode)) ||
          numbers.some(({ value }) => value === markingCode),
      );
      return refused === undefined ? [] : [{ unit: id, reasons: [...refused.reasons] }];
    }),
  );
  return units.length === 0 ? null : { type: 'marking-refused', units };
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
  const reasons = new Map(units.map((one) => [one.unit, one.reasons]));
  const out = session.packages.flatMap((parcel) => parcel.units).filter(({ id }) => reasons.has(id));
  const [first] = out;
  if (first === undefined) return session;
  return {
    ...session,
    packages: session.packages.map((parcel) => reopened(parcel, out)),
    pending: {
      kind: 'rejection',
      reason: 'marking-code-refused',
      code: first.code,
      sku: first.sku,
      words: [...new Set(out.flatMap(({ id }) => reasons.get(id) ?? []))].join(', '),
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
