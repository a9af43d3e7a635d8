import { z } from 'zod';

const posting = z.object({
  number: z.string(),
  status: z.string(),
  express: z.boolean(),
  shipRequests: z.int(),
  shipChanges: z.int(),
  lines: z.array(
    z.object({
      sku: z.int(),
      quantity: z.int(),
      barcodes: z.array(z.string()),
      weightG: z.number(),
      marked: z.boolean(),
    }),
  ),
});
const product = z.object({ sku: z.int(), kind: z.string(), name: z.string(), marked: z.boolean() });
export type ShopProduct = z.infer<typeof product>;
const catalogue = z.object({ products: z.array(product) });
const ordered = z.object({ postings: z.tuple([z.string()]) });
const state = z.object({
  timings: z.object({ shipMs: z.number(), labelReadyMs: z.number(), labelTaskMs: z.number() }),
});
/** A posting as the demo shop knows it. */
export type ShopPosting = z.infer<typeof posting>;

/** The other side of the demo: what a buyer, the marketplace and the network do. */
export type DemoShopSide = {
  readonly postings: () => Promise<readonly ShopPosting[]>;
  readonly posting: (number: string) => Promise<ShopPosting>;
  readonly products: () => Promise<readonly ShopProduct[]>;
  /** A buyer orders one of each; answers the posting, which the bench reads within seconds. */
  readonly order: (skus: readonly number[]) => Promise<ShopPosting>;
  /** A marking code off the shelf, for one unit. */
  readonly markingCode: (sku: number) => Promise<string>;
  readonly cancel: (number: string) => Promise<void>;
  /** How long the shop itself takes from a request to ship to the label's file, ms. */
  readonly labelMs: () => Promise<number>;
  /** Nobody answers at the shop's address until `comeBack`. */
  readonly goAway: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
};

/** Speaks to the admin routes of the demo shop, see docs/sandbox.md. Throws what it refuses. */
export function openDemoShop(url: string): DemoShopSide {
  async function call(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(`${url}/admin/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }
  return {
    postings: async () => z.object({ postings: z.array(posting) }).parse(await call('GET', 'state')).postings,
    posting: async (number) => posting.parse(await call('GET', `postings/${number}`)),
    products: async () => catalogue.parse(await call('GET', 'products')).products,
    order: async (skus) => {
      const lines = skus.map((sku) => ({ sku, quantity: 1 }));
      const [number] = ordered.parse(await call('POST', 'postings', { lines })).postings;
      return posting.parse(await call('GET', `postings/${number}`));
    },
    markingCode: async (sku) =>
      z.object({ code: z.string() }).parse(await call('GET', `marking-code?sku=${sku}`)).code,
    cancel: async (number) => void (await call('POST', `postings/${number}/cancel`, {})),
    labelMs: async () => {
      const { shipMs, labelReadyMs, labelTaskMs } = state.parse(await call('GET', 'state')).timings;
      return shipMs + labelReadyMs + labelTaskMs;
    },
    goAway: async () => void (await call('POST', 'faults', { kind: 'closed', method: '*', count: null })),
    comeBack: async () => void (await call('DELETE', 'faults')),
  };
}
