import type { AfterSaleRows } from './after-sale-port.ts';
import type { ShopAnswer } from './seller-account.ts';

/** A heap of returns that is being given to the seller. */
export type Giveout = {
  readonly id: string;
  readonly status: 'created' | 'approved' | 'completed' | 'cancelled' | 'unknown';
  /** The shop's own word. */
  readonly shopStatus: string;
  readonly place: string;
  /** Epoch ms; null where the shop does not say. */
  readonly createdAt: number | null;
  /** Items that were given out so far, and all of them. */
  readonly given: number;
  readonly total: number;
};

/** What lies in one, item by item. */
export type GiveoutItem = { readonly name: string; readonly isGiven: boolean };

/** A place where returns wait to be fetched. */
export type ReturnPoint = {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly returns: number;
  readonly boxes: number;
  readonly needsPass: boolean;
  readonly passes: number;
};

/** Fetching what came back: the seller shows a code, the shop's point scans it and gives the goods out. */
export interface CollectingPort {
  /** May this seller fetch returns by a code? */
  isEnabled(signal?: AbortSignal): ShopAnswer<boolean>;
  getCode(signal?: AbortSignal): ShopAnswer<string>;
  /** The code as a PNG. */
  getCodePicture(signal?: AbortSignal): ShopAnswer<Uint8Array>;
  /** The code on a sheet of paper, as PDF. */
  getCodeSheet(signal?: AbortSignal): ShopAnswer<Uint8Array>;
  /**
   * Has the shop make another code; the one before is worth nothing from then on. Asked once: after an answer that is lost
   * the code itself says whether it counted, `retry` where it is still `before`.
   */
  renewCode(before: string, signal?: AbortSignal): ShopAnswer<void>;
  /** Heaps whose code was scanned at a point. */
  listGiveouts(signal?: AbortSignal): ShopAnswer<AfterSaleRows<Giveout>>;
  listItems(giveout: string, signal?: AbortSignal): ShopAnswer<readonly GiveoutItem[]>;
  /** Where how much waits. */
  listPoints(signal?: AbortSignal): ShopAnswer<AfterSaleRows<ReturnPoint>>;
}
