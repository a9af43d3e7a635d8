import type { Hold } from '../filling/hold.ts';
import type { Loading } from '../filling/load-units.ts';
import type { UnitKind } from '../unit-kinds.ts';

/** Must these two never lie in the same package? */
export function areApart(a: UnitKind, b: UnitKind): boolean {
  return a.apartFrom.some((sku) => b.skus.includes(sku)) || b.apartFrom.some((sku) => a.skus.includes(sku));
}

/** Which units may join which holds; null where all may. Units that belong together follow the first of them. */
export function mayJoinRule(holds: readonly Hold[], units: readonly UnitKind[]): Loading['mayJoin'] {
  const isFree = units.every(({ apartFrom, togetherAs }) => apartFrom.length === 0 && togetherAs === '');
  if (isFree) return null;
  return (hold, kind) => {
    if (hold.kinds.some((other) => areApart(other, kind))) return false;
    if (kind.togetherAs === '') return true;
    return holds.every(
      (other) => other === hold || other.kinds.every(({ togetherAs }) => togetherAs !== kind.togetherAs),
    );
  };
}

/** May all of them lie in one package? */
export function mayAllJoin(kinds: readonly UnitKind[]): boolean {
  const strict = kinds.filter(({ apartFrom }) => apartFrom.length > 0);
  return !strict.some((a) => kinds.some((b) => areApart(a, b)));
}
