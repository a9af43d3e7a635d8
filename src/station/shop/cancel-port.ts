import type { PostingNumber } from '#domain/ids.ts';
import type { PackageContents, ShopAnswer } from './seller-account.ts';

/** A reason that the shop offers for cancelling a posting, in its own words. */
export type CancelReason = {
  readonly id: string;
  readonly title: string;
  /** The shop wants it in the seller's words as well. */
  readonly needsMessage: boolean;
};

/** Why something is cancelled. */
export type CancelCause = { readonly reasonId: string; readonly message: string };

/** Cancelling by the seller: what cannot be sent. Both count against the seller, so a person decides each time. */
export interface CancelPort {
  reasonsFor(number: PostingNumber, signal?: AbortSignal): ShopAnswer<readonly CancelReason[]>;
  /**
   * Cancels a whole posting. An answer that is lost is looked up in the posting; `unknown` only where that does not
   * tell either.
   */
  cancel(number: PostingNumber, cause: CancelCause, signal?: AbortSignal): ShopAnswer<void>;
  /** Takes units off a posting that waits to be packed; the rest of it stays. The same holds for a lost answer. */
  cancelUnits(
    number: PostingNumber,
    units: PackageContents,
    cause: CancelCause,
    signal?: AbortSignal,
  ): ShopAnswer<void>;
}
