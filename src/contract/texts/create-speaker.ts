import { createInstance } from 'i18next';
import type { Language } from '../language.ts';

/** The facts that a sentence names. */
export type SentenceFacts = Readonly<Record<string, string | number>>;

type Tree = { readonly [key: string]: string | Tree };

/**
 * Says the sentences of one tree of texts: `a/b` is the key of `b` in `a`. Facts go in as they are, never as HTML nor as texts of
 * ours, as sentences are painted as text and so names come out as they are.
 */
export function createSpeaker(
  texts: Readonly<Record<Language, Tree>>,
): (language: Language, key: string, facts: SentenceFacts) => string {
  const speaker = createInstance();
  void speaker.init({
    lng: 'en',
    fallbackLng: false,
    initAsync: false,
    keySeparator: '/',
    nsSeparator: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
    resources: {
      en: { translation: { ...texts.en } },
      ru: { translation: { ...texts.ru } },
      'zh-CN': { translation: { ...texts['zh-CN'] } },
    },
  });
  return (language, key, facts) => speaker.t(key, { ...facts, lng: language });
}
