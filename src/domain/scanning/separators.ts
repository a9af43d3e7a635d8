import { GS } from './gs1.ts';

/** How group separators look after a terminal, a clipboard or a scanner's own settings have made text of them. */
const spelled = /<GS>|\{GS\}|\[GS\]|\\x1d|\\u001d|\^\]|\u2194|\u241d/gi;

/**
 * Turns group separators that became text (`<GS>`, `\x1d`, `^]`, U+2194 …) back into 0x1D and drops those at both ends,
 * which stand for FNC1 or for nothing. Where a real separator is present the rest is taken literally: then the text forms
 * are part of the data.
 */
export function withRealSeparators(data: string): string {
  const real = data.includes(GS) ? data : data.replace(spelled, GS);
  let start = 0;
  let end = real.length;
  while (real[start] === GS) start += 1;
  while (end > start && real[end - 1] === GS) end -= 1;
  return real.slice(start, end);
}
