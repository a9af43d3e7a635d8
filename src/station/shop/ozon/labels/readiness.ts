import type { ShopFailure } from '../../seller-account.ts';

const NOT_READY = /aren['’]?t ready|not ready|NOT_READY/i;

/** Does the shop refuse a label only because it has not drawn it yet? */
export function isNotReady(failure: ShopFailure): boolean {
  return failure.code === 'refused' && NOT_READY.test(failure.detail);
}

/** The shop's words for a label that it did not print, as a refusal. */
export function labelRefused(words: string): ShopFailure {
  const code = /^[A-Z][A-Z0-9_]{3,}/.exec(words)?.[0] ?? 'LABEL_REFUSED';
  return { code: 'refused', shopCode: code, detail: words.slice(0, 500) };
}
