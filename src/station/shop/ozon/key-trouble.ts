import type { KeyTrouble } from '#contract/key-trouble.ts';
import type { AnswerError } from './answer-error.ts';

/** Ozon's words, from its error list for all methods and from live answers; the status beside them varies. */
const WORDS: readonly (readonly [RegExp, KeyTrouble])[] = [
  [/client-id header value/i, 'wrong-client-id'],
  [/api-?key is restricted to specific ip|restricted.*\bip\b/i, 'other-network'],
  [/api-?key is deactivated/i, 'deactivated'],
  [/api-?key is missing a required role|missing a required role/i, 'lacks-right'],
  [/invalid api-?key|api-?key header|client-id and api-key/i, 'wrong-key'],
];

/** What an error says of the key; null where it is about something else. */
export function keyTrouble(status: number, error: AnswerError | null): KeyTrouble | null {
  const message = error?.message ?? '';
  const found = WORDS.find(([words]) => words.test(message));
  if (found !== undefined) return found[1];
  if (status === 401) return 'wrong-key';
  if (status !== 403) return null;
  // Offers to sign and features to switch on are refused in this way, too; they stop nothing else.
  return message === '' || /\bkey\b/i.test(message) ? 'wrong-key' : 'lacks-right';
}
