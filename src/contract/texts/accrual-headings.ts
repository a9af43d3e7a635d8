import type { Language } from '../language.ts';

/** The columns of exported accruals. */
export type AccrualColumn = 'day' | 'unit' | 'for' | 'sku' | 'quantity' | 'amount' | 'currency';

const HEADINGS: Readonly<Record<Language, Readonly<Record<AccrualColumn, string>>>> = {
  en: {
    ...{ day: 'Day', unit: 'Posting', for: 'For', sku: 'SKU', quantity: 'Quantity' },
    ...{ amount: 'Amount', currency: 'Currency' },
  },
  ru: {
    ...{ day: 'День', unit: 'Отправление', for: 'За что', sku: 'SKU', quantity: 'Количество' },
    ...{ amount: 'Сумма', currency: 'Валюта' },
  },
  'zh-CN': {
    ...{ day: '日期', unit: '货件', for: '项目', sku: 'SKU', quantity: '数量' },
    ...{ amount: '金额', currency: '币种' },
  },
};

/** The headings of a file of accruals in a language. */
export function accrualHeadings(language: Language): Readonly<Record<AccrualColumn, string>> {
  return HEADINGS[language];
}
