import type { CartonType, PackedCarton, PackItem, Placement, SizeMm } from '../carton-plan.ts';

// Written apart from the engine, from the rules alone: it shares no code with what it checks.

const end = (placement: Placement, axis: 0 | 1 | 2): number => placement.atMm[axis] + placement.sizeMm[axis];

const common = (a: Placement, b: Placement, axis: 0 | 1 | 2): number =>
  Math.max(0, Math.min(end(a, axis), end(b, axis)) - Math.max(a.atMm[axis], b.atMm[axis]));

const touchMm2 = (a: Placement, b: Placement): number => common(a, b, 0) * common(a, b, 1);

const sorted = (size: readonly number[]): string => [...size].sort((a, b) => a - b).join('x');

/** The item's own shape, and thinner or folded ones of soft goods. */
function shapesOf(item: PackItem): SizeMm[] {
  const [a, b, c] = item.sizeMm.map(Math.ceil);
  const own: SizeMm = [a ?? 0, b ?? 0, c ?? 0];
  const thin = Math.min(own[2], Math.ceil(item.soft?.pressedMm ?? own[2]));
  const shapes: SizeMm[] = [own, [own[0], own[1], thin]];
  let [x, y, z]: SizeMm = [own[0], own[1], thin];
  for (let fold = 0; fold < (item.soft?.folds ?? 0); fold += 1) {
    if (x >= y) x = Math.ceil(x / 2);
    else y = Math.ceil(y / 2);
    z *= 2;
    shapes.push([x, y, z]);
  }
  return shapes;
}

function mayBeTurned(item: PackItem, sizeMm: SizeMm): boolean {
  return shapesOf(item).some((shape) => {
    if (item.upright === 'any') return sorted(shape) === sorted(sizeMm);
    const mayStand = item.upright === 'keep' ? [false, false, true] : item.upright;
    return [0, 1, 2].some((edge) => {
      if (mayStand[edge] !== true || shape[edge] !== sizeMm[2]) return false;
      const flat = shape.filter((_, other) => other !== edge);
      return item.isFixed === true
        ? flat.join('x') === sizeMm.slice(0, 2).join('x')
        : sorted(flat) === sorted(sizeMm.slice(0, 2));
    });
  });
}

function faultsOfUnit(
  placement: Placement,
  index: number,
  packed: PackedCarton,
  items: readonly PackItem[],
): string[] {
  const faults: string[] = [];
  const name = `unit ${index} of item ${placement.item}`;
  const item = items[placement.item];
  if (!item) return [`${name} was not ordered`];
  if (!mayBeTurned(item, placement.sizeMm)) faults.push(`${name} is turned as it may not be`);
  const lowestMm = Math.min(...packed.placements.map(({ atMm }) => atMm[2]));
  const isOnFloor = placement.atMm[2] === lowestMm;
  let bornMm2 = isOnFloor ? placement.sizeMm[0] * placement.sizeMm[1] : 0;
  for (const [at, other] of packed.placements.entries()) {
    if (at === index) continue;
    const areaMm2 = touchMm2(placement, other);
    if (areaMm2 === 0) continue;
    if (common(placement, other, 2) > 0) faults.push(`${name} overlaps item ${other.item}`);
    if (other.atMm[2] >= end(placement, 2) && at < index)
      faults.push(`${name} goes in below item ${other.item}`);
    if (!isOnFloor && end(other, 2) === placement.atMm[2]) {
      bornMm2 += areaMm2;
      if (items[other.item]?.fragile) faults.push(`${name} lies on fragile item ${other.item}`);
    }
  }
  if (bornMm2 < 0.6 * placement.sizeMm[0] * placement.sizeMm[1]) faults.push(`${name} is not borne`);
  return faults;
}

