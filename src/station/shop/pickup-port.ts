import type { ShopAnswer } from './seller-account.ts';

/** A warehouse from which a courier of the shop's fetches parcels. */
export type PickupPlan = {
  readonly warehouse: string;
  readonly name: string;
  /** A courier is called. */
  readonly isPlanned: boolean;
  readonly mayChange: boolean;
  /** There is something to fetch. */
  readonly hasPostings: boolean;
  /** Until when it can be changed, epoch ms; null where the shop does not say. */
  readonly changeableUntil: number | null;
};

/** A day on which a courier was called or not, in the shop's words. */
export type PickupDay = {
  readonly warehouse: string;
  readonly name: string;
  /** "YYYY-MM-DD". */
  readonly day: string;
  readonly shopStatus: string;
};

/** Couriers of the shop's that fetch parcels. */
export interface PickupPort {
  listPlans(signal?: AbortSignal): ShopAnswer<readonly PickupPlan[]>;
  /** The last days, the newest first as the shop has them; 50 at most. */
  listDays(signal?: AbortSignal): ShopAnswer<readonly PickupDay[]>;
  /**
   * Calls a courier, or calls one off, unless it is so already. Asked once: after an answer that is lost the plan says whether it counted, `retry` where it
   * stands as before, `unknown` only where that cannot be read.
   */
  setPlanned(warehouse: string, isPlanned: boolean, signal?: AbortSignal): ShopAnswer<void>;
}
