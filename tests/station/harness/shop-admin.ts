import { z } from 'zod';

const postingState = z.object({
  number: z.string(),
  status: z.string(),
  parent: z.string(),
  upperBarcode: z.string(),
  lowerBarcode: z.string(),
  scanit: z.string(),
  marks: z.array(z.object({ mark: z.string(), check: z.string() })),
  units: z.array(
    z.object({
      sku: z.int(),
      gtd: z.string(),
      isGtdAbsent: z.boolean(),
      rnpt: z.string(),
      isRnptAbsent: z.boolean(),
      weightKg: z.number(),
      marks: z.array(z.object({ mark: z.string(), markType: z.string() })),
    }),
  ),
  shipRequests: z.int(),
  shipChanges: z.int(),
  labelCreations: z.int(),
  labelPages: z.int(),
  lines: z.array(
    z.object({
      sku: z.int(),
      quantity: z.int(),
      country: z.string(),
      barcodes: z.array(z.string()),
      weightG: z.number(),
      marked: z.boolean(),
    }),
  ),
});
export type PostingState = z.infer<typeof postingState>;

const carriageState = z.object({
  id: z.int(),
  status: z.string(),
  departureDay: z.string(),
  postingNumbers: z.array(z.string()),
});
export type CarriageState = z.infer<typeof carriageState>;

export type PostingShape = 'single' | 'severalItems' | 'severalUnits' | 'marked' | 'large' | 'express';

/** The admin routes of the stand-in shop, see docs/sandbox.md. */
export type ShopAdmin = {
  readonly postings: () => Promise<readonly PostingState[]>;
  readonly posting: (number: string) => Promise<PostingState>;
  readonly add: (wish: {
    readonly shape?: PostingShape;
    readonly lines?: readonly { readonly sku: number; readonly quantity: number }[];
    readonly count?: number;
    readonly cutoffAt?: string;
    readonly requiresCountry?: boolean;
    readonly gtdAfterCountry?: boolean;
    readonly demands?: readonly string[];
    readonly demandOfTomorrow?: boolean;
    readonly traits?: readonly string[];
    readonly companyBuyer?: string;
  }) => Promise<readonly string[]>;
  /** Thousands at once, single items all. */
  readonly addInBulk: (count: number) => Promise<void>;
  readonly cancel: (number: string) => Promise<void>;
  /** Has buyers cancel many postings, as they do in three days. */
  readonly cancelAll: (numbers: readonly string[]) => Promise<void>;
  /** Has the seller deliver a posting. */
  readonly deliverInPerson: (number: string) => Promise<void>;
  /** The buyer asks to cancel what is on its way. */
  readonly asksToCancel: (number: string) => Promise<void>;
  /** The first product of a posting comes back; answers the return's barcode. */
  readonly comesBack: (number: string) => Promise<string>;
  /** The buyer wants to send goods back to the seller alone; answers the id of that. */
  readonly wantsToReturn: (number: string) => Promise<number>;
  /** Which actions were done with such a return, in order. */
  readonly returnActions: (id: number) => Promise<readonly number[]>;
  /** Everything that came back is being given out at one place; answers the number of that. */
  readonly givesOut: () => Promise<number>;
  /** Has parcels go in boxes and on pallets that are accepted as a whole. */
  readonly trustAcceptance: () => Promise<void>;
  /** The shop's handovers. */
  readonly carriages: () => Promise<readonly CarriageState[]>;
  /** The sorting centre accepts a handover: what is missing, what it says nothing of, and whether it is through. */
  readonly accept: (
    carriage: number,
    wish?: {
      readonly missing?: readonly string[];
      readonly silent?: readonly string[];
      readonly done?: boolean;
    },
  ) => Promise<void>;
  /** Somebody writes into the chat of a posting's order, a buyer unless told. */
  readonly writes: (
    number: string,
    message: {
      readonly text?: string;
      readonly by?: 'Customer' | 'Seller' | 'Crm';
      readonly hoursAgo?: number;
    },
  ) => Promise<{ readonly chat: string; readonly message: string }>;
  readonly chat: (id: string) => Promise<ChatState>;
  /** The parcel is with its buyer since so many hours. */
  readonly arrives: (number: string, hoursAgo: number) => Promise<void>;
  /** The shop credits or charges something for a posting. */
  readonly charges: (unit: string, day: string, amount: string) => Promise<void>;
  /** What the seller pays for, in Ozon's word. */
  readonly subscribe: (type: string) => Promise<void>;
  readonly moveCutoff: (number: string, cutoffAt: string) => Promise<void>;
  /** Ships a posting in one package through the shop's own API, as another bench does. */
  readonly shipElsewhere: (number: string) => Promise<void>;
  /** Hands these postings over through the shop's own API, as another bench or the seller cabinet does. */
  readonly handOverElsewhere: (numbers: readonly string[], day: string) => Promise<void>;
  readonly markingCode: (sku: number) => Promise<string>;
  /** Has the shop refuse a marking code: already when it is asked about, or only when it is handed over. */
  readonly refuseMark: (code: string, from: 'validate' | 'set') => Promise<void>;
  /** Changes a product's card, as somebody in the seller's cabinet does. */
  readonly changeCard: (sku: number, change: Readonly<Record<string, unknown>>) => Promise<void>;
  /** What was changed of a product's card. */
  readonly card: (sku: number) => Promise<Card>;
  /** The next ship requests of a posting end in `ship_failed`. */
  readonly failShip: (number: string, count: number) => Promise<void>;
  /** What the carrier does with a posting. */
  readonly setStatus: (number: string, status: string) => Promise<void>;
  /** Changes the account's key: its last day, whether it is switched off. */
  readonly changeKey: (change: {
    readonly expiresAt?: string;
    readonly deactivated?: boolean;
  }) => Promise<void>;
  readonly products: () => Promise<readonly Product[]>;
  readonly play: (...faults: readonly Fault[]) => Promise<void>;
  readonly clearFaults: () => Promise<void>;
  readonly faultsLeft: () => Promise<number>;
  /** What the acceptance point takes of a parcel, in g and cm. */
  readonly setAcceptance: (limits: Readonly<Record<string, number>>) => Promise<void>;
  /** Changes the account's key: a new one, switched off, fewer rights. */
  readonly setKey: (change: {
    readonly apiKey?: string;
    readonly deactivated?: boolean;
    readonly roles?: readonly { readonly name: string; readonly methods: readonly string[] }[];
  }) => Promise<void>;
  readonly setTimings: (timings: Readonly<Record<string, number>>) => Promise<void>;
  /** How often requests to paths that contain this text were received, of the last thousand. */
  readonly requests: (path: string) => Promise<readonly Request[]>;
};

