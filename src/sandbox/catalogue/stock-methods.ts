import { z } from 'zod';
import { WAREHOUSES } from '../account/warehouses.ts';
import { type ApiMethods, method } from '../http/api-method.ts';
import { json, refused } from '../http/api-reply.ts';
import { pageAfter } from '../http/cursor.ts';
import { int64, repeated, text } from '../http/proto-fields.ts';
import type { World } from '../world/world.ts';
import { cardOf } from './card-state.ts';
import { type Asked, cardFilter, keptProducts } from './kept-products.ts';

/** One pair of product and warehouse may be set once in this time, ms. */
const PAIR_PAUSE_MS = 30_000;
const STOCK_TOO_BIG = 1_000_000;

const writeSchema = z.object({
  stocks: z
    .array(
      z.object({ offer_id: text, product_id: int64.nullish(), stock: int64, warehouse_id: int64.nullish() }),
    )
    .min(1, 'value must contain between 1 and 100 items, inclusive')
    .max(100, 'value must contain between 1 and 100 items, inclusive'),
});
const byWarehouseSchema = z.object({
  ...{ sku: repeated(int64), offer_id: repeated(z.string()), limit: int64.nullish(), cursor: text },
});
const summarySchema = z.object({ filter: cardFilter, limit: int64.nullish(), cursor: text });

/** Stocks: set, and read per warehouse and in sum. */
export const stockMethods: ApiMethods = {
  '/v2/products/stocks': method(writeSchema, (input, { world, now }) => {
    const index = input.stocks.findIndex(({ warehouse_id }) => !warehouse_id);
    if (index !== -1)
      return refused(
        `Request validation error: invalid ProductsStocksRequest.Stocks[${index}]: embedded message failed validation`,
      );
    return json({ result: input.stocks.map((wish) => written(world, wish, now)) });
  }),
  '/v2/product/info/stocks-by-warehouse/fbs': method(byWarehouseSchema, (input, { world }) => {
    const limit = input.limit ?? 0;
    if (limit < 1 || limit > 1000)
      return refused('Request validation error: invalid Request.Limit: value must be inside range [1, 1000]');
    const asked = [...input.sku, ...input.offer_id].length;
    if (asked === 0 || asked > 1000) return refused('use either offer_id or sku');
    const [skus, offers] = [new Set(input.sku), new Set(input.offer_id)];
    const reserved = reservedUnits(world);
    const rows = [...world.products.values()]
      .filter(({ sku, offerId }) => skus.has(sku) || offers.has(offerId))
      .flatMap((product) =>
        cardOf(world.cards, product).stocks.map(({ warehouse, free }) => {
          const held = reserved.get(`${product.sku} ${warehouse}`) ?? 0;
          return {
            ...{ sku: product.sku, offer_id: product.offerId, product_id: product.productId },
            warehouse_id: warehouse,
            warehouse_name: WAREHOUSES.find(({ warehouseId }) => warehouseId === warehouse)?.name ?? '',
            ...{ present: free + held, reserved: held, free_stock: free },
          };
        }),
      );
    const page = pageAfter(rows, (row) => `${row.sku} ${row.warehouse_id}`, input.cursor, limit);
    if (page === null) return refused('Request validation error: invalid cursor');
    return json({ products: page.items, has_next: page.hasNext, cursor: page.cursor });
  }),
  '/v4/product/info/stocks': method(summarySchema, (input, { world }) => {
    const limit = input.limit ?? 0;
    if (limit < 1 || limit > 1000)
      return refused('Request validation error: invalid Request.Limit: value must be inside range [1, 1000]');
    const kept = keptProducts(world, input.filter);
    const page = pageAfter(kept, ({ sku }) => String(sku), input.cursor, limit);
    if (page === null) return refused('Request validation error: invalid cursor');
    const reserved = reservedUnits(world);
    const items = page.items.map((product) => {
      const { stocks } = cardOf(world.cards, product);
      const held = stocks.reduce(
        (sum, { warehouse }) => sum + (reserved.get(`${product.sku} ${warehouse}`) ?? 0),
        0,
      );
      const free = stocks.reduce((sum, one) => sum + one.free, 0);
      return {
        ...{ offer_id: product.offerId, product_id: product.productId },
        stocks: [
          {
            ...{ type: 'fbs', present: free + held, reserved: held, sku: product.sku },
            ...{ shipment_type: 'SHIPMENT_TYPE_GENERAL', warehouse_ids: [] },
          },
        ],
      };
    });
    return json({ items, cursor: page.cursor, total_items: kept.length });
  }),
};

type Wish = z.output<typeof writeSchema>['stocks'][number];

function written(world: World, wish: Wish, now: number) {
  const product = [...world.products.values()].find(({ productId, offerId }) =>
    wish.offer_id === '' ? productId === wish.product_id : offerId === wish.offer_id,
  );
  const asked: Asked = { warehouse_id: wish.warehouse_id ?? 0 };
  const ids = { product_id: product?.productId ?? wish.product_id ?? 0, offer_id: product?.offerId ?? '' };
  const answer = (code: string | null, message = '') => ({
    ...{ ...asked, ...ids, updated: code === null, errors: code === null ? [] : [{ code, message }] },
  });
  if (product === undefined) return answer('NOT_FOUND_ERROR', 'Product not found');
  const card = cardOf(world.cards, product);
  if (card.archived) return answer('PRODUCT_IS_ARCHIVED', 'Product is archived');
  if (card.status !== 'price_sent') return answer('product_is_not_created', 'Product is not created');
  const stock = card.stocks.find(({ warehouse }) => warehouse === wish.warehouse_id);
  if (stock === undefined) return answer('WAREHOUSE_NOT_FOUND', 'Warehouse not found');
  if (wish.stock < 0 || wish.stock >= STOCK_TOO_BIG) return answer('STOCK_TOO_BIG', 'Stock is too big');
  if (stock.changedAt !== null && now - stock.changedAt < PAIR_PAUSE_MS)
    return answer('TOO_MANY_REQUESTS', 'Stock is updated too frequently');
  stock.free = wish.stock;
  stock.changedAt = now;
  return answer(null);
}

/** Units in postings that have not left yet, by SKU and warehouse. */
function reservedUnits(world: World): ReadonlyMap<string, number> {
  const units = new Map<string, number>();
  for (const posting of world.postings.values()) {
    if (posting.status !== 'awaiting_packaging' && posting.status !== 'awaiting_deliver') continue;
    for (const { sku, quantity } of posting.lines) {
      const key = `${sku} ${posting.warehouseId}`;
      units.set(key, (units.get(key) ?? 0) + quantity);
    }
  }
  return units;
}
