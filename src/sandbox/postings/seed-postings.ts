import type { Product } from '../catalogue/product.ts';
import { ordinalOf } from '../world/number-range.ts';
import { type SeededRandom, seededRandom } from '../world/seeded-random.ts';
import type { World } from '../world/world.ts';
import { makePosting, type PostingWish } from './make-posting.ts';
import type { Posting } from './posting.ts';
import { movePosting } from './posting-status.ts';

/** The shapes of postings a bench must cope with. */
export const postingShapes = [
  'single',
  'severalItems',
  'severalUnits',
  'marked',
  'large',
  'express',
] as const;
export type PostingShape = (typeof postingShapes)[number];

/** The first day's 60 postings: how many of each shape, three of them already packed. */
const FIRST_DAY: readonly (readonly [PostingShape | 'shipped', number])[] = [
  ['single', 26],
  ['severalItems', 13],
  ['severalUnits', 9],
  ['marked', 5],
  ['large', 3],
  ['express', 1],
  ['shipped', 3],
];

/** Fills an empty world with its first 60 postings, cutoffs today and tomorrow. `now` in epoch ms. */
export function seedPostings(world: World, now: number): void {
  const shapes = FIRST_DAY.flatMap(([shape, count]) => Array.from({ length: count }, () => shape));
  for (const shape of shuffled(shapes, seededRandom(world.seed, 'first day'))) {
    const posting = addPosting(world, shape === 'shipped' ? 'single' : shape, now);
    if (shape !== 'shipped') continue;
    movePosting(posting, 'awaiting_deliver', now);
    posting.shippedAt = now;
    posting.labelReadyAt = now;
  }
}

/** Adds `count` postings of mixed shapes, the next ones of the seed; answers them in order. */
export function addPostings(world: World, count: number, now: number): readonly Posting[] {
  return Array.from({ length: count }, () => {
    const random = seededRandom(world.seed, `shape ${ordinalOf(world)}`);
    const shape = random.pick([
      'single',
      'single',
      'single',
      'severalItems',
      'severalItems',
      'severalUnits',
      'marked',
    ] as const);
    return addPosting(world, shape, now);
  });
}

/** Adds one posting of a shape. */
export function addPosting(world: World, shape: PostingShape, now: number): Posting {
  const random = seededRandom(world.seed, `content ${ordinalOf(world)}`);
  const shipmentAt = shape === 'express' ? now + 2 * HOUR_MS : cutoffOf(random, now);
  const wish: PostingWish = {
    lines: linesOf(world, shape, random),
    shipmentAt,
    express: shape === 'express',
  };
  return makePosting(world, wish, now);
}

const HOUR_MS = 3_600_000;

/** One of four common cutoffs, on the full hour: two within hours, two about a day later. */
export function cutoffOf(random: SeededRandom, now: number): number {
  const hours = random.pick([3, 6, 6, 24, 27]);
  return Math.ceil((now + hours * HOUR_MS) / HOUR_MS) * HOUR_MS;
}

function linesOf(world: World, shape: PostingShape, random: SeededRandom): PostingWish['lines'] {
  const products = [...world.products.values()];
  const plain = products.filter((product) => !product.marked && product.kind !== 'toolbox');
  const small = plain.filter((product) => volumeL(product) < 5);
  const marked = products.filter((product) => product.marked);
  switch (shape) {
    case 'single':
    case 'express':
      return [{ sku: random.pick(plain).sku, quantity: 1 }];
    case 'severalItems':
      return distinct(random, small, random.int(2, 4)).map((product) => ({ sku: product.sku, quantity: 1 }));
    case 'severalUnits': {
      const [many, other] = distinct(random, small, 2);
      if (many === undefined || other === undefined) return [];
      const lines = [{ sku: many.sku, quantity: random.int(2, volumeL(many) < 1 ? 6 : 3) }];
      return random.int(0, 1) === 0 ? lines : [...lines, { sku: other.sku, quantity: 1 }];
    }
    case 'marked': {
      const lines = [{ sku: random.pick(marked).sku, quantity: random.int(1, 2) }];
      return random.int(0, 2) > 0 ? lines : [...lines, { sku: random.pick(small).sku, quantity: 1 }];
    }
    case 'large':
      return [
        { sku: random.pick(products.filter((product) => product.kind === 'toolbox')).sku, quantity: 2 },
      ];
  }
}

function distinct(random: SeededRandom, products: readonly Product[], count: number): readonly Product[] {
  return shuffled(products, random).slice(0, count);
}

function shuffled<Item>(items: readonly Item[], random: SeededRandom): readonly Item[] {
  return items
    .map((item) => ({ item, order: random.fraction() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}

function volumeL(product: Product): number {
  return (product.sizeMm.length * product.sizeMm.width * product.sizeMm.height) / 1e6;
}
