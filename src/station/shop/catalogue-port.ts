import type { CardId, ListedCard } from '#domain/catalogue/listed-card.ts';
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

/** What the seller has at the shop: its products' cards. */
export interface CataloguePort {
  /** One page of cards, those in the archive apart from the others. */
  listCards(
    from: { readonly cursor: string | null; readonly isArchived: boolean },
    signal?: AbortSignal,
  ): ShopAnswer<CardPage>;
  /** Cards by id, at most 100 at once; unknown ones are absent. */
  readCards(ids: readonly CardId[], signal?: AbortSignal): ShopAnswer<readonly ListedCard[]>;
}
