/** The most postings that are asked about at once. */
export const POSTINGS_MAX = 200;

/** The posting numbers in a text, however they are parted; each once. */
export function postingNumbers(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((word) => word !== '' && word.length <= 64))];
}
