import { seededRandom } from '#domain/cartonization/search/seeded-random.ts';

/** Orders as a file of the format `packing-bench/1` has them. */
export type MadeUpOrder = {
  readonly id: string;
  /** The box that the order was cut from, so that it certainly goes in. */
  readonly known?: string;
  readonly items: readonly {
    readonly sku: string;
    readonly qty: number;
    readonly dims: Edges;
    readonly weight: number;
    readonly up: readonly [0 | 1, 0 | 1, 0 | 1];
    readonly fragile: boolean;
  }[];
};
type Edges = [number, number, number];

/** Common sizes of post and marketplace cartons: id, inner edges in mm, tare in g, the most that goes in in g. */
export const madeUpBoxes = (
  [
    ['micro', [160, 110, 50], 40, 1000],
    ['mail-a5', [220, 160, 50], 60, 1500],
    ['xs', [170, 120, 90], 60, 2000],
    ['mail-a4', [310, 220, 60], 110, 3000],
    ['s', [210, 200, 110], 110, 5000],
    ['m', [330, 250, 150], 230, 10_000],
    ['long', [600, 200, 200], 380, 12_000],
    ['l', [400, 300, 200], 360, 15_000],
    ['cube', [300, 300, 300], 380, 15_000],
    ['xl', [530, 360, 220], 560, 20_000],
    ['xxl', [600, 400, 400], 1100, 30_000],
  ] as const
).map(([id, inner, tare, maxWeight]) => ({ id, inner: [...inner] as Edges, tare, maxWeight }));

/** What is sold: usual edges in mm, g per cm³, how it may stand, and the share that is fragile. */
const GOODS = [
  { name: 'book', edges: [215, 145, 22], density: 0.75, up: [1, 1, 1], fragile: 0 },
  { name: 'cosmetics', edges: [130, 60, 45], density: 0.55, up: [1, 1, 1], fragile: 0.08 },
  { name: 'clothes', edges: [300, 230, 40], density: 0.14, up: [1, 1, 1], fragile: 0 },
  { name: 'toy', edges: [260, 190, 90], density: 0.14, up: [1, 1, 1], fragile: 0.03 },
  { name: 'glass', edges: [160, 110, 105], density: 0.35, up: [1, 0, 0], fragile: 0.8 },
  { name: 'tool', edges: [230, 110, 55], density: 0.9, up: [1, 1, 1], fragile: 0 },
  { name: 'grocery', edges: [190, 110, 70], density: 0.6, up: [0, 0, 1], fragile: 0.03 },
] as const;

const SEED = 20261129;
const MM3_PER_CM3 = 1000;

/** Orders of a small shop, 1 to 30 units each. The same every time. */
export function mixedOrders(count: number): MadeUpOrder[] {
  const random = seededRandom(SEED);
  return Array.from({ length: count }, (_, n) => {
    const units = Math.ceil(30 ** random());
    const items = Array.from({ length: Math.ceil(units * 0.7) }, (_item, line) => {
      const goods = GOODS[Math.floor(random() * GOODS.length)] ?? GOODS[0];
      const [a, b, c] = goods.edges.map((mm) =>
        Math.max(4, Math.round(mm * Math.exp(0.6 * (random() - 0.5)))),
      );
      const dims: Edges = [a ?? 4, b ?? 4, c ?? 4];
      const weight = Math.max(5, Math.round((volumeOf(dims) / MM3_PER_CM3) * goods.density));
      const qty = line === 0 ? Math.max(1, Math.floor(units * 0.3)) : 1;
      const fragile = random() < goods.fragile;
      return { sku: `${goods.name}-${line}`, qty, dims, weight, up: goods.up, fragile };
    });
    return { id: `mixed-${n}`, items };
  });
}

/** Orders that are a carton cut into pieces, each a little smaller than its place. The same every time. */
export function tightOrders(count: number): MadeUpOrder[] {
  const random = seededRandom(SEED);
  return Array.from({ length: count }, (_, n) => {
    const box = madeUpBoxes[Math.floor(random() * madeUpBoxes.length)] ?? madeUpBoxes[0];
    if (box === undefined) throw new Error('there are no boxes');
    const slack = [0, 0.03, 0.06, 0.1, 0.15][n % 5] ?? 0;
    const pieces = cut(box.inner, 4 + Math.floor(random() * 20), random);
    const items = pieces.map((piece, at) => {
      const [a, b, c] = piece.map((mm) => Math.max(1, Math.round(mm * (1 - slack * random()))));
      return {
        ...{ sku: `piece-${at}`, qty: 1, dims: [a ?? 1, b ?? 1, c ?? 1] as Edges, weight: 10 },
        ...{ up: [1, 1, 1] as const, fragile: false },
      };
    });
    return { id: `tight-${n}`, known: box.id, items };
  });
}

/** Cuts the largest piece in two again and again. */
function cut(box: Edges, count: number, random: () => number): Edges[] {
  const pieces: Edges[] = [[...box]];
  while (pieces.length < count) {
    pieces.sort((a, b) => volumeOf(b) - volumeOf(a));
    const [largest] = pieces.splice(0, 1);
    if (largest === undefined) break;
    const longest = Math.max(...largest);
    const axis = largest.indexOf(longest);
    const first = Math.max(1, Math.min(longest - 1, Math.round(longest * (0.2 + 0.6 * random()))));
    const withEdge = (mm: number) => largest.map((edge, at) => (at === axis ? mm : edge)) as Edges;
    pieces.push(withEdge(first), withEdge(longest - first));
  }
  return pieces;
}

function volumeOf([a, b, c]: Edges): number {
  return a * b * c;
}
