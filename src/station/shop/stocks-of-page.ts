import type { StockCell, StockRowView } from '#contract/product-procedures.ts';
import type { ListedCard } from '#domain/catalogue/listed-card.ts';
import { ok } from '#domain/result.ts';
import { type ProductChange, productChangesOf } from '../database/product-changes.ts';
import type { StockRow } from './catalogue-port.ts';
import type { ProductChangeTools } from './change-product.ts';
import type { ShopAnswer } from './seller-account.ts';

export type StocksOfPage = {
  readonly rows: StockRowView[];
  readonly warehouses: { readonly id: string; readonly name: string }[];
};

/** Enough to hold the last word about each warehouse of a product. */
const changesLooked = 200;

/** What lies of these products in each of the seller's warehouses, read at the shop, with what is on its way there. */
export async function stocksOfPage(
  cards: readonly ListedCard[],
  { db, shop }: Pick<ProductChangeTools, 'db' | 'shop'>,
): ShopAnswer<StocksOfPage> {
  const skus = cards.flatMap(({ sku }) => sku ?? []);
  const stocks = await shop.link.call(() => shop.account.catalogue.readStocks(skus));
  if (!stocks.ok) return stocks;
  const warehouses = new Map(stocks.value.map(({ warehouse, warehouseName }) => [warehouse, warehouseName]));
  // A warehouse in which nothing lies yet stands in no stock; a key that may not list them only lacks those.
  const listed = await shop.link.call(() => shop.account.facts.listWarehouses());
  if (listed.ok) for (const { id, name } of listed.value.rows) warehouses.set(id, name);
  const rows = cards.map((card) => {
    const changes = productChangesOf(db, shop.id, card.id, changesLooked).filter(
      ({ kind }) => kind === 'stock',
    );
    const cells = [...warehouses.keys()].map((warehouse) =>
      cellOf(
        warehouse,
        stocks.value.find((row) => row.card === card.id && row.warehouse === warehouse),
        changes.find((change) => change.warehouse === warehouse),
      ),
    );
    return { id: card.id, offer: card.offer, name: card.name, cells };
  });
  return ok({ rows, warehouses: [...warehouses].map(([id, name]) => ({ id, name })) });
}

function cellOf(warehouse: string, row: StockRow | undefined, last: ProductChange | undefined): StockCell {
  const isOpen = last?.outcome === 'waiting' || last?.outcome === 'sending';
  const isTrouble = last?.outcome === 'refused' || last?.outcome === 'unknown';
  return {
    ...{ warehouse, free: row?.free ?? 0, reserved: row?.reserved ?? 0 },
    pending: last !== undefined && isOpen ? Number(JSON.parse(last.wanted)) : null,
    trouble: last !== undefined && isTrouble ? (last.words ?? last.outcome) : null,
  };
}
