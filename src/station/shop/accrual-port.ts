import type { Money } from '#domain/money/amount.ts';
import type { ShopAnswer } from './seller-account.ts';

/** What a shop credits or charges for; the names are in the shop's words. */
export type AccrualType = { readonly id: string; readonly name: string };

/** A part of what a day's entry says: one service, or one of the fixed figures of a sale. */
export type AccrualPart = {
  readonly sku: string;
  /** A type's id, or `sale` and `commission`, which have none. */
  readonly type: string;
  readonly money: Money;
};

/** An entry of a day. The parts are shown and never added up: only `total` is the shop's own sum. */
export type DayAccrual = {
  readonly id: string;
  /** The posting, or what else it is for: a contract, a container. */
  readonly unit: string;
  readonly category: 'posting' | 'item' | 'container' | 'other';
  readonly total: Money;
  readonly parts: readonly AccrualPart[];
};

/** What was credited or charged for a posting. */
export type PostingAccrual = {
  readonly posting: string;
  /** "YYYY-MM-DD"; "" where the shop does not say. */
  readonly day: string;
  readonly type: string;
  readonly sku: string;
  readonly quantity: number;
  readonly money: Money;
};

/** What was read; `unread` rows could not be understood, and `isAll` is false where there are more than one asks for. */
export type AccrualRows<Row> = {
  readonly rows: readonly Row[];
  readonly unread: number;
  readonly isAll: boolean;
};

/** The most postings that are asked about at once. */
export const ACCRUAL_POSTINGS_MAX = 200;

/** What the shop credits to a seller and charges. Money is exact decimals, as the shop writes them. */
export interface AccrualPort {
  listTypes(signal?: AbortSignal): ShopAnswer<readonly AccrualType[]>;
  /** Everything of a day ("YYYY-MM-DD", from 2022 on). */
  listDay(day: string, signal?: AbortSignal): ShopAnswer<AccrualRows<DayAccrual>>;
  /** Everything of postings, {@link ACCRUAL_POSTINGS_MAX} at most. */
  listPostings(numbers: readonly string[], signal?: AbortSignal): ShopAnswer<AccrualRows<PostingAccrual>>;
}
