import type { FontWeight } from './fonts.ts';
import { widthEm } from './measure-text.ts';

/** What stands for the rest where a text had to be cut. */
const ELLIPSIS = '…';

/**
 * Breaks a text into lines no wider than `widthMaxEm` (in multiples of the font size), between words where it can,
 * inside them where it must; Chinese breaks between any two characters. Past `linesMax` the last line ends with an ellipsis.
 */
export function breakLines(
  text: string,
  options: { readonly weight: FontWeight; readonly widthMaxEm: number; readonly linesMax: number },
): { readonly lines: readonly string[]; readonly isCut: boolean } {
  const { weight, widthMaxEm, linesMax } = options;
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text, weight, widthMaxEm)) {
    if (line === '' || widthEm((line + piece).trimEnd(), weight) <= widthMaxEm) {
      line += piece;
    } else {
      lines.push(line.trim());
      line = piece;
    }
    if (lines.length > linesMax) break;
  }
  if (line.trim() !== '') lines.push(line.trim());
  if (lines.length <= linesMax) return { lines, isCut: false };
  const kept = lines.slice(0, linesMax);
  const last = kept.pop() ?? '';
  return { lines: [...kept, shortened(last, weight, widthMaxEm)], isCut: true };
}

/** The start of a text with an ellipsis, no wider than `widthMaxEm`; the text itself where it fits. */
export function fitLine(text: string, weight: FontWeight, widthMaxEm: number): string {
  return widthEm(text, weight) <= widthMaxEm ? text : shortened(text, weight, widthMaxEm);
}

function shortened(text: string, weight: FontWeight, widthMaxEm: number): string {
  const characters = [...text];
  while (characters.length > 0 && widthEm(characters.join('') + ELLIPSIS, weight) > widthMaxEm)
    characters.pop();
  return characters.join('').trimEnd() + ELLIPSIS;
}

/** Words with their trailing space, single Chinese characters, and words cut where they are wider than a line. */
function* pieces(text: string, weight: FontWeight, widthMaxEm: number): Generator<string> {
  const words = text.match(/[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+\s*|\s+/gu) ?? [];
  for (const word of words) {
    if (widthEm(word.trimEnd(), weight) <= widthMaxEm) {
      yield word;
      continue;
    }
    let part = '';
    for (const character of word) {
      if (part !== '' && widthEm(part + character, weight) > widthMaxEm) {
        yield part;
        part = '';
      }
      part += character;
    }
    yield part;
  }
}
