import type { Result } from '#domain/result.ts';
import type { ShopFailure } from '#station/shop/seller-account.ts';

/** The value of an answer that the stand-in must give; throws with its refusal. */
export function must<Value>(result: Result<Value, ShopFailure>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
