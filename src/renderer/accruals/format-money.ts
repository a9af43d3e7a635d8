import type { MoneyView } from '#contract/accrual-procedures.ts';
import type { Language } from '#contract/language.ts';

/** Money with gaps between thousands, exactly: no digit goes through a binary fraction. */
export function formatMoney(language: Language, { amount, currency }: MoneyView): string {
  const [whole = '', part = ''] = amount.replace(/^-/, '').split('.');
  const gapped = whole.replace(/\B(?=(\d{3})+$)/g, '\u202f');
  const sign = amount.startsWith('-') ? '\u2212' : '';
  return `${sign}${gapped}${language === 'ru' ? ',' : '.'}${part}\u00a0${currency}`;
}
