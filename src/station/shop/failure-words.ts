import type { ShopFailure } from './seller-account.ts';

/** A failure as a person reads it: the shop's own code and words where it refused. */
export function failureWords(failure: ShopFailure): string {
  return failure.code === 'refused' ? `${failure.shopCode}: ${failure.detail}` : failure.detail;
}
