import type { Amount, CardId, ListedCard } from '#domain/catalogue/listed-card.ts';
import type { Sku } from '#domain/ids.ts';
import type { ShopAnswer } from './seller-account.ts';

export type CardPage = {
  readonly cards: readonly ListedCard[];
  /** Entries that could not be read. */
  readonly unread: number;
  /** Opaque; null after the last page. */
  readonly nextCursor: string | null;
  /** How many there are in this list; null where the shop does not say. */
  readonly total: number | null;
};

/** Why the shop did not do one thing of several; null where it did it. `isForNow`: the same may be asked again a little later. */
export type ItemTrouble = {
  readonly code: string;
  readonly words: string;
  readonly isForNow: boolean;
} | null;

/** How many of a product lie in a warehouse of the seller's; `free` is what buyers can still buy. */
export type StockRow = {
  readonly card: CardId;
  readonly warehouse: string;
  readonly warehouseName: string;
  readonly free: number;
  readonly reserved: number;
};

export type StockWish = { readonly card: CardId; readonly warehouse: string; readonly free: number };

export type CardPrice = {
  readonly card: CardId;
  readonly price: Amount | null;
  readonly oldPrice: Amount | null;
  readonly minPrice: Amount | null;
  readonly currency: string;
};

/** A price to set. `oldPrice` "0" takes it away; null leaves what is there. */
export type PriceWish = {
  readonly card: CardId;
  readonly price: Amount;
  readonly oldPrice: Amount | null;
  readonly minPrice: Amount | null;
  readonly currency: string;
};

/** What the seller has at the shop: its products' cards. Writing fails as `unknown` where no answer came: read, then ask again. */
export interface CataloguePort {
  /** One page of cards, those in the archive apart from the others. */
  listCards(
    from: { readonly cursor: string | null; readonly isArchived: boolean },
    signal?: AbortSignal,
  ): ShopAnswer<CardPage>;
  /** Cards by id, at most 100 at once; unknown ones are absent. */
  readCards(ids: readonly CardId[], signal?: AbortSignal): ShopAnswer<readonly ListedCard[]>;
  /** Gives products further barcodes, at most 100 at once; one answer each, in order. */
  addBarcodes(
    pairs: readonly { readonly sku: Sku; readonly barcode: string }[],
    signal?: AbortSignal,
  ): ShopAnswer<readonly ItemTrouble[]>;
  /** Has the shop make barcodes for products without one, at most 100 at once; they show a little later. */
  makeBarcodes(cards: readonly CardId[], signal?: AbortSignal): ShopAnswer<readonly ItemTrouble[]>;
  /** The stocks of products in the seller's own warehouses, at most 200 products at once. */
  readStocks(skus: readonly Sku[], signal?: AbortSignal): ShopAnswer<readonly StockRow[]>;
  /** Sets stocks, at most 100 pairs at once, each pair once in 30 s at most; one answer each, in order. */
  writeStocks(wishes: readonly StockWish[], signal?: AbortSignal): ShopAnswer<readonly ItemTrouble[]>;
  /** Prices as they are now, at most 100 products at once. */
  readPrices(cards: readonly CardId[], signal?: AbortSignal): ShopAnswer<readonly CardPrice[]>;
  /** Sets prices, at most 100 at once, each product ten times an hour at most; one answer each, in order. */
  writePrices(wishes: readonly PriceWish[], signal?: AbortSignal): ShopAnswer<readonly ItemTrouble[]>;
}
