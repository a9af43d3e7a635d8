import { err, ok, type Result } from '#domain/result.ts';

/** What a line pattern asks of a line, as a regular expression with named groups. */
export type LinePattern = { readonly expression: RegExp };

export type PatternProblem = {
  readonly code: 'bad-pattern';
  readonly why: 'no-weight' | 'unknown-part' | 'part-twice' | 'too-long' | 'unclosed';
  readonly part: string;
};

const LENGTH_MAX = 200;
const WORD = /^[^{}|]{1,10}(?:\|[^{}|]{1,10})*$/;
const FIXED_PARTS: Readonly<Record<string, string>> = {
  weight: '(?<weight> *[+-]? *\\d{1,8}(?:\\.\\d{1,6})?)',
  unit: '(?<unit>[A-Za-z]{1,3})',
  sign: '(?<sign>[+ -])',
  any: '[^\\d+-]{0,20}?',
};
const WORD_PARTS = ['stable', 'unstable', 'net', 'overload', 'underload'] as const;

/**
 * Reads a line pattern: literal text, blanks (any number of blanks) and parts in braces: `{weight}`, `{unit}`, `{sign}`,
 * `{any}`, and words that say something: `{stable:ST|S}`, `{unstable:US}`, `{net:NT}`, `{overload:OL}`,
 * `{underload:UL}`. Words side by side are alternatives: `{stable:ST}{unstable:US}` matches either; `{net:NT}` may be missing. Fails for what is unknown, stands twice or has no weight.
 */
export function readLinePattern(pattern: string): Result<LinePattern, PatternProblem> {
  const bad = (why: PatternProblem['why'], part: string) => err({ code: 'bad-pattern' as const, why, part });
  if (pattern.length > LENGTH_MAX) return bad('too-long', String(pattern.length));
  let source = '';
  const seen = new Set<string>();
  let words: string[] = [];
  const flushWords = () => {
    if (words.length > 0) source += `(?:${words.join('|')})`;
    words = [];
  };
  for (const [token] of pattern.matchAll(/\{[^{}]*\}| +|[^{ ]+|\{/g)) {
    if (token === '{') return bad('unclosed', pattern.slice(0, 20));
    if (!token.startsWith('{')) {
      flushWords();
      source += token.trim() === '' ? ' *' : escaped(token);
      continue;
    }
    const [name = '', options] = token.slice(1, -1).split(':', 2);
    if (seen.has(name) && name !== 'any') return bad('part-twice', name);
    seen.add(name);
    const word = WORD_PARTS.find((part) => part === name);
    if (word !== undefined && options !== undefined && WORD.test(options)) {
      const group = `(?<${word}>${options.split('|').map(escaped).join('|')})`;
      // Of gross and net only one is worth a word; where it is missing, the weight is gross.
      if (word === 'net') {
        flushWords();
        source += `${group}?`;
      } else words.push(group);
      continue;
    }
    flushWords();
    const fixed = options === undefined && Object.hasOwn(FIXED_PARTS, name) ? FIXED_PARTS[name] : undefined;
    if (fixed === undefined) return bad('unknown-part', token);
    source += fixed;
  }
  flushWords();
  if (!seen.has('weight')) return bad('no-weight', pattern);
  return ok({ expression: new RegExp(`^ *${source} *$`) });
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