const chat = z.object({
  id: z.string(),
  messages: z.array(
    z.object({
      id: z.string(),
      author: z.string(),
      data: z.array(z.string()),
      isImage: z.boolean(),
      isRead: z.boolean(),
    }),
  ),
});
export type ChatState = z.infer<typeof chat>;

const product = z.object({
  sku: z.int(),
  kind: z.string(),
  name: z.string(),
  offerId: z.string(),
  barcodes: z.array(z.string()),
  weightG: z.number(),
  marked: z.boolean(),
});
export type Product = z.infer<typeof product>;

const card = z.object({
  barcodes: z.array(z.string()),
  price: z.string(),
  stocks: z.array(z.object({ warehouse: z.int(), free: z.int() })),
});
export type Card = z.infer<typeof card>;

const request = z.object({
  at: z.number(),
  method: z.string(),
  path: z.string(),
  status: z.int(),
  body: z.unknown(),
});
export type Request = z.infer<typeof request>;

export type Fault = {
  readonly kind: string;
  readonly method?: string;
  readonly containing?: string;
  readonly count?: number | null;
  readonly skip?: number;
  readonly ms?: number;
  readonly retryAfterS?: number;
  readonly clean?: boolean;
  readonly http?: number;
  readonly code?: number;
  readonly message?: string;
  readonly probability?: number;
};

/** The stand-in's main warehouse, whose id is its delivery method's too. */
export const mainWarehouse = 1_020_000_000_001_000;

