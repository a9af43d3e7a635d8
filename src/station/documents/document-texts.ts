import type { Language } from '#contract/language.ts';
import { type DocumentTexts, en } from './texts/en.ts';
import { ru } from './texts/ru.ts';
import { zhCn } from './texts/zh-cn.ts';

export type { DocumentTexts } from './texts/en.ts';

const TEXTS: Readonly<Record<Language, DocumentTexts>> = { en, ru, 'zh-CN': zhCn };

/** The words for printed and exported documents in a language. */
export function documentTexts(language: Language): DocumentTexts {
  return TEXTS[language];
}
