import { createRequire } from 'node:module';

const packages = createRequire(import.meta.url);

/** The weights that labels and documents use. */
export type FontWeight = 'regular' | 'bold';

/** Which font a run of text needs: `latin` has Latin, Cyrillic and Greek letters, `chinese` Han, kana and full-width forms. */
export type FontScript = 'latin' | 'chinese';

const FILES = {
  latin: {
    regular: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
    bold: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  },
  chinese: {
    regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
    bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  },
} as const;

/** The path of a Noto font that is installed with the application, so that paper looks the same on every machine. */
export function fontFile(script: FontScript, weight: FontWeight): string {
  return packages.resolve(FILES[script][weight]);
}

// CJK radicals to fullwidth forms, and the supplementary ideographic planes.
const CHINESE = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]/u;

/** Whether a text needs the Chinese font at all; it is 10 MB and only loaded then. */
export function needsChinese(text: string): boolean {
  return CHINESE.test(text);
}

/** A text cut into runs of one font each, in reading order; joined they are the text again. */
export function fontRuns(text: string): readonly { readonly script: FontScript; readonly text: string }[] {
  if (!needsChinese(text)) return text === '' ? [] : [{ script: 'latin', text }];
  const runs: { script: FontScript; text: string }[] = [];
  for (const character of text) {
    const script: FontScript = CHINESE.test(character) ? 'chinese' : 'latin';
    const last = runs.at(-1);
    if (last?.script === script) last.text += character;
    else runs.push({ script, text: character });
  }
  return runs;
}
