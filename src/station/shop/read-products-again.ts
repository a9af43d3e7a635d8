import type { CardId } from '#domain/catalogue/listed-card.ts';
import type { ShopId, Sku } from '#domain/ids.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { catalogueReadingOf } from '../database/catalogue-readings.ts';
import { skusOfArticles, unknownProducts } from '../database/products.ts';
import type { CatalogueReader } from './catalogue-reader.ts';
import type { ShopReader } from './shop-reader.ts';

/** Products of which something is said to have changed, each named in one way at least. */
export type ChangedProducts = {
  readonly skus: readonly Sku[];
  readonly cards: readonly CardId[];
  /** The seller's own. */
  readonly articles: readonly string[];
};

export type ReadProductsAgainOptions = {
  readonly db: BenchDatabase;
  readonly shop: ShopId;
  readonly reader: Pick<ShopReader, 'readProducts'>;
  readonly catalogue: Pick<CatalogueReader, 'readCards'>;
  /** Told when cards were read anew. */
  readonly onCards: () => void;
};

/** The most that the shop is asked about at once, and so for one piece of news. */
const SKUS_AT_ONCE = 500;
const CARDS_AT_ONCE = 100;

/**
 * Reads products anew: what this bench packs by, and what the list of products shows where anybody ever looked at it. What
 * neither of them knows is not read. False where the shop did not answer.
 */
export async function readProductsAgain(
  { skus, cards, articles }: ChangedProducts,
  { db, shop, reader, catalogue, onCards }: ReadProductsAgainOptions,
): Promise<boolean> {
  const named = [...new Set([...skus, ...skusOfArticles(db, articles)])];
  const unknown = new Set(unknownProducts(db, named));
  const known = named.filter((sku) => !unknown.has(sku));
  for (let from = 0; from < known.length; from += SKUS_AT_ONCE)
    if (!(await reader.readProducts(known.slice(from, from + SKUS_AT_ONCE)))) return false;
  if (catalogueReadingOf(db, shop) === null) return true;
  const wanted = [...new Set(cards)];
  for (let from = 0; from < wanted.length; from += CARDS_AT_ONCE) {
    const answer = await catalogue.readCards(wanted.slice(from, from + CARDS_AT_ONCE));
    // What the shop refuses, or does not let this key read, it does not say the next time either.
    if (!answer.ok && (answer.error.code === 'retry' || answer.error.code === 'unknown')) return false;
  }
  if (wanted.length > 0) onCards();
  return true;
}
