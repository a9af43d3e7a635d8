import { join } from 'node:path';
import { stockColumnOf, stockSheetTitles } from '#contract/texts/stock-sheet-titles.ts';
import { readStockSheet, stockColumns } from '#domain/catalogue/stock-sheet.ts';
import { ok } from '#domain/result.ts';
import { listCards } from '../database/catalogue-cards.ts';
import { makeFolder } from '../database/make-folder.ts';
import { noteProductChange } from '../database/product-changes.ts';
import { transaction } from '../database/transaction.ts';
import { writeDurably } from '../documents/write-durably.ts';
import { readTable, writeSheets } from '../product-import/sheet-job.ts';
import { failureWords } from '../shop/failure-words.ts';
import { stocksFromSheet } from '../shop/stocks-from-sheet.ts';
import { stocksOfPage } from '../shop/stocks-of-page.ts';
import { failed, type Handlers } from './procedure-context.ts';

const productsAtOnce = 200;
const productsMost = 2_000;
const problemsShown = 20;

/** Stocks as a sheet: out to be changed, and in again. */
export const stockSheetProcedures: Handlers<'products.exportStocks' | 'products.stocksFromSheet'> = {
  'products.exportStocks': async ({ format, ...query }, { db, shop, home, benchFile, now }) => {
    const connected = shop();
    if (connected === null) return failed('no-shop', 'stocks');
    const titles = stockSheetTitles[benchFile().language];
    const rows: string[][] = [stockColumns.map((column) => titles[column])];
    let products = 0;
    let total = 1;
    for (let offset = 0; offset < Math.min(total, productsMost); offset += productsAtOnce) {
      const page = listCards(db, connected.id, { ...query, limit: productsAtOnce, offset });
      total = page.total;
      products += page.rows.length;
      const read = await stocksOfPage(
        page.rows.map(({ card }) => card),
        { db, shop: connected },
      );
      if (!read.ok) return failed('shop-failed', failureWords(read.error));
      const names = new Map(read.value.warehouses.map(({ id, name }) => [id, name]));
      for (const { offer, name, cells } of read.value.rows)
        for (const { warehouse, free } of cells)
          rows.push([offer, name, warehouse, names.get(warehouse) ?? '', String(free), '']);
    }
    const file = join(home, 'exports', `stocks-${now()}.${format}`);
    try {
      makeFolder(join(home, 'exports'));
      await writeDurably(file, await writeSheets(format, [{ name: titles.free, rows }]));
    } catch (cause) {
      return failed('export-failed', cause instanceof Error ? cause.message : String(cause));
    }
    return ok({ file, products, isAll: products >= total });
  },
  'products.stocksFromSheet': async ({ data, isSure }, { db, shop, bench, publisher, now }) => {
    const connected = shop();
    if (connected === null) return failed('no-shop', 'stocks');
    const table = await readTable(new Uint8Array(Buffer.from(data, 'base64')));
    if (!table.ok) return ok({ isSheet: false, code: table.error.code });
    const sheet = readStockSheet(table.value, stockColumnOf);
    if (!sheet.ok) return ok({ isSheet: false, code: sheet.error });
    const meant = await stocksFromSheet(sheet.value.lines, { db, shop: connected });
    if (!meant.ok) return failed('shop-failed', failureWords(meant.error));
    // What the sheet says is there already asks for nothing.
    const stocks = meant.value.stocks.filter(({ free, seen }) => free !== seen);
    const problems = [...sheet.value.problems, ...meant.value.problems].sort((a, b) => a.row - b.row);
    const answer = {
      ...{ isSheet: true as const, changes: stocks.length, problems: problems.slice(0, problemsShown) },
      ...{ problemCount: problems.length, isSet: isSure },
    };
    if (!isSure) return ok(answer);
    transaction(db, () => {
      for (const { card, offer, warehouse, free, seen } of stocks)
        noteProductChange(db, {
          ...{ shop: connected.id, card, offer, kind: 'stock', warehouse, wanted: free, seen },
          ...{ actor: bench.actor?.id ?? '', askedAt: now() },
        });
    });
    connected.stocks.kick();
    publisher.publish('changed', { list: 'products' });
    return ok(answer);
  },
};
