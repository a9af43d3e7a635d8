import type { PostingNumber } from '#domain/ids.ts';
import type { ReadAcceptance } from '#domain/posting/acceptance.ts';
import type { ShopAnswer } from './seller-account.ts';

/** What a seller can do about a parcel that was handed in and not accepted. */
export const disputeMoves = ['dispute', 'back-to-shipping'] as const;
export type DisputeMove = (typeof disputeMoves)[number];

export type HandedIn = {
  readonly state: ReadAcceptance;
  /** The shop's own word. */
  readonly shopStatus: string;
  /** What the shop takes now. */
  readonly moves: readonly DisputeMove[];
};

/** Parcels that were handed in and that the shop does not have. */
export interface DisputePort {
  getHandedIn(number: PostingNumber, signal?: AbortSignal): ShopAnswer<HandedIn>;
  /**
   * Opens a dispute over a parcel, or lets it go back to shipping. Asked once: after an answer that is lost the posting says whether
   * it counted, `retry` where it is still to be done, `unknown` only where that cannot be read.
   */
  move(number: PostingNumber, move: DisputeMove, signal?: AbortSignal): ShopAnswer<void>;
}
