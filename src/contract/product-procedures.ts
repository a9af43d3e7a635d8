import { z } from 'zod';
import { cardProblems } from '#domain/catalogue/card-problems.ts';
import { Amount, CardId, ListedCard } from '#domain/catalogue/listed-card.ts';
import { stockProblemCodes } from '#domain/catalogue/stock-sheet.ts';
import type { ProcedureTable } from './procedure-table.ts';

/** What the shop takes as a barcode: up to 100 visible characters without a blank. */
const Barcode = z.string().regex(/^[\x21-\x7e]{1,100}$/);
const Free = z.int().min(0).max(999_999);
/** A warehouse's number at the shop. */
const WarehouseId = z.string().regex(/^[1-9]\d{0,18}$/);
const query = {
  wanted: z.string().max(200),
  isArchived: z.boolean(),
  problem: z.enum(['', 'any', ...cardProblems]),
  status: z.string().max(200),
};
const done = z.object({ done: z.literal(true) });

/** A card with what is wrong with it, as it was read last (epoch ms). */
export const CardView = ListedCard.extend({ problems: z.array(z.enum(cardProblems)), readAt: z.int() });
export type CardView = z.infer<typeof CardView>;

/** How far the reading of the products is. */
export const CatalogueReadingView = z.object({
  isUnderWay: z.boolean(),
  /** Read so far, and how many there are; null where the shop has not said. */
  cards: z.int(),
  total: z.int().nullable(),
  /** Entries that could not be read. */
  unread: z.int(),
  /** When all of them were read last, epoch ms. */
  wholeAt: z.int().nullable(),
  /** Why it broke off; null where it did not. */
  failure: z.string().nullable(),
});
export type CatalogueReadingView = z.infer<typeof CatalogueReadingView>;

/** What was changed of a product, by whom and what came of it; times are epoch ms. */
export const ProductChangeView = z.object({
  ...{ seq: z.int(), kind: z.enum(['barcode', 'make-barcode', 'stock', 'price']), warehouse: z.string() },
  /** What was wanted, in figures that need no language. */
  wanted: z.string(),
  actor: z.string(),
  askedAt: z.int(),
  outcome: z.enum(['waiting', 'sending', 'done', 'refused', 'unknown', 'replaced']),
  words: z.string().nullable(),
});
export type ProductChangeView = z.infer<typeof ProductChangeView>;

const WarehouseName = z.object({ id: WarehouseId, name: z.string() });

/** What lies of a product in a warehouse, and what of that is on its way to the shop. */
export const StockCell = z.object({
  warehouse: WarehouseId,
  free: z.int(),
  reserved: z.int(),
  /** A stock that was set and is not through yet; null where none is. */
  pending: z.int().nullable(),
  /** What came of the last one that did not count, and why; null where nothing. */
  trouble: z.string().nullable(),
});
export type StockCell = z.infer<typeof StockCell>;

export const StockRowView = z.object({
  ...{ id: CardId, offer: z.string(), name: z.string(), cells: z.array(StockCell) },
});
export type StockRowView = z.infer<typeof StockRowView>;

