import type { PostingNumber } from '#domain/ids.ts';
import type { ShopAnswer } from './seller-account.ts';

/** A buyer asks to cancel what is on its way already; the shop agrees by itself where nobody answers in time. */
export type CancellationRequest = {
  readonly id: string;
  readonly posting: PostingNumber;
  /** Why, in the shop's words, and what the buyer wrote; "" where nothing. */
  readonly reason: string;
  readonly message: string;
  /** Epoch ms; null where the shop does not say. */
  readonly askedAt: number | null;
  /** When the shop agrees by itself, epoch ms. */
  readonly agreesAt: number | null;
};

/** Goods that come back to the seller. */
export type ReturnedGoods = {
  readonly id: string;
  readonly posting: string;
  readonly name: string;
  readonly offer: string;
  readonly quantity: number;
  /** Why it comes back and how far it is, in the shop's words. */
  readonly reason: string;
  readonly state: string;
  /** Where it lies now; "" where the shop does not say. */
  readonly place: string;
  readonly barcode: string;
  /** When its state last changed, epoch ms. */
  readonly changedAt: number | null;
  readonly kind: 'cancellation' | 'full-refusal' | 'part-refusal' | 'client' | 'unknown';
  /** Sums as the shop writes them, with their currency; "" where it does not say. */
  readonly price: string;
  readonly storage: string;
  /** Where it is to go. */
  readonly target: string;
  readonly isOpened: boolean;
  /** In the shop's words. */
  readonly compensation: string;
  /** When the buyer gave it back, when it could be fetched, when it will be disposed of; epoch ms. */
  readonly givenBackAt: number | null;
  readonly readyAt: number | null;
  readonly disposalAt: number | null;
};

/** What was read; `unread` rows could not be understood, and `isAll` is false where there are more than one asks for. */
export type AfterSaleRows<Row> = {
  readonly rows: readonly Row[];
  readonly unread: number;
  readonly isAll: boolean;
};

/** What comes after the sale: buyers' cancellation requests and returns. */
export interface AfterSalePort {
  /**
   * The cancellation requests that wait for the seller's answer. In the background nobody waits for it, and a key that may
   * not read them is `refused`.
   */
  listCancellationRequests(
    signal?: AbortSignal,
    urgency?: 'screen' | 'background',
  ): ShopAnswer<AfterSaleRows<CancellationRequest>>;
  /**
   * Agrees to a cancellation request or declines it. An answer that is lost is looked up in the request: it counts where the request
   * stands as wanted, `retry` where it still waits, `unknown` only where that cannot be read.
   */
  decideCancellation(
    request: Pick<CancellationRequest, 'id' | 'posting'>,
    decision: { readonly isAgreed: boolean; readonly comment: string },
    signal?: AbortSignal,
  ): ShopAnswer<void>;
  /** The returns whose state changed since a moment (epoch ms). */
  listReturns(changedSince: number, signal?: AbortSignal): ShopAnswer<AfterSaleRows<ReturnedGoods>>;
}
