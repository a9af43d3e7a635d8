import { timeText } from '../http/proto-fields.ts';
import type { Posting } from '../postings/posting.ts';
import { barcodesOf, scanitOf } from '../postings/posting-parts.ts';
import type { Shop } from '../shop.ts';
import { productOf, type World } from '../world/world.ts';

/** Everything a test or a demo wants to know of the shop, in one answer. */
export function shopState(shop: Shop) {
  const world = shop.world();
  const postings = [...world.postings.values()];
  return {
    seed: world.seed,
    now: timeText(shop.now()),
    timings: world.timings,
    key: { ...world.key, expiresAt: timeText(world.key.expiresAt) },
    counts: {
      products: world.products.size,
      postings: postings.length,
      shipped: postings.filter(({ shippedAt }) => shippedAt !== null).length,
      labelTasks: world.labelTasks.size,
      carriages: world.carriages.size,
    },
    postings: postings.map((posting) => postingState(posting, world)),
    labelTasks: [...world.labelTasks.values()].map(({ id, type, postingNumbers }) => ({
      id,
      type,
      postingNumbers,
    })),
    carriages: [...world.carriages.values()],
  };
}

/** What the admin routes tell of one posting: state, barcodes, contents and how often each thing was asked. */
export function postingState(posting: Posting, world: World) {
  const barcodes = barcodesOf(posting);
  return {
    number: posting.number,
    status: posting.status,
    substatus: posting.substatus,
    shipping: posting.shipping,
    parent: posting.parentNumber,
    cutoffAt: timeText(posting.shipmentAt),
    shippedAt: posting.shippedAt === null ? null : timeText(posting.shippedAt),
    express: posting.express,
    carriageId: posting.carriageId,
    upperBarcode: barcodes.upper_barcode,
    lowerBarcode: barcodes.lower_barcode,
    scanit: scanitOf(posting),
    exemplarState: posting.exemplarState,
    marks: posting.exemplars.flatMap(({ marks }) => marks.map(({ mark, check }) => ({ mark, check }))),
    units: posting.exemplars.map(({ sku, marks, gtd, isGtdAbsent, rnpt, isRnptAbsent, weightKg }) => ({
      ...{ sku, gtd, isGtdAbsent, rnpt, isRnptAbsent, weightKg },
      marks: marks.map(({ mark, markType }) => ({ mark, markType })),
    })),
    /** Requests received, and those that changed the state. */
    shipRequests: posting.counts.shipRequests,
    shipChanges: posting.counts.shipChanges,
    labelCreations: posting.counts.labelCreations,
    labelPages: posting.counts.labelPages,
    exemplarSets: posting.counts.exemplarSets,
    lines: posting.lines.map(({ sku, quantity, country }) => {
      const { barcodes: codes, weightG, marked } = productOf(world, sku);
      return { sku, quantity, country, barcodes: codes, weightG, marked };
    }),
  };
}
