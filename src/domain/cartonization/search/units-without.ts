import type { UnitKind } from '../unit-kinds.ts';

/** The units that are left when those have been taken, in the same order. */
export function unitsWithout(units: readonly UnitKind[], taken: readonly UnitKind[]): UnitKind[] {
  const counts = new Map<UnitKind, number>();
  for (const kind of taken) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return units.filter((kind) => {
    const count = counts.get(kind) ?? 0;
    counts.set(kind, count - 1);
    return count <= 0;
  });
}
