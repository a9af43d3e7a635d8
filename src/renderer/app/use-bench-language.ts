import { useEffect } from 'react';
import { Language } from '#contract/language.ts';
import { useBench } from '../bench-store/bench-store.ts';
import { prefer, usePreferences } from '../preferences/preferences.ts';
import { texts } from '../texts/texts.ts';

/** Speaks the bench's language; until the station has said which, the one spoken last, or the system's. */
export function useBenchLanguage(): void {
  const ofBench = useBench(({ view }) => view?.language ?? null);
  useEffect(() => {
    const language = ofBench ?? usePreferences.getState().language ?? systemLanguage();
    if (ofBench !== null && ofBench !== usePreferences.getState().language) prefer({ language: ofBench });
    document.documentElement.lang = language;
    if (texts.language !== language) void texts.changeLanguage(language);
  }, [ofBench]);
}

function systemLanguage(): Language {
  const known = Language.options.find((option) => navigator.language.startsWith(option.slice(0, 2)));
  return known ?? 'en';
}
