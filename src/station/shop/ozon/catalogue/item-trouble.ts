import type { ItemTrouble } from '../../catalogue-port.ts';

const FOR_NOW = /^TOO_MANY_REQUESTS$|updated too frequently/i;

/** One thing's error in the port's words. Too much at once passes by itself. */
export function itemTrouble(code: string, words: string): ItemTrouble {
  const isForNow = FOR_NOW.test(code) || FOR_NOW.test(words);
  return { code: code === '' ? 'REFUSED' : code, words: words === '' ? code : words, isForNow };
}

/** What was not answered about is not known to be done. */
export const notAnswered: ItemTrouble = {
  ...{ code: 'NOT_ANSWERED', words: 'the shop said nothing of it', isForNow: true },
};
