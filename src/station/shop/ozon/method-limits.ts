/** How often methods may be called that have a limit of their own, beside the one over all methods. */
export type MethodLimit = {
  /** They share the limit; in it no other method counts. */
  readonly methods: readonly string[];
  readonly calls: number;
  /** Within this time, in ms. */
  readonly perMs: number;
};

const MINUTE_MS = 60_000;

/**
 * Every limit of a single method that Ozon's documents put in figures; a new one is a line here. What has no figure
 * (the product card's operations) is paused when the shop says so. Limits of one product or pair are their caller's.
 */
export const METHOD_LIMITS: readonly MethodLimit[] = [
  { methods: ['/v2/products/stocks'], calls: 80, perMs: MINUTE_MS },
  { methods: ['/v1/barcode/add'], calls: 20, perMs: MINUTE_MS },
  { methods: ['/v1/barcode/generate'], calls: 20, perMs: MINUTE_MS },
  { methods: ['/v1/analytics/data'], calls: 1, perMs: MINUTE_MS },
  { methods: ['/v1/product/placement-zone/info'], calls: 10, perMs: 1000 },
];
