import type { PostingNumber, Sku } from '#domain/ids.ts';
import type { ShopAnswer } from './seller-account.ts';

/** A country that the shop knows, by its ISO 3166-1 alpha-2 code, in the shop's language. */
export type Country = { readonly code: string; readonly name: string };

/** Where goods come from. Numbers of documents go out with the units, see `setMarkings`. */
export interface DeclarationPort {
  listCountries(signal?: AbortSignal): ShopAnswer<readonly Country[]>;
  /**
   * Tells the country of origin of a product in a posting; the same again changes nothing. Answers whether the shop now
   * wants the number of a customs declaration as well.
   */
  setCountry(
    number: PostingNumber,
    origin: { readonly sku: Sku; readonly country: string },
    signal?: AbortSignal,
  ): ShopAnswer<{ readonly needsCustomsDeclaration: boolean }>;
}
