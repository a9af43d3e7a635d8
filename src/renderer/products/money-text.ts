import type { Amount } from '#domain/catalogue/listed-card.ts';

/** An amount as it is, with its currency behind; "" where there is none. Nothing is rounded. */
export function moneyText(amount: Amount | null, currency: string): string {
  return amount === null ? '' : [amount, currency].filter((part) => part !== '').join('\u00a0');
}
