import type { AfterSaleRows } from './after-sale-port.ts';
import type { ShopAnswer } from './seller-account.ts';

/** A buyer wants to send goods back to the seller alone; the shop only passes the words on. */
export type ReturnRequest = {
  readonly id: string;
  /** What people call it by; "" where the shop has no number for it. */
  readonly number: string;
  readonly posting: string;
  readonly name: string;
  readonly offer: string;
  /** As the shop writes it, with its currency; "" where it does not say. */
  readonly price: string;
  /** How far it is, in the shop's words. */
  readonly state: string;
  /** Epoch ms. */
  readonly askedAt: number | null;
};

/** Something that the shop lets the seller do with a return now, and what the shop wants to know with it. */
export type ReturnAction = {
  readonly id: string;
  readonly name: string;
  /** `reason`: one of the reasons and a comment; `amount`: what the buyer gets back. */
  readonly needs: 'nothing' | 'reason' | 'amount';
};

export type ReturnRequestDetail = ReturnRequest & {
  readonly reason: string;
  readonly isDefect: boolean;
  /** What the buyer wrote; "" where nothing. */
  readonly message: string;
  readonly pictures: number;
  /** How it comes back, and under which number. */
  readonly way: string;
  readonly tracking: string;
  /** Why it was turned down; "" where it was not. */
  readonly rejection: string;
  readonly actions: readonly ReturnAction[];
  readonly rejectionReasons: readonly { readonly id: string; readonly name: string; readonly hint: string }[];
};

export type ReturnDecision = {
  readonly action: string;
  /** Both for an action that needs a reason. */
  readonly reasonId: string | null;
  readonly comment: string;
  /** In the product's currency, for an action that needs one. */
  readonly amount: number | null;
};

/** Returns that buyers agree with the seller about. */
export interface ReturnRequestPort {
  /** `waiting`: those that the seller must answer or check; `all`: those of the last 90 days. */
  list(
    which: 'waiting' | 'all',
    signal?: AbortSignal,
    urgency?: 'screen' | 'background',
  ): ShopAnswer<AfterSaleRows<ReturnRequest>>;
  get(id: string, signal?: AbortSignal): ShopAnswer<ReturnRequestDetail>;
  /**
   * Does what the shop offers now, and nothing else: `refused` with `NOT_OFFERED` without a request where it does not. Sent
   * once; after an answer that is lost the return says whether it counted: `retry` where it stands as before, `unknown` only
   * where that cannot be read.
   */
  act(id: string, decision: ReturnDecision, signal?: AbortSignal): ShopAnswer<void>;
}
