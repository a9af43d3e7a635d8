import type { ShopAnswer } from './seller-account.ts';

/** Who the account belongs to; "" where the shop does not say. */
export type AccountProfile = {
  readonly name: string;
  readonly legalName: string;
  readonly country: string;
  /** As the shop writes it, `RUB`. */
  readonly currency: string;
};

/** A place that postings leave from. */
export type Warehouse = {
  readonly id: string;
  readonly name: string;
  /** The seller delivers from it, or has a carrier deliver. */
  readonly isOwnDelivery: boolean;
  readonly isExpress: boolean;
  /** The seller let it pause. */
  readonly isPaused: boolean;
};

/** A way of delivery that a seller set up; only where the seller delivers. */
export type DeliveryMethod = {
  readonly id: string;
  readonly name: string;
  readonly warehouseId: string;
  readonly isActive: boolean;
};

/** A list of the shop's; `unread` entries could not be read, and `isAll` is false where there are more than are read. */
export type ListOf<Row> = { readonly rows: readonly Row[]; readonly unread: number; readonly isAll: boolean };

/** What a seller account is. Not every key may read each of it: `unauthorized` with `lacks-right` then. */
export type AccountPort = {
  getProfile(signal?: AbortSignal): ShopAnswer<AccountProfile>;
  listWarehouses(signal?: AbortSignal): ShopAnswer<ListOf<Warehouse>>;
  listDeliveryMethods(signal?: AbortSignal): ShopAnswer<ListOf<DeliveryMethod>>;
};