/** What lies on each unit, from the top down: all that a unit carries spreads over those under it by the area of touch. */
function crushed(packed: PackedCarton, items: readonly PackItem[]): string[] {
  const topFirst = [...packed.placements].sort((a, b) => b.atMm[2] - a.atMm[2]);
  const borneG = new Map<Placement, number>();
  for (const upper of topFirst) {
    const under = topFirst.filter((one) => end(one, 2) === upper.atMm[2] && touchMm2(one, upper) > 0);
    const wholeMm2 = under.reduce((sum, one) => sum + touchMm2(one, upper), 0);
    const passedOnG = (items[upper.item]?.weightG ?? 0) + (borneG.get(upper) ?? 0);
    for (const one of under)
      borneG.set(one, (borneG.get(one) ?? 0) + (passedOnG * touchMm2(one, upper)) / wholeMm2);
  }
  return [...borneG].flatMap(([one, loadG]) => {
    const bearsG = items[one.item]?.bearsG ?? Number.POSITIVE_INFINITY;
    return loadG > bearsG + 1e-6 ? [`item ${one.item} bears ${loadG} g of at most ${bearsG} g`] : [];
  });
}

function unbalanced(packed: PackedCarton, items: readonly PackItem[], carton: CartonType): string[] {
  if (packed.loadG === 0) return [];
  return ([0, 1] as const).flatMap((axis) => {
    const momentGmm = packed.placements.reduce(
      (sum, one) => sum + (items[one.item]?.weightG ?? 0) * (one.atMm[axis] + one.sizeMm[axis] / 2),
      0,
    );
    const share = momentGmm / packed.loadG / Math.floor(carton.innerMm[axis]);
    return share < 1 / 6 - 1e-9 || share > 5 / 6 + 1e-9 ? [`centre of gravity at ${share}`] : [];
  });
}

/** Room that must stay free beside, below and above the goods, in mm. */
export type FreeSides = { readonly besideMm: number; readonly underMm: number; readonly aboveMm: number };

const NONE: FreeSides = { besideMm: 0, underMm: 0, aboveMm: 0 };

/** What is wrong with one package; empty when nothing is. */
export function packageFaults(
  packed: PackedCarton,
  items: readonly PackItem[],
  carton: CartonType,
  free: FreeSides = NONE,
): string[] {
  const faults = packed.placements.flatMap((placement, index) =>
    faultsOfUnit(placement, index, packed, items),
  );
  faults.push(...crushed(packed, items), ...unbalanced(packed, items, carton));
  const highestMm = Math.max(0, ...packed.placements.map((placement) => end(placement, 2)));
  // What a mailer takes in thickness it gives in length and width.
  const takenMm = carton.kind === 'mailer' || carton.kind === 'bag' ? highestMm + free.aboveMm : 0;
  let loadG = 0;
  let emptyMm3 = carton.innerMm.map(Math.floor).reduce((product, edge) => product * edge, 1);
  for (const placement of packed.placements) {
    loadG += items[placement.item]?.weightG ?? 0;
    emptyMm3 -= placement.sizeMm[0] * placement.sizeMm[1] * placement.sizeMm[2];
    for (const axis of [0, 1, 2] as const) {
      const [before, behind] = axis === 2 ? [free.underMm, free.aboveMm] : [free.besideMm, free.besideMm];
      const roomMm = carton.innerMm[axis] - behind - (axis === 2 ? 0 : takenMm);
      if (placement.atMm[axis] < before || end(placement, axis) > roomMm)
        faults.push(`item ${placement.item} sticks out`);
    }
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
  free: FreeSides = NONE,
): string[] {
  const faults = packages.flatMap((packed) => {
    if (packed.carton === null)
      return packed.placements.every(({ item }) => items[item]?.shipsInOwnCarton) ? [] : ['no own carton'];
    const carton = cartons.find(({ code }) => code === packed.carton);
    return carton ? packageFaults(packed, items, carton, free) : [`no carton ${packed.carton}`];
  });
  const counts = items.map(() => 0);
  for (const { item } of packages.flatMap(({ placements }) => placements))
    counts[item] = (counts[item] ?? 0) + 1;
  items.forEach(({ quantity }, index) => {
    if (counts[index] !== quantity) faults.push(`${counts[index]} of ${quantity} of item ${index}`);
  });
  return faults;
}
