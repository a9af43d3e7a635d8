import type { CardId } from '#domain/catalogue/listed-card.ts';
import type { StockLine, StockProblem } from '#domain/catalogue/stock-sheet.ts';
import type { ShopId } from '#domain/ids.ts';
import { ok } from '#domain/result.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { cardsByOffer } from '../database/catalogue-cards.ts';
import type { SellerAccount, ShopAnswer } from './seller-account.ts';
import type { ShopLink } from './shop-link.ts';

export type StockOfSheet = {
  readonly card: CardId;
  readonly offer: string;
  readonly warehouse: string;
  readonly free: number;
  readonly seen: number | null;
};

export type StockSheetTools = {
  readonly db: BenchDatabase;
  readonly shop: {
    readonly id: ShopId;
    readonly link: Pick<ShopLink, 'call'>;
    readonly account: Pick<SellerAccount, 'facts'>;
  };
};

/** What the lines of a sheet mean at this shop: articles become products and warehouses their numbers, or a problem. */
export async function stocksFromSheet(
  lines: readonly StockLine[],
  { db, shop }: StockSheetTools,
): ShopAnswer<{ readonly stocks: readonly StockOfSheet[]; readonly problems: readonly StockProblem[] }> {
  const listed = await shop.link.call(() => shop.account.facts.listWarehouses());
  if (!listed.ok) return listed;
  const byName = new Map(listed.value.rows.map(({ id, name }) => [name.trim().toLowerCase(), id]));
  const ids = new Set(listed.value.rows.map(({ id }) => id));
  const cards = cardsByOffer(db, shop.id);
  const stocks: StockOfSheet[] = [];
  const problems: StockProblem[] = [];
  for (const { row, article, warehouseId, warehouse, free, seen } of lines) {
    const card = cards.get(article);
    const place = ids.has(warehouseId) ? warehouseId : byName.get(warehouse.toLowerCase());
    if (card === undefined) problems.push({ row, code: 'unknown-article', words: article.slice(0, 100) });
    else if (place === undefined)
      problems.push({ row, code: 'unknown-warehouse', words: (warehouse || warehouseId).slice(0, 100) });
    else stocks.push({ card, offer: article, warehouse: place, free, seen });
  }
  return ok({ stocks, problems });
}
