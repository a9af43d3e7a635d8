import type { PostingNumber } from '#domain/ids.ts';
import type { PackageContents, ShopAnswer } from './seller-account.ts';

/** Dividing a posting before it is packed, so that its parts are packed at different places or days. */
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
}