/** Speaks to the admin routes of the shop at `url`. Throws what the shop refuses. */
export function openShopAdmin(url: () => string): ShopAdmin {
  async function call(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(`${url()}/admin/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }
  const posting = async (number: string) => postingState.parse(await call('GET', `postings/${number}`));
  async function elsewhere(method: string, body: object): Promise<string> {
    const answer = await fetch(`${url()}${method}`, {
      method: 'POST',
      headers: { 'Client-Id': '1', 'Api-Key': 'sandbox-key' },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method}: ${answer.status} ${text}`);
    return text;
  }
  return {
    posting,
    shipElsewhere: async (number) => {
      const { lines } = await posting(number);
      const products = lines.map(({ sku, quantity }) => ({ product_id: sku, quantity }));
      await elsewhere('/v4/posting/fbs/ship', { posting_number: number, packages: [{ products }] });
    },
    handOverElsewhere: async (numbers, day) => {
      const created = await elsewhere('/v1/carriage/create', {
        ...{ delivery_method_id: mainWarehouse, departure_date: `${day}T00:00:00Z` },
      });
      const { carriage_id } = z.object({ carriage_id: z.int() }).parse(JSON.parse(created));
      await elsewhere('/v1/carriage/set-postings', { carriage_id, posting_numbers: numbers });
      await elsewhere('/v1/carriage/approve', { carriage_id });
    },
    postings: async () =>
      z.object({ postings: z.array(postingState) }).parse(await call('GET', 'state')).postings,
    add: async (wish) =>
      z.object({ postings: z.array(z.string()) }).parse(await call('POST', 'postings', wish)).postings,
    addInBulk: async (count) => void (await call('POST', 'postings/bulk', { count })),
    cancelAll: async (numbers) => {
      for (const number of numbers) await call('POST', `postings/${number}/cancel`, {});
    },
    cancel: async (number) => void (await call('POST', `postings/${number}/cancel`, {})),
    deliverInPerson: async (number) => void (await call('POST', `postings/${number}/self-delivered`, {})),
    asksToCancel: async (number) => void (await call('POST', `postings/${number}/cancellation-request`, {})),
    comesBack: async (number) =>
      z.object({ barcode: z.string() }).parse(await call('POST', `postings/${number}/return`, {})).barcode,
    wantsToReturn: async (number) =>
      z.object({ id: z.int() }).parse(await call('POST', `postings/${number}/return-request`, {})).id,
    returnActions: async (id) => {
      const answer = z
        .object({ requests: z.array(z.object({ id: z.int(), actions: z.array(z.int()) })) })
        .parse(await call('GET', 'return-requests'));
      return answer.requests.find((one) => one.id === id)?.actions ?? [];
    },
    givesOut: async () => z.object({ id: z.int() }).parse(await call('POST', 'giveouts', {})).id,
    trustAcceptance: async () => void (await call('POST', 'trusted-acceptance', {})),
    carriages: async () =>
      z.object({ carriages: z.array(carriageState) }).parse(await call('GET', 'carriages')).carriages,
    accept: async (carriage, wish = {}) => void (await call('POST', 'acceptance', { carriage, ...wish })),
    writes: async (number, message) =>
      z
        .object({ chat: z.string(), message: z.string() })
        .parse(await call('POST', `postings/${number}/message`, message)),
    chat: async (id) => {
      const { chats } = z.object({ chats: z.array(chat) }).parse(await call('GET', 'chats'));
      const found = chats.find((one) => one.id === id);
      if (found === undefined) throw new Error(`no chat ${id}`);
      return found;
    },
    arrives: async (number, hoursAgo) =>
      void (await call('POST', `postings/${number}/arrived`, { hoursAgo })),
    charges: async (unit, day, amount) => void (await call('POST', 'accruals', { unit, day, amount })),
    subscribe: async (type) => void (await call('POST', 'subscription', { type })),
    moveCutoff: async (number, cutoffAt) =>
      void (await call('POST', `postings/${number}/cutoff`, { cutoffAt })),
    markingCode: async (sku) =>
      z.object({ code: z.string() }).parse(await call('GET', `marking-code?sku=${sku}`)).code,
    refuseMark: async (code, from) => void (await call('POST', 'refused-marks', { code, from })),
    changeCard: async (sku, change) => void (await call('POST', `products/${sku}`, change)),
    card: async (sku) => card.parse(await call('GET', `products/${sku}`)),
    failShip: async (number, count) => void (await call('POST', `postings/${number}/ship-fails`, { count })),
    setStatus: async (number, status) => void (await call('POST', `postings/${number}/status`, { status })),
    changeKey: async (change) => void (await call('POST', 'key', change)),
    products: async () =>
      z.object({ products: z.array(product) }).parse(await call('GET', 'products')).products,
    play: async (...faults) => void (await call('POST', 'faults', faults)),
    clearFaults: async () => void (await call('DELETE', 'faults')),
    faultsLeft: async () =>
      z.object({ faults: z.array(z.unknown()) }).parse(await call('GET', 'faults')).faults.length,
    setAcceptance: async (limits) => void (await call('POST', 'acceptance-limits', limits)),
    setKey: async (change) => void (await call('POST', 'key', change)),
    setTimings: async (timings) => void (await call('POST', 'timings', timings)),
    requests: async (path) =>
      z
        .object({ requests: z.array(request) })
        .parse(await call('GET', `requests?last=1000&path=${encodeURIComponent(path)}`)).requests,
  };
}
