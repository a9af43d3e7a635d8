import { useTranslation } from 'react-i18next';
import { Language } from '#contract/language.ts';
import type { TextKey } from './text-shape.ts';
import { say, texts } from './texts.ts';

/** Texts in the language of the bench; whoever uses it is painted again when the language changes. */
export function useTexts(): { readonly say: typeof say; readonly language: Language } {
  const { i18n } = useTranslation(undefined, { i18n: texts });
  const language = Language.safeParse(i18n.language);
  return { say, language: language.success ? language.data : 'en' };
}

/** The key if there is a text for it, else the other one: for codes that other versions may know and this one does not. */
export function keyOr(key: string, otherwise: TextKey): TextKey {
  return isTextKey(key) ? key : otherwise;
}

function isTextKey(key: string): key is TextKey {
  return texts.exists(key) && typeof texts.t(key) === 'string';
}
