import { ok } from '#domain/result.ts';
import { findCard, listCards } from '../database/catalogue-cards.ts';
import { noteProductChange } from '../database/product-changes.ts';
import { transaction } from '../database/transaction.ts';
import { failureWords } from '../shop/failure-words.ts';
import { findCardsByScan } from '../shop/find-cards-by-scan.ts';
import { stocksOfPage } from '../shop/stocks-of-page.ts';
import { failed, type Handlers } from './procedure-context.ts';

/** What lies in the seller's warehouses, and what a lead sets there. */
export const stockProcedures: Handlers<'products.stocks' | 'products.setStocks'> = {
  'products.stocks': async (query, { db, shop }) => {
    const connected = shop();
    if (connected === null) return failed('no-shop', 'stocks');
    const wanted = query.wanted.trim();
    const scanned = wanted === '' ? [] : findCardsByScan(db, connected.id, wanted);
    const { rows, total } =
      scanned.length > 0
        ? { rows: scanned, total: scanned.length }
        : listCards(db, connected.id, { ...query, wanted });
    const page = await stocksOfPage(
      rows.map(({ card }) => card),
      { db, shop: connected },
    );
    return page.ok ? ok({ ...page.value, total }) : failed('shop-failed', failureWords(page.error));
  },
  'products.setStocks': ({ changes }, { db, shop, bench, publisher, now }) => {
    const connected = shop();
    if (connected === null) return failed('no-shop', 'stocks');
    const known = changes.map((change) => ({ change, found: findCard(db, connected.id, change.id) }));
    const unknown = known.find(({ found }) => found === null);
    if (unknown !== undefined) return failed('not-found', unknown.change.id);
    transaction(db, () => {
      for (const { change, found } of known) {
        noteProductChange(db, {
          ...{ shop: connected.id, card: change.id, offer: found?.card.offer ?? '', kind: 'stock' },
          ...{ warehouse: change.warehouse, wanted: change.free, seen: change.seen },
          ...{ actor: bench.actor?.id ?? '', askedAt: now() },
        });
      }
    });
    connected.stocks.kick();
    publisher.publish('changed', { list: 'products' });
    return ok({ asked: changes.length });
  },
};
