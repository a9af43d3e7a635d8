import type { Language } from '#contract/language.ts';

/** Each language in its own words: the one text that is the same in every language. */
export const languageNames: Readonly<Record<Language, { readonly short: string; readonly full: string }>> = {
  en: { short: 'EN', full: 'English' },
  ru: { short: 'RU', full: 'Русский' },
  'zh-CN': { short: '中文', full: '简体中文' },
};
