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
};

/** Delivery by the seller. */
export interface DeliveryPort {
  getDelivery(number: PostingNumber, signal?: AbortSignal): ShopAnswer<Delivery>;
  /** Gives a parcel its carrier's number; the same number again changes nothing. */
  setTrackingNumber(number: PostingNumber, tracking: string, signal?: AbortSignal): ShopAnswer<void>;
  /**
   * Tells how far a parcel is. Asked once: after an answer that is lost the posting says whether it counted, `retry` where
   * the step is still to be done, `unknown` only where that cannot be read.
   */
  tell(number: PostingNumber, step: DeliveryStep, signal?: AbortSignal): ShopAnswer<void>;
}
