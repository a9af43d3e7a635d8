import type { Amount } from './listed-card.ts';

/** An amount as people type it ("1 590,5"), null where it is none. Zero is an amount. */
export function parseAmount(words: string): Amount | null {
  const parts = /^(\d{1,10})(?:[.,](\d{1,2}))?$/.exec(words.replaceAll(/[\s\u00a0\u202f]/g, ''));
  if (parts === null) return null;
  const whole = String(Number(parts[1]));
  const cents = (parts[2] ?? '').padEnd(2, '0');
  return cents === '00' ? whole : `${whole}.${cents}`;
}

/** An amount in hundredths of its currency; exact for every amount. */
export function toCents(amount: Amount): number {
  const [whole = '0', cents = ''] = amount.split('.');
  return Number(whole) * 100 + Number(cents.padEnd(2, '0'));
}

/** A change of more than half of the price is asked about again: a slip of one digit is seldom less. */
export function isSlip(before: Amount | null, after: Amount): boolean {
  if (before === null) return false;
  const [from, to] = [toCents(before), toCents(after)];
  return Math.abs(to - from) * 2 > from;
}
