import type { PostingNumber } from '#domain/ids.ts';
import type { ShopAnswer } from './seller-account.ts';

/** What a seller who delivers in person tells the shop of a parcel, in this order. */
export const deliverySteps = ['delivering', 'last-mile', 'delivered'] as const;
export type DeliveryStep = (typeof deliverySteps)[number];

/** A parcel that the seller, or a carrier of the seller's, brings to the buyer. */
export type Delivery = {
  readonly posting: PostingNumber;
  /** The shop's own word. */
  readonly shopStatus: string;
  readonly deliveryMethod: string;
  /** "" while there is none. */
  readonly trackingNumber: string;
  /** What the shop lets the seller do with it now. */
  readonly steps: readonly DeliveryStep[];
  readonly takesTrackingNumber: boolean;
  /** By when it is to be handed over, epoch ms; null where the shop does not say. */
  readonly cutoffAt: number | null;
  /** The day of handing over can be made earlier; the time at which the buyer gets it can be moved. */
  readonly takesCutoff: boolean;
  readonly takesTimeslot: boolean;
  /** A courier who comes for it says a code. */
  readonly isExpress: boolean;
};

/** What a parcel's delivery can be moved to; epoch ms. */
export type TimeslotLimits = {
  readonly from: number | null;
  readonly to: number | null;
  readonly changesLeft: number;
};

export type TrackingPair = { readonly posting: PostingNumber; readonly tracking: string };

/** What came of one number of several: null where the shop took it, else its words. */
export type TrackingOutcome = { readonly posting: PostingNumber; readonly refusal: string | null };

/** The most numbers that the shop takes at once. */
export const trackingAtOnce = 20;

/** Delivery by the seller. */
export interface DeliveryPort {
  getDelivery(number: PostingNumber, signal?: AbortSignal): ShopAnswer<Delivery>;
  /** Gives a parcel its carrier's number; the same number again changes nothing. */
  setTrackingNumber(number: PostingNumber, tracking: string, signal?: AbortSignal): ShopAnswer<void>;
  /** Gives at most {@link trackingAtOnce} parcels theirs, and says what came of each. */
  setTrackingNumbers(
    pairs: readonly TrackingPair[],
    signal?: AbortSignal,
  ): ShopAnswer<readonly TrackingOutcome[]>;
  /** Makes the day of handing over an earlier one, epoch ms; the same again changes nothing. */
  setCutoff(number: PostingNumber, at: number, signal?: AbortSignal): ShopAnswer<void>;
  getTimeslotLimits(number: PostingNumber, signal?: AbortSignal): ShopAnswer<TimeslotLimits>;
  /**
   * Moves the time at which the buyer gets a parcel; the shop allows few moves. Asked once: after an answer that is lost the
   * moves that are left say whether it counted, `retry` where they are as many as before.
   */
  setTimeslot(
    number: PostingNumber,
    slot: { readonly from: number; readonly to: number },
    signal?: AbortSignal,
  ): ShopAnswer<void>;
  /** Is this the code of the courier who is to take the parcel? */
  verifyCode(number: PostingNumber, code: string, signal?: AbortSignal): ShopAnswer<boolean>;
  /**
   * Tells how far a parcel is. Asked once: after an answer that is lost the posting says whether it counted, `retry` where
   * the step is still to be done, `unknown` only where that cannot be read.
   */
  tell(number: PostingNumber, step: DeliveryStep, signal?: AbortSignal): ShopAnswer<void>;
}
