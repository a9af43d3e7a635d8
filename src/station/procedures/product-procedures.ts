import { z } from 'zod';
import type { CardView, CatalogueReadingView, ProductChangeView } from '#contract/product-procedures.ts';
import { problemsOf } from '#domain/catalogue/card-problems.ts';
import { ok } from '#domain/result.ts';
import { cardStatuses, findCard, listCards, type ReadCard } from '../database/catalogue-cards.ts';
import { catalogueReadingOf } from '../database/catalogue-readings.ts';
import { type ProductChange, productChangesOf } from '../database/product-changes.ts';
import type { ConnectedShop } from '../shop/connected-shop.ts';
import { failureWords } from '../shop/failure-words.ts';
import { findCardsByScan } from '../shop/find-cards-by-scan.ts';
import { pictureAt } from '../shop/product-pictures.ts';
import { stocksOfPage } from '../shop/stocks-of-page.ts';
import { failed, type Handlers, type ProcedureContext } from './procedure-context.ts';

const changesShown = 20;

/** The seller's products: what the bench has read of them, and single ones as they are now. */
export const productProcedures: Handlers<
  'products.list' | 'products.read' | 'products.card' | 'products.picture' | 'products.takeScans'
> = {
  'products.list': (query, { db, shop }) => {
    const connected = shop();
    if (connected === null) return failed('no-shop', 'products');
    const { id } = connected;
    const wanted = query.wanted.trim();
    const scanned = wanted === '' ? [] : findCardsByScan(db, id, wanted);
    const { rows, total } =
      scanned.length > 0 ? { rows: scanned, total: scanned.length } : listCards(db, id, { ...query, wanted });
    const reading = readingView(connected, db);
    return ok({ rows: rows.map(toCardView), total, statuses: [...cardStatuses(db, id)], reading });
  },
  'products.read': ({ isWanted }, { shop }) => {
    const connected = shop();
    if (connected === null) return failed('no-shop', 'products');
    connected.catalogue.read(isWanted);
    return ok({ done: true });
  },
  'products.card': async ({ id }, { db, shop }) => {
    const connected = shop();
    if (connected === null) return failed('no-shop', 'products');
    const fresh = await connected.catalogue.readCards([id]);
    const card = findCard(db, connected.id, id);
    if (card === null) return failed('not-found', id);
    const changes = productChangesOf(db, connected.id, id, changesShown).map(changeView);
    const failure = fresh.ok ? null : failureWords(fresh.error);
    const page = await stocksOfPage([card.card], { db, shop: connected });
    const names = new Map(page.ok ? page.value.warehouses.map(({ id: one, name }) => [one, name]) : []);
    const stocks = page.ok
      ? page.value.rows.flatMap(({ cells }) =>
          cells.map((cell) => ({ ...cell, warehouseName: names.get(cell.warehouse) ?? '' })),
        )
      : null;
    return ok({ card: toCardView(card), failure, stocks, changes });
  },
  'products.picture': async ({ id }, { db, shop }) => {
    const connected = shop();
    const card = connected === null ? null : findCard(db, connected.id, id);
    const url = card?.card.pictureUrl ?? null;
    return ok({ dataUrl: url === null ? null : await pictureAt(`card_${id}`, url, { db, shop }) });
  },
  'products.takeScans': ({ isOpen }, { lookup }) => {
    lookup.hold(isOpen);
    return ok({ done: true });
  },
};

/** A card as the window sees it. */
export function toCardView({ card, readAt }: ReadCard): CardView {
  return { ...card, problems: [...problemsOf(card)], readAt };
}

/** A change as the window sees it. */
function changeView(change: ProductChange): ProductChangeView {
  const { seq, kind, warehouse, wanted, actor, askedAt, outcome, words } = change;
  return { seq, kind, warehouse, wanted: plainWanted(wanted), actor, askedAt, outcome, words };
}

function readingView(shop: ConnectedShop, db: ProcedureContext['db']): CatalogueReadingView {
  const last = catalogueReadingOf(db, shop.id);
  const failure = shop.catalogue.failure();
  return {
    isUnderWay: shop.catalogue.isReading(),
    ...{ cards: last?.cards ?? 0, total: last?.total ?? null, unread: last?.unread ?? 0 },
    wholeAt: last?.wholeAt ?? null,
    failure: failure === null ? null : failureWords(failure),
  };
}

/** What was wanted, in figures: a barcode, a count, an amount. */
function plainWanted(wanted: string): string {
  const value: unknown = JSON.parse(wanted);
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  const price = z.object({ price: z.string(), currency: z.string() }).safeParse(value);
  return price.success ? `${price.data.price} ${price.data.currency}`.trim() : '';
}
