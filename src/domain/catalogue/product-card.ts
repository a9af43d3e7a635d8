/** Value added tax as a share; `0` is "none". The shares that are in force, by the shop's document. */
export const vatShares = ['0', '0.05', '0.07', '0.1', '0.2', '0.22'] as const;
export type VatShare = (typeof vatShares)[number];

export const currencies = ['RUB', 'BYN', 'KZT', 'EUR', 'USD', 'CNY'] as const;
export type Currency = (typeof currencies)[number];

/** A value of a characteristic: one of the shop's list, or free text where `id` is null. */
export type CardValue = { readonly id: string | null; readonly text: string };

/** A product as it is to be made at the shop. */
export type ProductCard = {
  /** The seller's own name for it: at most 50 characters. */
  readonly article: string;
  readonly name: string;
  /** With a point and at most two decimals: "1290.50". */
  readonly price: string;
  /** Before a discount; null where there is none. */
  readonly oldPrice: string | null;
  readonly currency: Currency;
  readonly vat: VatShare;
  readonly lengthMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly weightG: number;
  /** "" where there is none. */
  readonly barcode: string;
  /** Addresses; the first is the main one. */
  readonly pictures: readonly string[];
  readonly attributes: readonly { readonly id: string; readonly values: readonly CardValue[] }[];
};
