import type { ShopAnswer } from './seller-account.ts';

/** Who drives through the gate of the acceptance point, and in what. */
export type Driver = {
  readonly name: string;
  readonly phone: string;
  readonly plate: string;
  readonly model: string;
  /** Returns are fetched on the same way. */
  readonly takesReturns: boolean;
};

/** A pass for one trip with one handover. */
export type GatePass = {
  readonly id: string;
  readonly driver: Driver;
  /** When the trip is, epoch ms; null where the shop does not say. */
  readonly arrivesAt: number | null;
  readonly isActive: boolean;
};

/** Passes for the gate of an acceptance point. */
export interface PassPort {
  /** The passes of a handover, and whether it takes any now. */
  listPasses(
    handover: string,
    signal?: AbortSignal,
  ): ShopAnswer<{ readonly passes: readonly GatePass[]; readonly mayAdd: boolean }>;
  /**
   * Makes a pass, unless this driver and car have one. Asked once: after an answer that is lost the handover's passes say whether it counted, `retry` where none of this
   * driver and car is there, `unknown` only where that cannot be read.
   */
  createPass(handover: string, driver: Driver, signal?: AbortSignal): ShopAnswer<void>;
  /** Changes a pass; the same change again changes nothing. */
  updatePass(handover: string, id: string, driver: Driver, signal?: AbortSignal): ShopAnswer<void>;
  /** Deletes a pass; one that is gone counts as deleted. */
  deletePass(handover: string, id: string, signal?: AbortSignal): ShopAnswer<void>;
}
