import type { Language } from '#contract/language.ts';
import type { AllowedValue, AllowedValues, ProductAttribute } from '#domain/catalogue/product-attribute.ts';
import type { ProductCard } from '#domain/catalogue/product-card.ts';
import type { ShopAnswer } from './seller-account.ts';

/** Which cards a product belongs to at the shop. */
export type ProductTypeIds = { readonly categoryId: string; readonly typeId: string };

/** A kind of goods that cards can be made of. */
export type ProductType = ProductTypeIds & {
  readonly name: string;
  /** Names of the categories that it lies in, the widest first. */
  readonly path: readonly string[];
};

/** What the shop found wrong, in its own words. */
export type ShopComplaint = {
  readonly code: string;
  readonly words: string;
  /** The shop's word for what of the card it is about, mapped to ours; "" where it does not say. */
  readonly about: string;
  /** False for a remark that stops nothing. */
  readonly isError: boolean;
};

/** What an import did with one card. */
export type ImportedCard = {
  readonly article: string;
  readonly state: 'pending' | 'imported' | 'failed';
  /** Null while there is no card. */
  readonly productId: string | null;
  readonly complaints: readonly ShopComplaint[];
};

/** A card as the shop has it. */
export type ShopCard = {
  readonly article: string;
  readonly productId: string;
  readonly moderation: 'waiting' | 'approved' | 'declined';
  readonly complaints: readonly ShopComplaint[];
};

/** How many cards may still be made; null is without limit. */
export type ImportQuota = {
  readonly leftToday: number | null;
  /** When today's count begins anew, epoch ms; null where the shop does not say. */
  readonly resetsAt: number | null;
  readonly leftAtAll: number | null;
  readonly perMinute: number | null;
};

/** The making of products at the shop. */
export interface ProductImportPort {
  /** Every kind of goods that cards can be made of, with names in a language. */
  listTypes(language: Language, signal?: AbortSignal): ShopAnswer<readonly ProductType[]>;
  /** What a card of a kind must and may say. */
  listAttributes(
    type: ProductTypeIds,
    language: Language,
    signal?: AbortSignal,
  ): ShopAnswer<readonly ProductAttribute[]>;
  /** The allowed values of a characteristic, 4,000 at most. */
  listValues(
    of: ProductTypeIds & { readonly attributeId: string },
    language: Language,
    signal?: AbortSignal,
  ): ShopAnswer<AllowedValues>;
  /** Allowed values that hold a text of two or more letters, a hundred at most. */
  findValues(
    of: ProductTypeIds & { readonly attributeId: string },
    text: string,
    signal?: AbortSignal,
  ): ShopAnswer<readonly AllowedValue[]>;
  getQuota(signal?: AbortSignal): ShopAnswer<ImportQuota>;
  /**
   * Has at most 100 cards made; answers the number of the shop's task. Never repeated: after `unknown`, look for the
   * articles. `retry` may name a pause of hours, where a limit is used up.
   */
  importCards(
    type: ProductTypeIds,
    cards: readonly ProductCard[],
    signal?: AbortSignal,
  ): ShopAnswer<{ readonly task: string }>;
  getImport(task: string, signal?: AbortSignal): ShopAnswer<readonly ImportedCard[]>;
  /** Cards by article, at most 1,000 at once; unknown ones are absent. */
  findCards(articles: readonly string[], signal?: AbortSignal): ShopAnswer<readonly ShopCard[]>;
  /** Addresses of pictures that the shop could not take, by card, at most 1,000 cards at once. */
  findLostPictures(
    productIds: readonly string[],
    signal?: AbortSignal,
  ): ShopAnswer<readonly { readonly productId: string; readonly url: string; readonly words: string }[]>;
}