/** The seller's products at the shop. */
export const productProcedures = {
  /** One page of what is known of them, by name. A code that is a product's own barcode finds that product alone. */
  'products.list': {
    role: 'packer',
    input: z.object({
      ...query,
      limit: z.int().min(1).max(100),
      offset: z.int().min(0),
    }),
    output: z.object({
      rows: z.array(CardView),
      total: z.int(),
      statuses: z.array(z.string()),
      reading: CatalogueReadingView,
    }),
  },
  /** Has them read in the background, where the last reading is old; with `isWanted` however fresh it is. */
  'products.read': { role: 'packer', input: z.object({ isWanted: z.boolean() }), output: done },
  /** One product, read anew at the shop; `failure` says why what is shown is of an earlier reading. */
  'products.card': {
    role: 'packer',
    input: z.object({ id: CardId }),
    output: z.object({
      card: CardView,
      failure: z.string().nullable(),
      /** What lies in each of the seller's warehouses; null where it could not be read. */
      stocks: z.array(StockCell.extend({ warehouseName: z.string() })).nullable(),
      /** The last ones, the newest first. */
      changes: z.array(ProductChangeView),
    }),
  },
  /** A product's picture as a data URL; null when there is none. */
  'products.picture': {
    role: 'packer',
    input: z.object({ id: CardId }),
    output: z.object({ dataUrl: z.string().nullable() }),
  },
  /** Gives a product one more barcode. */
  'products.addBarcode': {
    role: 'lead',
    input: z.object({ id: CardId, barcode: Barcode }),
    output: done,
  },
  /** Has the shop make a barcode for a product without one; it shows a little later. */
  'products.makeBarcode': { role: 'lead', input: z.object({ id: CardId }), output: done },
  /**
   * Sets a product's price. `oldPrice` "0" takes the price before discounts away; "" leaves it, as it does the lowest price. A change
   * of more than half of what the shop has is not sent before `isSure`; nor is the eleventh within an hour.
   */
  'products.setPrice': {
    role: 'lead',
    input: z.object({
      ...{ id: CardId, price: Amount.refine((amount) => Number(amount) > 0) },
      ...{ oldPrice: z.union([z.literal(''), Amount]), minPrice: z.union([z.literal(''), Amount]) },
      isSure: z.boolean(),
    }),
    output: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('done') }),
      z.object({ outcome: z.literal('ask'), before: Amount, currency: z.string() }),
      z.object({ outcome: z.literal('spent') }),
    ]),
  },
  /** One page of products with what lies in each of the seller's warehouses, read at the shop. */
  'products.stocks': {
    role: 'packer',
    input: z.object({ ...query, limit: z.int().min(1).max(50), offset: z.int().min(0) }),
    output: z.object({ rows: z.array(StockRowView), total: z.int(), warehouses: z.array(WarehouseName) }),
  },
  /**
   * Sets stocks; each goes out as soon as the shop takes its product and warehouse again, and the newest wish alone. `seen` is
   * what the person had before their eyes; null where they had nothing.
   */
  'products.setStocks': {
    role: 'lead',
    input: z.object({
      changes: z
        .array(z.object({ id: CardId, warehouse: WarehouseId, free: Free, seen: Free.nullable() }))
        .min(1)
        .max(500),
    }),
    output: z.object({ asked: z.int() }),
  },
  /** Writes the stocks of what is looked for into the bench's exports folder, to be changed there; 2,000 products at most. */
  'products.exportStocks': {
    role: 'lead',
    input: z.object({ ...query, format: z.enum(['xlsx', 'csv']) }),
    output: z.object({ file: z.string(), products: z.int(), isAll: z.boolean() }),
  },
  /** Sets the stocks of a sheet; without `isSure` it only says what it would set, and what is wrong with which line. */
  'products.stocksFromSheet': {
    role: 'lead',
    input: z.object({ /** Base64; 5 MB at most. */ data: z.base64().max(7_000_000), isSure: z.boolean() }),
    output: z.discriminatedUnion('isSheet', [
      z.object({
        isSheet: z.literal(false),
        code: z.enum(['unreadable', 'too-large', 'too-many-rows', 'columns-missing']),
      }),
      z.object({
        isSheet: z.literal(true),
        changes: z.int(),
        /** The first of them. */
        problems: z.array(z.object({ row: z.int(), code: z.enum(stockProblemCodes), words: z.string() })),
        problemCount: z.int(),
        isSet: z.boolean(),
      }),
    ]),
  },
  /** The screen takes the scanners' scans for ten seconds more, or gives them back. */
  'products.takeScans': { role: 'packer', input: z.object({ isOpen: z.boolean() }), output: done },
} as const satisfies ProcedureTable;
