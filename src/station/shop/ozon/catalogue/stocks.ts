import { CardId } from '#domain/catalogue/listed-card.ts';
import { ok } from '#domain/result.ts';
import type { CataloguePort, StockRow } from '../../catalogue-port.ts';
import type { AccountParts } from '../account-parts.ts';
import { wireId } from '../mapping/wire-id.ts';
import { METHOD } from '../methods.ts';
import { itemTrouble, notAnswered } from './item-trouble.ts';
import { StocksAnswer, StocksWrittenAnswer, WireStock } from './wire.ts';

const SKUS_AT_ONCE = 200;
const PAIRS_AT_ONCE = 100;
const ROWS = 1000;
/** A shop that goes on naming another page is not followed for ever: 200 products in 100 warehouses. */
const PAGES = 20;

/** `/v2/product/info/stocks-by-warehouse/fbs` and `/v2/products/stocks`. */
export function stockMethods({ client }: AccountParts): Pick<CataloguePort, 'readStocks' | 'writeStocks'> {
  return {
    async readStocks(skus, signal) {
      const sku = [...new Set(skus)].filter((one) => /^[1-9]\d{0,18}$/.test(one)).slice(0, SKUS_AT_ONCE);
      if (sku.length === 0) return ok([]);
      const options = { effect: 'repeatable', urgency: 'screen', signal } as const;
      const rows: StockRow[] = [];
      let cursor = '';
      for (let page = 0; page < PAGES; page += 1) {
        const body = { sku, limit: ROWS, ...(cursor === '' ? {} : { cursor }) };
        const answer = await client.call(METHOD.stocks, body, StocksAnswer, options);
        if (!answer.ok) return answer;
        rows.push(...answer.value.products.flatMap(stockRow));
        const { has_next, cursor: next } = answer.value;
        if (!has_next || next === '' || next === cursor) break;
        cursor = next;
      }
      return ok(rows);
    },
    async writeStocks(wishes, signal) {
      const asked = wishes.slice(0, PAIRS_AT_ONCE);
      // One kind of id alone: with both, the article wins.
      const stocks = asked.map(({ card, warehouse, free }) => ({
        ...{ product_id: wireId(card), warehouse_id: wireId(warehouse), stock: free },
      }));
      const options = { effect: 'once', urgency: 'screen', signal } as const;
      const answer = await client.call(METHOD.stockSet, { stocks }, StocksWrittenAnswer, options);
      if (!answer.ok) return answer;
      return ok(
        asked.map(({ card, warehouse }) => {
          const row = answer.value.result.find(
            (one) => one.product_id === card && one.warehouse_id === warehouse,
          );
          if (row === undefined) return notAnswered;
          const [error] = row.errors;
          return row.updated && error === undefined
            ? null
            : itemTrouble(error?.code ?? '', error?.message ?? '');
        }),
      );
    },
  };
}

function stockRow(item: unknown): StockRow[] {
  const row = WireStock.safeParse(item);
  if (!row.success) return [];
  const card = CardId.safeParse(row.data.product_id);
  if (!card.success) return [];
  const { warehouse_id, warehouse_name, free_stock, reserved } = row.data;
  return [
    {
      ...{ card: card.data, warehouse: warehouse_id, warehouseName: warehouse_name },
      ...{ free: free_stock, reserved },
    },
  ];
}
