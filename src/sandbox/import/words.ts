/** A word in the languages in which this shop answers: Russian, English, Chinese. */
export type Words = readonly [ru: string, en: string, zh: string];

/** A word in the language of a request (`RU`, `EN`, `ZH_HANS`; Russian for everything else, as on the live service). */
export function inLanguage(words: Words, language: string): string {
  if (language === 'EN') return words[1];
  return language === 'ZH_HANS' ? words[2] : words[0];
}
