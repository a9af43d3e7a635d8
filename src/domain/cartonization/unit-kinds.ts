import type { PackItem, Upright } from './carton-plan.ts';

/** Units that cannot be told apart while packing: same shape, weight and rules. */
export type UnitKind = {
  /** Place in the list of kinds. */
  readonly index: number;
  /** The ways to turn (and press or fold) a unit, as dx, dy, dz in whole mm, one after the other. */
  readonly turns: Int32Array;
  readonly weightG: number;
  readonly volumeMm3: number;
  readonly longestMm: number;
  readonly shortestMm: number;
  readonly largestFaceMm2: number;
  readonly fragile: boolean;
  /** `Infinity` where anything may lie on it. */
  readonly bearsG: number;
  /** The item of each unit, in an order that does not depend on the request's. */
  readonly items: readonly number[];
  readonly apartFrom: readonly string[];
  readonly skus: readonly string[];
  readonly togetherAs: string;
};

type Shape = readonly [number, number, number];

const EDGES = [0, 1, 2] as const;

function uprightEdges(upright: Upright): readonly [boolean, boolean, boolean] {
  if (upright === 'any') return [true, true, true];
  return upright === 'keep' ? [false, false, true] : upright;
}

/** The shapes that soft goods take besides their own: thinner, or folded in half and so twice as thick. */
function shapesOf({ sizeMm, soft }: PackItem): Shape[] {
  const [a, b, c] = sizeMm.map(Math.ceil);
  let shape: Shape = [a ?? 0, b ?? 0, c ?? 0];
  const shapes = [shape];
  if (soft === undefined) return shapes;
  const thinnest = Math.min(Math.ceil(soft.pressedMm ?? shape[2]), shape[2]);
  if (thinnest < shape[2]) shapes.push([shape[0], shape[1], thinnest]);
  for (let folds = soft.folds ?? 0, thick = thinnest; folds > 0; folds -= 1) {
    const [x, y] = shape;
    thick *= 2;
    shape = x >= y ? [Math.ceil(x / 2), y, thick] : [x, Math.ceil(y / 2), thick];
    shapes.push(shape);
  }
  return shapes;
}

/** Flat turns before standing ones, each once. */
function turnsOf(item: PackItem): Shape[] {
  const upright = uprightEdges(item.upright);
  const all: Shape[] = [];
  for (const shape of shapesOf(item)) {
    for (const vertical of EDGES) {
      if (!upright[vertical]) continue;
      const [one, other] = EDGES.filter((edge) => edge !== vertical);
      const a = shape[one ?? 0];
      const b = shape[other ?? 0];
      all.push([a, b, shape[vertical]]);
      if (item.isFixed !== true) all.push([b, a, shape[vertical]]);
    }
  }
  const different = new Map(all.map((turn) => [turn.join(' '), turn]));
  return [...different.values()].sort((a, b) => a[2] - b[2] || b[0] - a[0] || b[1] - a[1]);
}

/** Everything that tells units apart while packing, as text. */
function keyOf(item: PackItem, turns: readonly Shape[]): string {
  const { weightG, fragile, bearsG, apartFrom, togetherAs, sku } = item;
  const alone = apartFrom === undefined ? '' : JSON.stringify([sku, [...apartFrom].sort()]);
  return `${turns.join('|')};${weightG};${fragile};${bearsG ?? ''};${alone};${togetherAs ?? ''}`;
}

type Group = {
  readonly key: string;
  readonly turns: readonly Shape[];
  readonly item: PackItem;
  readonly items: number[];
};

/**
 * Groups units by what matters for packing; those that leave in their own carton are left out. Sizes are taken up to whole mm, so all later arithmetic is exact.
 * The order of the kinds, and so every plan, does not depend on the order of the request's items or of free edges.
 */
export function unitKinds(items: readonly PackItem[]): UnitKind[] {
  const named = new Set(items.flatMap(({ apartFrom }) => apartFrom ?? []));
  const groups = new Map<string, Group>();
  items.forEach((item, index) => {
    if (item.shipsInOwnCarton === true) return;
    const turns = turnsOf(item);
    const key = `${keyOf(item, turns)};${named.has(item.sku) ? item.sku : ''}`;
    const units = Array.from({ length: item.quantity }, () => index);
    const group = groups.get(key);
    if (group) group.items.push(...units);
    else groups.set(key, { key, turns, item, items: units });
  });
  const sku = (index: number): string => items[index]?.sku ?? '';
  for (const group of groups.values())
    group.items.sort((a, b) => (sku(a) < sku(b) ? -1 : sku(a) > sku(b) ? 1 : a - b));
  return [...groups.values()]
    .sort((a, b) => volumeOf(b.turns) - volumeOf(a.turns) || (a.key < b.key ? -1 : 1))
    .map((group, index) => toKind(group, index, new Set(group.items.map(sku))));
}

/** The least of all shapes. */
function volumeOf(turns: readonly Shape[]): number {
  return Math.min(...turns.map(([x, y, z]) => x * y * z));
}

function toKind({ turns, item, items }: Group, index: number, skus: ReadonlySet<string>): UnitKind {
  const [short, middle, long] = [...(turns[0] ?? [0, 0, 0])].sort((a, b) => a - b);
  return {
    index,
    turns: Int32Array.from(turns.flat()),
    weightG: item.weightG,
    volumeMm3: volumeOf(turns),
    longestMm: long ?? 0,
    shortestMm: short === undefined ? 0 : Math.min(...turns.flat()),
    largestFaceMm2: (middle ?? 0) * (long ?? 0),
    fragile: item.fragile,
    bearsG: item.bearsG ?? Number.POSITIVE_INFINITY,
    items,
    apartFrom: item.apartFrom ?? [],
    skus: [...skus],
    togetherAs: item.togetherAs ?? '',
  };
}
