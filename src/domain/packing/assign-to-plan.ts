import type { CartonCode } from '../ids.ts';
import { emptyPackage, type Package, type Session, type Unit } from './session.ts';
import type { Contents } from './session-event.ts';

type PlannedPackage = {
  readonly carton: CartonCode | null;
  readonly contents: Contents;
  readonly fillerG: number;
};

/**
 * Lays a carton plan over the packages that are not packed yet. Units scanned before the plan was there go where the
 * plan has room for them, in the order they were scanned; what it has no room for stays in the first package.
 */
export function assignToPlan(session: Session, plan: readonly PlannedPackage[]): Session {
  const done = session.packages.filter((parcel) => parcel.isPacked || parcel.isSplit);
  const units = session.packages
    .filter((parcel) => !parcel.isPacked && !parcel.isSplit)
    .flatMap((parcel) => parcel.units);
  const first = session.packages.find((parcel) => !parcel.isPacked && !parcel.isSplit);
  const planned = plan.map(
    (entry, index): Package => ({
      ...emptyPackage(done.length + index + 1),
      planned: { carton: entry.carton, contents: entry.contents },
      fillerG: entry.fillerG,
      ...(index === 0 && first !== undefined && first.chosenCarton !== null
        ? { chosenCarton: first.chosenCarton, fillerG: first.fillerG }
        : {}),
    }),
  );
  return { ...session, isPlanned: true, packages: [...done, ...units.reduce(placeUnit, planned)] };
}

function placeUnit(packages: readonly Package[], unit: Unit): Package[] {
  const roomy = packages.findIndex((parcel) => {
    const planned = parcel.planned?.contents.find((entry) => entry.sku === unit.sku)?.quantity ?? 0;
    return parcel.units.filter((packed) => packed.sku === unit.sku).length < planned;
  });
  const target = roomy === -1 ? 0 : roomy;
  return packages.map((parcel, index) =>
    index === target ? { ...parcel, units: [...parcel.units, unit] } : parcel,
  );
}
