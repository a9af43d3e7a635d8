import { err, type Result } from '#domain/result.ts';
import type { ShopFailure } from '../seller-account.ts';

/** What is read as a help and not every key may read: that is no reason to think the key itself wrong. */
export function withoutRight<Value>(answer: Result<Value, ShopFailure>): Result<Value, ShopFailure> {
  if (answer.ok || answer.error.code !== 'unauthorized') return answer;
  if (answer.error.trouble !== 'lacks-right') return answer;
  return err({ code: 'refused', shopCode: 'NO_RIGHT', detail: answer.error.detail });
}
