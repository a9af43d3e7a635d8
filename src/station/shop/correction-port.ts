import type { PostingNumber } from '#domain/ids.ts';
import type { RefusedCode } from '#domain/packing/refused-markings.ts';
import type { ShopAnswer, UnitFacts } from './seller-account.ts';

/** What came of a correction. `checking`: nothing has counted yet; the same again goes on where this stopped. */
export type Correction =
  | { readonly state: 'done' }
  | { readonly state: 'checking' }
  | { readonly state: 'refused'; readonly codes: readonly RefusedCode[] };

/** Correcting what the shop knows of the units of a posting that it has packed already. */
export interface CorrectionPort {
  /**
   * Replaces what is known of all units of a packed posting: the full set is handed over, checked by the shop, and then taken
   * over once. Refused as `NOT_OFFERED` where the shop does not let it be changed now. Where the answer to the last step is lost
   * the posting's own state tells; `unknown` only where that does not either, and nothing is sent again then.
   */
  correct(number: PostingNumber, units: readonly UnitFacts[], signal?: AbortSignal): ShopAnswer<Correction>;
}
