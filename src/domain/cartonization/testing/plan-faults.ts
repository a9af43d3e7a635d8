import type { CartonType, PackedCarton, PackItem, Placement, SizeMm } from '../carton-plan.ts';

// Written apart from the engine, from the rules alone: it shares no code with what it checks.

const end = (placement: Placement, axis: 0 | 1 | 2): number => placement.atMm[axis] + placement.sizeMm[axis];

const common = (a: Placement, b: Placement, axis: 0 | 1 | 2): number =>
  Math.max(0, Math.min(end(a, axis), end(b, axis)) - Math.max(a.atMm[axis], b.atMm[axis]));

const sorted = (size: readonly number[]): string => [...size].sort((a, b) => a - b).join('x');

function mayBeTurned(item: PackItem, sizeMm: SizeMm): boolean {
  const [a, b, c] = item.sizeMm.map(Math.ceil);
  if (item.upright === 'any') return sorted([a ?? 0, b ?? 0, c ?? 0]) === sorted(sizeMm);
  return sizeMm[2] === c && sorted([a ?? 0, b ?? 0]) === sorted(sizeMm.slice(0, 2));
}

function faultsOfUnit(
  placement: Placement,
  index: number,
  packed: PackedCarton,
  items: readonly PackItem[],
): string[] {
  const faults: string[] = [];
  const name = `unit ${placement.item}`;
  const item = items[placement.item];
  if (!item) return [`${name} was not ordered`];
  if (!mayBeTurned(item, placement.sizeMm)) faults.push(`${name} is turned as it may not be`);
  let bornMm2 = placement.atMm[2] === 0 ? placement.sizeMm[0] * placement.sizeMm[1] : 0;
  for (const [at, other] of packed.placements.entries()) {
    if (at === index) continue;
    const areaMm2 = common(placement, other, 0) * common(placement, other, 1);
    if (areaMm2 === 0) continue;
    if (common(placement, other, 2) > 0) faults.push(`${name} overlaps unit ${other.item}`);
    if (other.atMm[2] >= end(placement, 2) && at < index)
      faults.push(`${name} goes in below unit ${other.item}`);
    if (placement.atMm[2] > 0 && end(other, 2) === placement.atMm[2]) {
      bornMm2 += areaMm2;
      if (items[other.item]?.fragile) faults.push(`${name} lies on fragile unit ${other.item}`);
    }
  }
  if (bornMm2 < 0.6 * placement.sizeMm[0] * placement.sizeMm[1]) faults.push(`${name} is not borne`);
  return faults;
}

/** What is wrong with one package; empty when nothing is. */
export function packageFaults(
  packed: PackedCarton,
  items: readonly PackItem[],
  carton: CartonType,
): string[] {
  const faults = packed.placements.flatMap((placement, index) =>
    faultsOfUnit(placement, index, packed, items),
  );
  let loadG = 0;
  let emptyMm3 = carton.innerMm.map(Math.floor).reduce((product, edge) => product * edge, 1);
  for (const placement of packed.placements) {
    loadG += items[placement.item]?.weightG ?? 0;
    emptyMm3 -= placement.sizeMm[0] * placement.sizeMm[1] * placement.sizeMm[2];
    for (const axis of [0, 1, 2] as const)
      if (placement.atMm[axis] < 0 || end(placement, axis) > carton.innerMm[axis])
        faults.push(`unit ${placement.item} sticks out`);
  }
  if (packed.placements.length === 0) faults.push('an empty package');
  if (loadG > carton.maxLoadG + 1e-6) faults.push('overloaded');
  if (Math.abs(loadG - packed.loadG) > 1e-6) faults.push('load misstated');
  if (Math.abs(emptyMm3 / 1000 - packed.fillerMl) > 1e-6) faults.push('filler misstated');
  return faults;
}

/** What is wrong with all packages of a plan together; every unit must be in exactly one. */
export function planFaults(
  packages: readonly PackedCarton[],
  items: readonly PackItem[],
  cartons: readonly CartonType[],
): string[] {
  const faults = packages.flatMap((packed) => {
    const carton = cartons.find(({ code }) => code === packed.carton);
    return carton ? packageFaults(packed, items, carton) : [`no carton ${packed.carton}`];
  });
  const packedItems = packages
    .flatMap(({ placements }) => placements.map(({ item }) => item))
    .sort((a, b) => a - b);
  if (packedItems.join() !== items.map((_, index) => index).join())
    faults.push('not every unit is packed once');
  return faults;
}
