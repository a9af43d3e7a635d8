import { usKeys } from './us-keys.ts';

/** The same 47 keys as {@link usKeys}, in the same order, on the Russian layout of Windows and X11. */
const russianPlain = 'ё1234567890-=йцукенгшщзхъ\\фывапролджэячсмитьбю.';
const russianShifted = 'Ё!"№;%:?*()_+ЙЦУКЕНГШЩЗХЪ/ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,';

const usByRussian: ReadonlyMap<string, string> = new Map(
  usKeys.flatMap(([, plain, shifted], key) => [
    [russianPlain.charAt(key), plain] as const,
    [russianShifted.charAt(key), shifted] as const,
  ]),
);

/** Characters that stand on different keys on the Russian layouts in use (Windows, X11, Apple). */
const doubtful = /[.,;:?/\\]/;

/** Text as a US keyboard would have typed it; `doubtful` if a character in it has more than one possible key. */
export interface Retyped {
  readonly text: string;
  readonly doubtful: boolean;
}

/** True if the text holds a Cyrillic letter: in a code that must be ASCII, a certain sign of a Russian keyboard layout. */
export function hasCyrillic(text: string): boolean {
  return /\p{Script=Cyrillic}/u.test(text);
}

/**
 * Turns text typed by a US scanner on a Russian layout back: `ЗИ-ЩЛ` is `PB-OK`. Null if a character in it cannot come
 * from that layout (a Latin letter, say), because then the text is not what it seems.
 */
export function retypeFromRussian(text: string): Retyped | null {
  let us = '';
  for (const character of text) {
    const code = character.charCodeAt(0);
    const isPassedOn = code <= 0x20 || character === '\u2194' || character === '\u241d';
    const mapped = isPassedOn ? character : usByRussian.get(character);
    if (mapped === undefined) return null;
    us += mapped;
  }
  return { text: us, doubtful: doubtful.test(text) };
}

/** Full-width forms, as a Chinese input method types them, back to ASCII; one to one, nothing is lost. */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')
    .replaceAll('\u3002', '.');
}
