import type { PostingNumber } from '#domain/ids.ts';
import type { LabelState, ShopAnswer } from './seller-account.ts';

/** A box, or a pallet that boxes stand on. */
export const cargoKinds = ['box', 'pallet'] as const;
export type CargoKind = (typeof cargoKinds)[number];

/** What can be done with a cargo place. */
export const cargoSteps = ['approve', 'cancel', 'put-on', 'take-off', 'label', 'document'] as const;
export type CargoStep = (typeof cargoSteps)[number];

/** A box or pallet that the shop accepts as a whole, without counting what is in it. */
export type CargoPlace = {
  readonly id: string;
  /** The number that the shop calls it by. */
  readonly number: number;
  readonly kind: CargoKind;
  readonly isSorted: boolean;
  readonly warehouse: string;
  readonly warehouseName: string;
  /** `open` takes postings; `working`: the shop is at it. */
  readonly status: 'open' | 'working' | 'approved' | 'accepting' | 'ended' | 'failed' | 'unknown';
  readonly shopStatus: string;
  readonly postings: number;
  readonly weightKg: number | null;
  /** Epoch ms. */
  readonly createdAt: number | null;
  readonly steps: readonly CargoStep[];
};

export type WholeCargoPlace = CargoPlace & {
  readonly numbers: readonly string[];
  /** The pallet that it stands on; null where it stands on none. */
  readonly pallet: string | null;
  /** The boxes on it. */
  readonly boxes: readonly string[];
};

export type CargoWish = {
  readonly warehouse: string;
  readonly kind: CargoKind;
  readonly isSorted: boolean;
};

/** What came of a change: it is done, or the shop is still at it and a later look shows it. */
export type CargoOutcome = 'done' | 'under-way';

/**
 * Boxes and pallets of trusted acceptance. Each change is asked for once; after an answer that is lost the place says whether it
 * counted, `retry` where it stands as before, `unknown` only where that cannot be read. What stands as wanted already is
 * not asked for.
 */
export interface CargoPort {
  /** Places that were made since a moment (epoch ms), the newest first. */
  listPlaces(since: number, signal?: AbortSignal): ShopAnswer<readonly CargoPlace[]>;
  getPlace(id: string, signal?: AbortSignal): ShopAnswer<WholeCargoPlace>;
  /** Makes one place and answers its id. `unknown` where somebody made another at the same time. */
  createPlace(wish: CargoWish, signal?: AbortSignal): ShopAnswer<string>;
  /** Puts a posting into a place, or takes it out. */
  fill(id: string, number: PostingNumber, isIn: boolean, signal?: AbortSignal): ShopAnswer<CargoOutcome>;
  /** Puts a box on a pallet, or takes it off. */
  stack(pallet: string, box: string, isOn: boolean, signal?: AbortSignal): ShopAnswer<CargoOutcome>;
  /** Says that nothing more goes in: only then is there a label. */
  approve(id: string, signal?: AbortSignal): ShopAnswer<CargoOutcome>;
  /** Takes a place apart; what was in it is free. */
  cancel(id: string, signal?: AbortSignal): ShopAnswer<CargoOutcome>;
  getLabel(id: string, signal?: AbortSignal): ShopAnswer<LabelState>;
  getDocument(id: string, signal?: AbortSignal): ShopAnswer<LabelState>;
}
