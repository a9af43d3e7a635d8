import type { Amount } from '#domain/catalogue/listed-card.ts';

/** An amount as Ozon writes it ("1590.0000", "1590", 1590 as text) with at most two places; null where there is none, or zero. */
export function amountOf(words: string): Amount | null {
  const parts = /^(\d{1,10})(?:\.(\d+))?$/.exec(words.trim());
  if (parts === null) return null;
  const whole = String(Number(parts[1]));
  const cents = (parts[2] ?? '').replace(/0+$/, '');
  if (cents.length > 2 || (whole === '0' && cents === '')) return null;
  return cents === '' ? whole : `${whole}.${cents.padEnd(2, '0')}`;
}
