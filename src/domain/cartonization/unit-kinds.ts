import type { PackItem } from './carton-plan.ts';

/** One way to turn a unit: edges in whole mm along x, y and z. */
export type Turn = { readonly dx: number; readonly dy: number; readonly dz: number };

/** Units that cannot be told apart while packing: same edges, weight and rules. */
export type UnitKind = {
  readonly turns: readonly Turn[];
  readonly weightG: number;
  readonly volumeMm3: number;
  readonly longestMm: number;
  readonly shortestMm: number;
  readonly largestFaceMm2: number;
  readonly fragile: boolean;
  /** Indices into the request's items, in an order that does not depend on the request's. */
  readonly items: readonly number[];
};

const byNumber = (a: number, b: number): number => a - b;

/** Lying before standing. */
function turnsOf([a, b, c]: readonly [number, number, number], upright: 'any' | 'keep'): Turn[] {
  const all: Turn[] = [
    { dx: a, dy: b, dz: c },
    { dx: b, dy: a, dz: c },
  ];
  if (upright === 'any') {
    all.push({ dx: a, dy: c, dz: b }, { dx: c, dy: a, dz: b });
    all.push({ dx: b, dy: c, dz: a }, { dx: c, dy: b, dz: a });
  }
  const seen = new Set<string>();
  const different = all.filter(({ dx, dy, dz }) => {
    const key = `${dx} ${dy} ${dz}`;
    return seen.has(key) ? false : seen.add(key);
  });
  return different.sort((one, other) => one.dz - other.dz);
}

function canonicalEdges(item: PackItem): [number, number, number] {
  const [a, b, c] = item.sizeMm;
  const edges: [number, number, number] = [Math.ceil(a), Math.ceil(b), Math.ceil(c)];
  if (item.upright === 'any') return edges.sort(byNumber);
  return [Math.min(edges[0], edges[1]), Math.max(edges[0], edges[1]), edges[2]];
}

function kindOf(item: PackItem, items: readonly number[]): UnitKind {
  const edges = canonicalEdges(item);
  const [short, middle, long] = [...edges].sort(byNumber);
  return {
    turns: turnsOf(edges, item.upright),
    weightG: item.weightG,
    volumeMm3: edges[0] * edges[1] * edges[2],
    longestMm: long ?? 0,
    shortestMm: short ?? 0,
    largestFaceMm2: (middle ?? 0) * (long ?? 0),
    fragile: item.fragile,
    items,
  };
}

/**
 * Groups units by what matters for packing. Sizes are taken up to whole mm, so all later arithmetic is exact.
 * The order of the kinds, and so every plan, does not depend on the order of the request's items.
 */
export function unitKinds(items: readonly PackItem[]): UnitKind[] {
  const groups = new Map<string, number[]>();
  items.forEach((item, index) => {
    const key = `${canonicalEdges(item).join(' ')} ${item.weightG} ${item.upright} ${item.fragile}`;
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  });
  const sku = (index: number): string => items[index]?.sku ?? '';
  const keys = [...groups.keys()].sort();
  const kinds = keys.flatMap((key) => {
    const group = groups.get(key) ?? [];
    group.sort((a, b) => (sku(a) < sku(b) ? -1 : sku(a) > sku(b) ? 1 : a - b));
    const item = items[group[0] ?? 0];
    return item ? [kindOf(item, group)] : [];
  });
  return kinds.sort((a, b) => b.volumeMm3 - a.volumeMm3);
}
