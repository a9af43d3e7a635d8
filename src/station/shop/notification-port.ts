import type { ShopAnswer } from './seller-account.ts';

/** An address to which the shop sends its notifications. */
export type NotifiedAddress = {
  readonly id: string;
  readonly url: string;
  readonly isOn: boolean;
  /** It gets everything that a bench can use. */
  readonly isComplete: boolean;
};

/** How the shop finds an address; `problems` are its own words. */
export type AddressCheck = { readonly isGood: boolean; readonly problems: readonly string[] };

/** Where the shop sends its notifications to. */
export interface NotificationPort {
  list(signal?: AbortSignal): ShopAnswer<readonly NotifiedAddress[]>;
  /** Has the shop send a trial message to an address and look at the answer. */
  check(url: string, signal?: AbortSignal): ShopAnswer<AddressCheck>;
  /** Adds an address for everything that a bench can use; asked once. After an answer that is lost the list says whether it is there. */
  add(url: string, signal?: AbortSignal): ShopAnswer<void>;
  /** Has an address get everything that a bench can use; again changes nothing. */
  complete(id: string, signal?: AbortSignal): ShopAnswer<void>;
  /** Switches an address on or off; again changes nothing. */
  switch(id: string, isOn: boolean, signal?: AbortSignal): ShopAnswer<void>;
  /** Takes an address away. One that is gone already is `refused`. */
  remove(id: string, signal?: AbortSignal): ShopAnswer<void>;
}
