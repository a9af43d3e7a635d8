import type { PostingNumber } from '#domain/ids.ts';
import type { PackageContents, ShopAnswer } from './seller-account.ts';

/** Dividing a posting before it is packed, so that its parts are packed at different places or days, or one of them now. */
export interface SplitPort {
  /**
   * Divides a posting that waits to be packed: the units that are named become a posting of their own, and so does the
   * rest. Answers the numbers of the postings that came of it. Refused as `NOT_A_PART` where the units are not some
   * of the posting, with something left. An answer that is lost is looked up in the posting; `unknown` only where that does not
   * tell either.
   */
  split(
    number: PostingNumber,
    away: PackageContents,
    signal?: AbortSignal,
  ): ShopAnswer<readonly PostingNumber[]>;
  /**
   * Ships some units of a posting as one of their own, whose number it answers; what is left keeps the posting's number and waits to be
   * packed. Taken is not shipped: the new posting says how far it is. Refused as `NOT_A_PART` as above, and as `NOT_OFFERED` where the
   * shop does not let it be shipped now. An answer that is lost is looked up in the posting; `unknown` where that does not
   * tell, and nothing is sent again. `doubted`: the same was asked before and nobody knows what came of it, so the part is
   * looked for first, among what is not one of these postings; null where nothing is in doubt.
   */
  shipPart(
    number: PostingNumber,
    part: PackageContents,
    doubted: readonly PostingNumber[] | null,
    signal?: AbortSignal,
  ): ShopAnswer<PostingNumber>;
}
