// Explicit direction marks, embeddings, overrides and isolates (Unicode Standard Annex 9, 2.1 to 2.6) can make a
// printed name read as another one; zero-width marks and the byte order mark only hide differences.
const INVISIBLE = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
const CONTROLS = /[\u0000-\u001f\u007f-\u009f]/gu;
const BROKEN = /[\p{Surrogate}\p{Noncharacter_Code_Point}]/gu;
// Everything that the rules above touch, and all characters beyond the basic plane, in one look: most texts have none.
const SUSPECT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\uffff]/;

/**
 * Text as it may be put on paper: one line, no control characters, no marks that change the reading direction, no
 * broken halves of characters. Letters of every script stay as they are. Also valid in XML 1.0.
 */
export function toPrintableText(text: string): string {
  if (!SUSPECT.test(text)) return text.trim();
  return withoutInvisible(text).replace(BREAKS, ' ').replace(CONTROLS, '').trim();
}

/**
 * The same for text whose lines matter: line breaks of every kind become `\n`, tabs become spaces, empty lines at
 * both ends go, the rest as in {@link toPrintableText}.
 */
export function toPrintableLines(text: string): string {
  if (!SUSPECT.test(text)) return text.trim();
  return withoutInvisible(text)
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, '\n')
    .split('\n')
    .map(toPrintableText)
    .join('\n')
    .trim();
}

function withoutInvisible(text: string): string {
  return text.replace(BROKEN, '\ufffd').replace(INVISIBLE, '');
}
