import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#contract/language.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';
import type { TextKey } from './text-shape.ts';
import { zhCn } from './zh-cn.ts';

/** What goes into a text's placeholders; `count` chooses the form of a counted text. */
export type TextDetails = Readonly<Record<string, string | number>>;

export const allTexts: Readonly<Record<Language, object>> = { en, ru, 'zh-CN': zhCn };

/** The window's texts. Forms of a counted text are keys below it (`pieces.one`), hence the plural separator. */
export const texts = createInstance();
void texts.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: false,
  initAsync: false,
  keySeparator: '.',
  nsSeparator: false,
  pluralSeparator: '.',
  contextSeparator: ' ',
  // Texts are painted as text, never as HTML, and a product's name is never read as a text of ours.
  interpolation: { escapeValue: false, skipOnVariables: true },
  react: { useSuspense: false },
  resources: {
    en: { translation: en },
    ru: { translation: ru },
    'zh-CN': { translation: zhCn },
  },
});

/** The text of a key in the language that is set. */
export function say(key: TextKey, details: TextDetails = {}): string {
  return texts.t(key, details);
}
