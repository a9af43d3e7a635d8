import { describe, expect, it } from 'vitest';
import { stockColumnOf, stockSheetTitles } from '#contract/texts/stock-sheet-titles.ts';
import { ListedCard } from '#domain/catalogue/listed-card.ts';
import { readStockSheet, stockColumns } from '#domain/catalogue/stock-sheet.ts';
import { ShopId } from '#domain/ids.ts';
import { ok } from '#domain/result.ts';
import { keepCards } from '../database/catalogue-cards.ts';
import { openBench } from '../database/testing/temporary-bench.ts';
import { transaction } from '../database/transaction.ts';
import { readTable, writeSheets } from '../product-import/sheet-job.ts';
import { stocksFromSheet } from './stocks-from-sheet.ts';
import { silentAccount } from './testing/silent-account.ts';

const id = ShopId.parse('ozon-1');
const hostile = '=HYPERLINK("http://x")';
const card = (number: number, offer: string) =>
  ListedCard.parse({
    ...{
      id: String(number),
      sku: '7',
      offer,
      name: '<b>@SUM(1)</b>',
      barcodes: [],
      sizeMm: null,
      weightG: null,
    },
    ...{ declared: '', pictureUrl: null, isArchived: false, status: '', statusText: '', price: null },
    ...{ oldPrice: null, minPrice: null, currency: '', troubles: [] },
  });

function open() {
  const db = openBench();
  transaction(db, () => keepCards(db, id, [card(11, hostile), card(12, '-5')], { reading: 1, at: 1 }));
  const warehouse = { id: '1020000000001000', name: 'Основной склад' };
  const row = { ...warehouse, isOwnDelivery: false, isExpress: false, isPaused: false };
  const listWarehouses = async () => ok({ rows: [row], unread: 0, isAll: true });
  const account = { ...silentAccount, facts: { ...silentAccount.facts, listWarehouses } };
  return { db, shop: { id, account, link: { call: <Value>(make: () => Value) => make() } } };
}

describe('a sheet of stocks that comes back', () => {
  it.each(['xlsx', 'csv'] as const)(
    'as %s means the same products, whose articles became no formulas',
    async (format) => {
      const titles = stockColumns.map((column) => stockSheetTitles.ru[column]);
      const line = (offer: string, wanted: string) => [
        ...[offer, '<b>@SUM(1)</b>', '1020000000001000', 'Основной склад', '5', wanted],
      ];
      const rows = [titles, line(hostile, '8'), line('-5', '9'), line('A-0', '1')];
      const table = await readTable(await writeSheets(format, [{ name: 'x', rows }]));
      if (!table.ok) throw new Error(table.error.code);
      const sheet = readStockSheet(table.value, stockColumnOf);
      if (!sheet.ok) throw new Error(sheet.error);
      const warehouse = '1020000000001000';
      expect(await stocksFromSheet(sheet.value.lines, open())).toEqual({
        ok: true,
        value: {
          stocks: [
            { card: '11', offer: hostile, warehouse, free: 8, seen: 5 },
            { card: '12', offer: '-5', warehouse, free: 9, seen: 5 },
          ],
          problems: [{ row: 4, code: 'unknown-article', words: 'A-0' }],
        },
      });
    },
  );

  it('finds a warehouse by its name, and says which it does not find', async () => {
    const line = { row: 2, article: '-5', warehouseId: '', free: 1, seen: null };
    const lines = ['основной СКЛАД', 'Другой'].map((warehouse) => ({ ...line, warehouse }));
    expect(await stocksFromSheet(lines, open())).toMatchObject({
      value: { stocks: [{ card: '12' }], problems: [{ code: 'unknown-warehouse', words: 'Другой' }] },
    });
  });
});
